// What-if as data: the assumptions in the address, and what a cell of the map says of the difference. No drawing.
import type { WhatIfAssumptions, GapMap } from '../api/types';
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
