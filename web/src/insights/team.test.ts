// The team matrix: what is lacking and where to look first.
import { describe, expect, it } from 'vitest';
import type { State, TeamCell, TeamMatrix } from '../api/types';
import { lacking, lackStep } from './team';

const cell = (level: number | null, required: number | null, state: State | null, must = false): TeamCell => ({ level, required, state, must, confidence: 0.7, conflict: false, contested: false });
const sums = { requirements: 0, met: 0, uncertain: 0, gap: 0, unknown: 0, weighted_gap_sum: 0, weighted_required: 0, ready: true };
const matrix = (cells: (TeamCell | null)[][]): TeamMatrix => ({
  manager: 1,
  day: '2026-11-21',
  skills: [0, 1].map((id) => ({ id, name: { sv: `S${id}`, en: `S${id}` }, required_by: 1 })),
  people: cells.map((row, id) => ({ id, name: `P${id}`, title: '', sums, cells: row })),
  chain: { people: 0, sums, hidden: true },
});

describe('the team matrix', () => {
  it('gives a met requirement the palest step, whatever the surplus', () => {
    expect(lackStep(cell(5, 3, 'met'))).toBe(0);
    expect(lackStep(cell(3, 3, 'met'))).toBe(0);
  });
  it('darkens with what is missing', () => {
    expect([2.9, 2.4, 1.9, 1.4, 0.5].map((level) => lackStep(cell(level, 3, 'gap')))).toEqual([1, 2, 3, 4, 5]);
  });
  it('never reads an unknown level as a lack', () => {
    expect(lackStep(cell(null, 3, 'unknown'))).toBe(0);
    expect(lacking(matrix([[cell(null, 3, 'unknown'), null]]))).toEqual([]);
  });
  it('puts the skill with most missing first, and in it the one who lacks most', () => {
    const found = lacking(matrix([[cell(2.5, 3, 'gap'), cell(2, 3, 'gap')], [null, cell(1, 3, 'gap')]]));
    expect(found.map((lack) => lack.skill)).toEqual([1, 0]);
    expect(found[0]?.missing.map((one) => one.name)).toEqual(['P1', 'P0']);
  });
  it('counts what is missing in a must double', () => {
    const found = lacking(matrix([[cell(2, 3, 'gap', true), cell(1.5, 3, 'gap')]]));
    expect(found.map((lack) => lack.skill)).toEqual([0, 1]);
  });
});
