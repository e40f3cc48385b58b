// In which order a profile says what is needed.
import type { HeldSkill } from '../api/types';

/** Musts that lack something first, then other gaps by weight and size, then unknowns, then what is met. */
export function byNeed(a: HeldSkill, b: HeldSkill): number {
  const rank = (one: HeldSkill) => (one.state === 'met' ? 3 : one.must ? 0 : one.state === 'gap' || one.state === 'uncertain' ? 1 : 2);
  const weight = (one: HeldSkill) => (one.gap ?? 0) * (one.importance ?? 1);
  return rank(a) - rank(b) || Number(b.must) - Number(a.must) || weight(b) - weight(a) || (b.required ?? 0) - (a.required ?? 0);
}
