// Where a plan stands, in a word.
import type { PlanState } from '../api/types';
import { useLanguage } from '../ui/i18n';
import { planStates } from './texts';

const tones = { draft: undefined, review: 'info', budget: 'look', published: 'good', replaced: undefined } as const;

export const StateTag = ({ state }: { state: PlanState }) => <span className="k-tag" data-tone={tones[state]}>{planStates[useLanguage()][state]}</span>;
