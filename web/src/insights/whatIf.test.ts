import { describe, expect, it } from 'vitest';
import type { GapMap } from '../api/types';
import { added, byChange, changeView, countOf, fresh, nothing, read, without, write } from './whatIf';

const map = (required: number[], met: number[]): GapMap => ({
  day: '2026-11-22', seq: 1,
  units: [{ id: 1, name: 'AB', depth: 0, people: 20, units: 0 }],
  skills: required.map((_, id) => ({ id, name: { sv: '', en: '' }, kind: 'technical' })),
  required, met, uncertain: [], below: [], unknown: [], weighted_gap: required.map(() => 0), coverage: [],
});

describe('assumptions in the address', () => {
  it('come back as they were written, and say no more than what is assumed', () => {
    const assumed = { ...nothing, leave: [4], growth: [{ role: 2, percent: -20 }] };
    expect(write(assumed)).toBe('{"leave":[4],"growth":[{"role":2,"percent":-20}]}');
    expect(read(write(assumed))).toEqual(assumed);
    expect(countOf(assumed)).toBe(2);
  });
  it('assume nothing when they cannot be read', () => {
    expect(read('{"leave":[4')).toEqual(nothing);
    expect(read('{"leave":4}')).toEqual(nothing);
    expect(read(undefined)).toEqual(nothing);
  });
});

describe('a cell of the difference', () => {
  const view = (was: [number, number], is: [number, number]) => changeView(map([was[0]], [was[1]]), map([is[0]], [is[1]]), 0, 0);
  it('says how many requirements more are not met, and the share of them gives the colour', () => {
    expect(view([10, 8], [10, 5])).toEqual({ kind: 'value', step: 4, text: '+3', doubt: false, better: false });
  });
  it('says when it is better', () => expect(view([10, 8], [5, 5])).toMatchObject({ text: '−2', better: true }));
  it('is calm when nothing changes', () => expect(view([10, 8], [10, 8])).toMatchObject({ step: 0, text: '' }));
  it('is hidden when either is', () => {
    expect(view([-2, -2], [10, 8]).kind).toBe('hidden');
    expect(view([10, 8], [-2, -2]).kind).toBe('hidden');
  });
  it('is empty when nobody needs it, before or after', () => expect(view([-1, -1], [-1, -1]).kind).toBe('none'));
  it('counts what is needed for the first time', () => expect(view([-1, -1], [4, 1])).toMatchObject({ text: '+3' }));
});

it('the skills that change most come first', () => {
  expect(byChange(map([10, 10, 10], [5, 5, 5]), map([10, 10, 10], [5, 2, 4]), () => true)).toEqual([1, 2, 0]);
});

describe('what the form adds', () => {
  it('is nothing while something is missing', () => {
    expect(added(nothing, 'hire', { ...fresh('hire'), role: 1 })).toBeNull();
    expect(added(nothing, 'new_roles', { ...fresh('new_roles'), name: ' ', unit: 1, required: [{ skill: 3, level: 2 }] })).toBeNull();
    expect(added(nothing, 'new_roles', { ...fresh('new_roles'), name: 'Robottekniker', unit: 1 })).toBeNull();
  });
  it('says the levels of those who come', () => {
    expect(added(nothing, 'hire', { ...fresh('hire'), role: 1, unit: 2, number: 3, levels: [{ skill: 4, level: 5 }] })?.hire).toEqual([{ role: 1, unit: 2, count: 3, levels: [{ skill: 4, level: 5 }] }]);
  });
  it('makes a new role with those who come to it, and takes both away again', () => {
    const draft = (name: string) => ({ ...fresh('new_roles'), name, unit: 2, number: 4, required: [{ skill: 3, level: 2 }] });
    const one = added(nothing, 'new_roles', draft(' Robottekniker '));
    const two = added(one ?? nothing, 'new_roles', draft('Dataförvaltare'));
    expect(two?.new_roles.map((role) => role.name.sv)).toEqual(['Robottekniker', 'Dataförvaltare']);
    expect(two?.hire.map((hire) => hire.new_role)).toEqual([0, 1]);
    const left = without(two ?? nothing, 'new_roles', 0);
    expect(left.new_roles.map((role) => role.name.sv)).toEqual(['Dataförvaltare']);
    expect(left.hire).toEqual([{ new_role: 0, unit: 2, count: 4, levels: [] }]);
  });
  it('replaces what was said of the same', () => {
    const once = added(nothing, 'growth', { ...fresh('growth'), role: 1, number: -5 });
    expect(added(once ?? nothing, 'growth', { ...fresh('growth'), role: 1, number: 5 })?.growth).toEqual([{ role: 1, percent: 5 }]);
  });
});
