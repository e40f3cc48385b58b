// What-if as data: the assumptions in the address, and what a cell of the map says of the difference. No drawing.
import type { GapMap, Id, StatedLevel, WhatIfAssumptions } from '../api/types';
import { at, hidden, notNeeded, type CellView } from './heat';

export const nothing: WhatIfAssumptions = { leave: [], close: [], places: [], new_roles: [], hire: [], requirements: [], growth: [] };

export const countOf = (assumed: WhatIfAssumptions) => Object.values(assumed).reduce((sum, list) => sum + list.length, 0);

/** Only what is assumed, so that the address stays short. */
export const write = (assumed: WhatIfAssumptions) => JSON.stringify(Object.fromEntries(Object.entries(assumed).filter(([, list]) => list.length > 0)));

/** An address that somebody has cut short assumes nothing. */
export function read(written: string | undefined): WhatIfAssumptions {
  try {
    const stated = JSON.parse(written ?? '{}') as Record<string, unknown>;
    return Object.fromEntries(Object.entries(nothing).map(([name]) => [name, Array.isArray(stated[name]) ? stated[name] : []])) as unknown as WhatIfAssumptions;
  } catch {
    return nothing;
  }
}

export type Kind = keyof WhatIfAssumptions;

/** What the form holds; what a kind does not ask for is not looked at. */
export interface Draft {
  person?: Id | null;
  unit?: Id | null;
  place?: string | null;
  role?: Id | null;
  skill?: Id | null;
  name: string;
  number: number;
  required: StatedLevel[]; // of a new role
  levels: StatedLevel[]; // of those who come
}

export const fresh = (kind: Kind): Draft => ({ name: '', number: { hire: 1, new_roles: 1, requirements: 3, growth: 10, leave: 0, close: 0, places: 0 }[kind], required: [], levels: [] });

// An importance in the middle, and no must: what a draft of a role says until somebody says more.
const asRequired = ({ skill, level }: StatedLevel) => ({ skill, level, importance: 2, must: false });

/** The assumptions with what the form says; nothing while something is missing. */
export function added(assumed: WhatIfAssumptions, kind: Kind, draft: Draft): WhatIfAssumptions | null {
  const { person, unit, place, role, skill, number, levels } = draft;
  const name = draft.name.trim();
  switch (kind) {
    case 'leave':
      return person ? { ...assumed, leave: [...assumed.leave.filter((id) => id !== person), person] } : null;
    case 'close':
      return unit ? { ...assumed, close: [...assumed.close.filter((id) => id !== unit), unit] } : null;
    case 'places':
      return place ? { ...assumed, places: [...assumed.places.filter((one) => one !== place), place] } : null;
    case 'hire':
      return role && unit ? { ...assumed, hire: [...assumed.hire, { role, unit, count: number, levels }] } : null;
    case 'new_roles':
      if (!name || !unit || draft.required.length === 0) return null;
      return {
        ...assumed,
        new_roles: [...assumed.new_roles, { name: { sv: name, en: name }, requirements: draft.required.map(asRequired) }],
        hire: [...assumed.hire, { new_role: assumed.new_roles.length, unit, count: number, levels }],
      };
    case 'growth':
      return role ? { ...assumed, growth: [...assumed.growth.filter((one) => one.role !== role), { role, percent: number }] } : null;
    case 'requirements':
      return role && skill ? { ...assumed, requirements: [...assumed.requirements.filter((one) => one.role !== role || one.skill !== skill), { role, skill, level: number }] } : null;
  }
}

/** Without one of them. A new role goes with those who were to hold it. */
export function without(assumed: WhatIfAssumptions, kind: Kind, at: number): WhatIfAssumptions {
  const left = { ...assumed, [kind]: (assumed[kind] as unknown[]).filter((_, i) => i !== at) };
  if (kind !== 'new_roles') return left;
  return { ...left, hire: assumed.hire.filter((one) => one.new_role !== at).map((one) => (one.new_role != null && one.new_role > at ? { ...one, new_role: one.new_role - 1 } : one)) };
}

const notMet = (map: GapMap, i: number) => Math.max(0, map.required[i] ?? 0) - Math.max(0, map.met[i] ?? 0);

// Upper ends of the steps, of the requirements there are in the cell.
const steps = [0.001, 0.05, 0.15, 0.3, 0.5];

/** How many requirements more, or fewer, are not met; coloured by their share of the cell. */
export function changeView(before: GapMap, after: GapMap, unit: number, skill: number): CellView {
  const i = at(after, unit, skill);
  const [was, is] = [before.required[i] ?? notNeeded, after.required[i] ?? notNeeded];
  if (was === hidden || is === hidden) return { kind: 'hidden' };
  if (was <= 0 && is <= 0) return { kind: 'none' };
  const change = notMet(after, i) - notMet(before, i);
  const share = Math.abs(change) / Math.max(was, is);
  const step = steps.findIndex((end) => share < end);
  return { kind: 'value', step: step === -1 ? 5 : step, text: change === 0 ? '' : `${change > 0 ? '+' : '−'}${Math.abs(change)}`, doubt: false, better: change < 0 };
}

/** The skills where most changes first; the first unit is the whole. */
export function byChange(before: GapMap, after: GapMap, keep: (skill: number) => boolean): number[] {
  const change = (skill: number) => Math.abs(notMet(after, skill) - notMet(before, skill));
  return after.skills.map((_, skill) => skill).filter(keep).sort((a, b) => change(b) - change(a) || (after.weighted_gap[b] ?? hidden) - (after.weighted_gap[a] ?? hidden));
}
