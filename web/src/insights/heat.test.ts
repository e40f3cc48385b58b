// The gap map's arithmetic: rows, columns, what a cell says, where a click lands.
import { describe, expect, it } from 'vitest';
import type { GapMap } from '../api/types';
import { cellView, firstOpen, geometry, hit, orderedColumns, reveal, span, step, visibleRows } from './heat';

const text = (word: string) => ({ sv: word, en: word });

/** Company → (Production → Line A, Line B), Trainees; two skills. */
function map(): GapMap {
  return {
    day: '2026-11-21',
    seq: 1,
    units: [
      { id: 1, parent: null, name: 'Company', depth: 0, people: 100, units: 0 },
      { id: 2, parent: 1, name: 'Production', depth: 1, people: 80, units: 0 },
      { id: 3, parent: 2, name: 'Line A', depth: 2, people: 40, units: 0 },
      { id: 4, parent: 2, name: 'Line B', depth: 2, people: 40, units: 0 },
      { id: 5, parent: 1, name: 'Trainees', depth: 1, people: 4, units: 0 },
    ],
    skills: [
      { id: 10, name: text('Lean'), kind: 'soft' },
      { id: 11, name: text('Ånga'), kind: 'technical' },
      { id: 12, name: text('PLC'), kind: 'technical' },
    ],
    required: [90, 20, 50, 70, 0, 40, 35, -1, 20, 35, 10, 20, -2, 4, -2],
    met: [60, 5, 10, 50, 0, 10, 25, -1, 5, 25, 5, 5, -2, 0, -2],
    uncertain: [10, 5, 0, 5, 0, 0, 5, -1, 0, 0, 0, 0, -2, 0, -2],
    below: [10, 0, 30, 5, 0, 20, 0, -1, 10, 5, 0, 10, -2, 0, -2],
    unknown: [10, 10, 10, 10, 0, 10, 5, -1, 5, 5, 5, 5, -2, 4, -2],
    weighted_gap: [500, 0, 3000, 400, -1, 4200, 0, -1, 5000, 700, 0, 3500, -2, -3, -2],
    coverage: [6700, 2500, 2000, 7100, -1, 2500, 7100, -1, 2500, 7100, 5000, 2500, -2, 0, -2],
  };
}

describe('the gap map', () => {
  it('shows what is below an open unit and hides what is below a closed one', () => {
    const rows = (open: number[]) => visibleRows(map(), new Set(open)).map((row) => row.name);
    expect(rows([1, 2])).toEqual(['Company', 'Production', 'Line A', 'Line B', 'Trainees']);
    expect(rows([1])).toEqual(['Company', 'Production', 'Trainees']);
    expect(rows([])).toEqual(['Company']);
  });

  it('hides a whole subtree even when a unit inside it is open', () => {
    expect(visibleRows(map(), new Set([2])).map((row) => row.name)).toEqual(['Company']);
  });

  it('knows which units can be opened', () => {
    expect(visibleRows(map(), new Set([1, 2])).map((row) => row.parent)).toEqual([true, true, false, false, false]);
  });

  it('opens two levels of a small organisation at first', () => {
    expect([...firstOpen(map())]).toEqual([1, 2, 5]);
  });

  it('orders columns by the gap of the whole, by name in the language, or as the catalogue has them', () => {
    const names = ['Lean', 'Ånga', 'PLC'];
    const swedish = new Intl.Collator('sv').compare;
    const by = (order: 'gap' | 'name' | 'catalogue') => orderedColumns(map(), order, names, swedish, () => true);
    expect(by('gap')).toEqual([2, 0, 1]);
    expect(by('name')).toEqual([0, 2, 1]);
    expect(by('catalogue')).toEqual([0, 1, 2]);
  });

  it('keeps only the skills that pass the filter', () => {
    expect(orderedColumns(map(), 'catalogue', [], () => 0, (skill) => map().skills[skill]?.kind === 'technical')).toEqual([1, 2]);
  });

  it('tells not needed, hidden, unknown and a value apart', () => {
    const kind = (unit: number, skill: number) => cellView(map(), 'weighted_gap', unit, skill).kind;
    expect(kind(2, 1)).toBe('none');
    expect(kind(4, 0)).toBe('hidden');
    expect(kind(4, 1)).toBe('unknown');
    expect(kind(0, 0)).toBe('value');
  });

  it('shows a cell without any evidence as unknown in both measures, never as no coverage', () => {
    expect(cellView(map(), 'coverage', 4, 1)).toEqual({ kind: 'unknown', unknown: 4 });
  });

  it('writes people below the requirement, or coverage in percent', () => {
    expect(cellView(map(), 'weighted_gap', 0, 2)).toMatchObject({ text: '30', step: 4 });
    expect(cellView(map(), 'coverage', 0, 2)).toMatchObject({ text: '20', step: 5 });
  });

  it('writes nothing where nobody is below', () => {
    expect(cellView(map(), 'weighted_gap', 0, 1)).toMatchObject({ text: '', step: 0 });
  });

  it('marks a cell of which a third or more is unknown', () => {
    expect(cellView(map(), 'weighted_gap', 0, 1)).toMatchObject({ doubt: true });
    expect(cellView(map(), 'weighted_gap', 0, 0)).toMatchObject({ doubt: false });
  });

  it('uses the whole scale, and a larger gap never gets a paler step', () => {
    const steps = Array.from({ length: 101 }, (_, i) => step('weighted_gap', i * 100));
    expect(new Set(steps).size).toBe(6);
    expect(steps).toEqual([...steps].sort((a, b) => a - b));
    const coverage = Array.from({ length: 101 }, (_, i) => step('coverage', i * 100));
    expect(coverage).toEqual([...coverage].sort((a, b) => b - a));
    expect(step('coverage', 10000)).toBe(0);
    expect(step('weighted_gap', 0)).toBe(0);
  });

  it('finds the cell under a point, also when scrolled', () => {
    const g = { head: 200, top: 100, cell: 30, row: 28 };
    expect(hit(g, { left: 0, top: 0 }, { x: 205, y: 105 }, 10, 10)).toEqual({ row: 0, column: 0 });
    expect(hit(g, { left: 60, top: 56 }, { x: 205, y: 105 }, 10, 10)).toEqual({ row: 2, column: 2 });
    expect(hit(g, { left: 60, top: 0 }, { x: 20, y: 130 }, 10, 10)).toEqual({ row: 1, column: -1 });
    expect(hit(g, { left: 0, top: 0 }, { x: 260, y: 20 }, 10, 10)).toEqual({ row: -1, column: 2 });
    expect(hit(g, { left: 0, top: 0 }, { x: 20, y: 20 }, 10, 10)).toBeNull();
    expect(hit(g, { left: 0, top: 0 }, { x: 900, y: 105 }, 10, 10)).toBeNull();
  });

  it('draws only the lines in the window, with one to spare', () => {
    expect(span(0, 280, 28, 300)).toEqual([0, 11]);
    expect(span(2800, 280, 28, 300)).toEqual([99, 111]);
    expect(span(8120, 280, 28, 300)).toEqual([289, 300]);
  });

  it('scrolls just enough to show a line', () => {
    expect(reveal(0, 280, 28, 5)).toBe(0);
    expect(reveal(0, 280, 28, 10)).toBe(28);
    expect(reveal(280, 280, 28, 3)).toBe(84);
  });

  it('keeps cells wide enough to read however many there are', () => {
    expect(geometry(1000, 300, 120).cell).toBe(27);
    expect(geometry(390, 300, 120).cell).toBe(30);
    expect(geometry(1000, 5, 120).cell).toBe(58);
  });
});
