// The gap map as numbers: which rows and columns are shown, what a cell says, which step of the scale it has. No drawing.
import type { GapMap, Id } from '../api/types';

export type Measure = 'weighted_gap' | 'coverage';
export type ColumnOrder = 'catalogue' | 'gap' | 'name';

/** What the server puts in the place of a number. */
export const notNeeded = -1;
export const hidden = -2;
export const allUnknown = -3;

export const at = (map: GapMap, unit: number, skill: number) => unit * map.skills.length + skill;

export interface Row {
  unit: number;
  id: Id;
  name: string;
  depth: number;
  people: number;
  parent: boolean;
  open: boolean;
}

/** Units come in tree order, so what follows with greater depth lies below. */
export const hasChildren = (map: GapMap, unit: number) => (map.units[unit + 1]?.depth ?? -1) > (map.units[unit]?.depth ?? 0);

/** Two levels open in a small organisation, one in a large: what fits on a screen. */
export function firstOpen(map: GapMap): Set<Id> {
  const top = map.units[0]?.depth ?? 0;
  const levels = map.units.length <= 40 ? 2 : 1;
  return new Set(map.units.filter((unit) => unit.depth - top < levels).map((unit) => unit.id));
}

export function visibleRows(map: GapMap, open: ReadonlySet<Id>): Row[] {
  const rows: Row[] = [];
  const top = map.units[0]?.depth ?? 0;
  let closedAt = Infinity;
  map.units.forEach((unit, i) => {
    if (unit.depth > closedAt) return;
    const isOpen = open.has(unit.id);
    closedAt = isOpen ? Infinity : unit.depth;
    rows.push({ unit: i, id: unit.id, name: unit.name, depth: unit.depth - top, people: unit.people, parent: hasChildren(map, i), open: isOpen });
  });
  return rows;
}

/** Columns in the order asked for; the first unit is the whole that the gap order is read from. */
export function orderedColumns(map: GapMap, order: ColumnOrder, names: string[], compare: (a: string, b: string) => number, keep: (skill: number) => boolean): number[] {
  const columns = map.skills.map((_, skill) => skill).filter(keep);
  if (order === 'gap') return columns.sort((a, b) => (map.weighted_gap[b] ?? hidden) - (map.weighted_gap[a] ?? hidden));
  if (order === 'name') return columns.sort((a, b) => compare(names[a] ?? '', names[b] ?? ''));
  return columns;
}

export type CellView = { kind: 'none' } | { kind: 'hidden' } | { kind: 'unknown'; unknown: number } | { kind: 'value'; step: number; text: string; doubt: boolean; better?: boolean };

// Upper ends of the steps, in ten-thousandths. A gap of 0.02 is rounding and age, not a lack.
const gapSteps = [200, 800, 1600, 2600, 4000];
const coverageSteps = [9500, 8500, 7000, 5000, 3000];

/** 0 (covered) to 5 (largest gap). */
export function step(measure: Measure, value: number): number {
  const beyond = measure === 'weighted_gap' ? gapSteps.findIndex((end) => value < end) : coverageSteps.findIndex((end) => value >= end);
  return beyond === -1 ? 5 : beyond;
}

export function cellView(map: GapMap, measure: Measure, unit: number, skill: number): CellView {
  const i = at(map, unit, skill);
  const required = map.required[i] ?? notNeeded;
  if (required === notNeeded || required === 0) return { kind: 'none' };
  const gap = map.weighted_gap[i] ?? notNeeded;
  const value = measure === 'weighted_gap' ? gap : (map.coverage[i] ?? notNeeded);
  if (required === hidden || gap === hidden || value === hidden) return { kind: 'hidden' };
  const unknown = Math.max(0, map.unknown[i] ?? 0);
  if (gap === allUnknown || value < 0) return { kind: 'unknown', unknown };
  const below = map.below[i] ?? 0;
  const text = measure === 'coverage' ? String(Math.round(value / 100)) : below > 0 ? String(below) : '';
  return { kind: 'value', step: step(measure, value), text, doubt: unknown * 3 >= required };
}

/** Sizes of the map on a screen of this width; cells share the room until they would be too narrow to read. */
export interface Geometry {
  head: number;
  top: number;
  cell: number;
  row: number;
}

export function geometry(width: number, columns: number, longest: number): Geometry {
  const narrow = width < 620;
  const head = narrow ? 138 : Math.min(280, Math.max(226, width * 0.24));
  const room = (width - head - 14) / Math.max(1, columns);
  return { head, top: Math.min(170, Math.max(96, longest + 18)), cell: Math.max(narrow ? 30 : 27, Math.min(58, Math.floor(room * 100) / 100)), row: narrow ? 32 : 29 };
}

/** Which part of the map a point of the viewport lies in; -1 is the row names or the column names. */
export function hit(g: Geometry, scroll: { left: number; top: number }, point: { x: number; y: number }, rows: number, columns: number): { row: number; column: number } | null {
  const row = point.y < g.top ? -1 : Math.floor((point.y - g.top + scroll.top) / g.row);
  const column = point.x < g.head ? -1 : Math.floor((point.x - g.head + scroll.left) / g.cell);
  if (row >= rows || column >= columns || (row === -1 && column === -1)) return null;
  return { row, column };
}

/** The stretch of lines that a window shows, with one to spare at each end. */
export function span(from: number, size: number, line: number, count: number): [number, number] {
  return [Math.max(0, Math.floor(from / line) - 1), Math.min(count, Math.ceil((from + size) / line) + 1)];
}

/** Where the scroll must be for a line to be in view. */
export function reveal(scroll: number, window: number, line: number, index: number): number {
  const start = index * line;
  if (start < scroll) return start;
  if (start + line > scroll + window) return start + line - window;
  return scroll;
}
