// What the role editor says will change.
import { describe, expect, it } from 'vitest';
import type { Requirement } from '../api/types';
import { changesBetween } from './difference';

const one = (skill: number, level = 3, importance: 1 | 2 | 3 = 2, must = false): Requirement => ({ skill, level, importance, must });

describe('two versions of a role', () => {
  it('differ in nothing when only their order differs', () => expect(changesBetween([one(1), one(2)], [one(2), one(1)])).toEqual([]));
  it('differ by what is added and removed', () => expect(changesBetween([one(1)], [one(2)]).map((change) => [change.skill, change.kind])).toEqual([[2, 'added'], [1, 'removed']]));
  it('differ by level, by weight and by must', () => {
    expect(changesBetween([one(1)], [one(1, 4)])).toHaveLength(1);
    expect(changesBetween([one(1)], [one(1, 3, 3)])).toHaveLength(1);
    expect(changesBetween([one(1)], [one(1, 3, 2, true)])).toHaveLength(1);
  });
});
