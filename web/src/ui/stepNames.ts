// What the steps of the journey are called, where somebody answers for one too.
import type { StepName } from '../api/types';

export const stepNames: Record<'sv' | 'en', Record<StepName, string>> = {
  sv: { anchor: 'Förankra', goals: 'Mål', inventory: 'Kartlägg', future_needs: 'Framtida behov', gaps: 'Gap', priorities: 'Prioritera', plan: 'Planera', learn: 'Lär', talks: 'Samtal', follow_up: 'Följ upp', adjust: 'Justera' },
  en: { anchor: 'Anchor', goals: 'Goals', inventory: 'Inventory', future_needs: 'Future needs', gaps: 'Gaps', priorities: 'Prioritise', plan: 'Plan', learn: 'Learn', talks: 'Talks', follow_up: 'Follow up', adjust: 'Adjust' },
};
