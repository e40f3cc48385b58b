// A programme while it is written: fields may still be empty, money is in kronor.
import type { Day, Id, Programme, ProgrammeInput } from '../api/types';

type Figure = number | string;

export interface ProgrammeDraft {
  name: string;
  description: string;
  unit: Id | null;
  ready: Day | '';
  hours: Figure;
  owner: Id | null;
  roles: { role: Id; headcount: Figure }[];
  recruitment: Figure;
  onboarding: Figure;
  salary: Figure;
  hourCost: Figure;
}

/** `roles`: what a new one leads to, as whoever sends here has it. */
export function firstDraft(programme: Programme | null, roles: ProgrammeDraft['roles'] = []): ProgrammeDraft {
  if (!programme) return { name: '', description: '', unit: null, ready: '', hours: 8, owner: null, roles, recruitment: '', onboarding: '', salary: '', hourCost: '' };
  const { hiring } = programme;
  return {
    name: programme.name,
    description: programme.description,
    unit: programme.unit,
    ready: programme.ready,
    hours: programme.hours_a_week,
    owner: programme.owner?.person ?? null,
    roles: programme.roles.map(({ role, headcount }) => ({ role, headcount })),
    recruitment: hiring.recruitment_cost / 100,
    onboarding: hiring.onboarding_weeks,
    salary: hiring.monthly_salary / 100,
    hourCost: hiring.hour_cost / 100,
  };
}

const money = (figure: Figure) => (figure === '' ? undefined : Math.round(Number(figure) * 100));

/** What is sent; the server says what is wrong with what was left empty. */
export const inputOf = (draft: ProgrammeDraft): ProgrammeInput => ({
  name: draft.name,
  description: draft.description,
  unit: draft.unit ?? undefined,
  ready: draft.ready || undefined,
  hours_a_week: Number(draft.hours) || 0,
  owner: draft.owner ?? undefined,
  roles: draft.roles.map((one) => ({ role: one.role, headcount: Math.round(Number(one.headcount)) || 0 })),
  recruitment_cost: money(draft.recruitment),
  onboarding_weeks: draft.onboarding === '' ? undefined : Number(draft.onboarding),
  monthly_salary: money(draft.salary),
  hour_cost: money(draft.hourCost),
});
