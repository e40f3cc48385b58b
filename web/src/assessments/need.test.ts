// In which order a profile tells what is needed.
import { describe, expect, it } from 'vitest';
import type { HeldSkill, State } from '../api/types';
import { byNeed } from './need';

const one = (key: string, state: State, more: Partial<HeldSkill> = {}): HeldSkill => ({
  skill: 1, name: { sv: key, en: key }, kind: 'technical', level: state === 'unknown' ? null : 2, confidence: 0.6, needs_refresh: false, conflict: false, contested: false, required: 3, importance: 2, must: false, state, gap: state === 'gap' ? 1 : 0, roles: [], sources: [], scale_max: 5, ...more,
});
const order = (...skills: HeldSkill[]) => skills.sort(byNeed).map((skill) => skill.name.sv);

describe('a profile', () => {
  it('begins with musts that are not shown to be met, whatever else is larger', () => {
    expect(order(one('large gap', 'gap', { gap: 3 }), one('must', 'gap', { must: true, gap: 0.5 }))).toEqual(['must', 'large gap']);
  });
  it('puts an unknown must before a gap that is none', () => {
    expect(order(one('gap', 'gap'), one('unknown must', 'unknown', { must: true }))).toEqual(['unknown must', 'gap']);
  });
  it('orders gaps by size times weight', () => {
    expect(order(one('light', 'gap', { gap: 1, importance: 1 }), one('heavy', 'gap', { gap: 1, importance: 3 }))).toEqual(['heavy', 'light']);
  });
  it('ends with what is met, the unknown before it', () => {
    expect(order(one('met', 'met'), one('unknown', 'unknown'), one('gap', 'gap'))).toEqual(['gap', 'unknown', 'met']);
  });
});
