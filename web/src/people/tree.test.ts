// The unit tree as it is shown.
import { describe, expect, it } from 'vitest';
import type { Unit } from '../api/types';
import { shownUnits } from './tree';

const unit = (id: number, name: string, depth: number, parent: number | null): Unit => ({ id, name, depth, parent, code: `E${id}`, people: 1, located: '', version: 1 });
const units = [unit(1, 'Company', 0, null), unit(2, 'Production', 1, 1), unit(3, 'Line A', 2, 2), unit(4, 'Line B', 2, 2), unit(5, 'Sales', 1, 1)];
const names = (closed: number[], find = '') => shownUnits(units, new Set(closed), find).map((one) => one.unit.name);

describe('the unit tree', () => {
  it('shows everything at first', () => expect(names([])).toHaveLength(5));
  it('hides what lies below a closed unit, and only that', () => expect(names([2])).toEqual(['Company', 'Production', 'Sales']));
  it('shows a hit with the path down to it, even inside a closed unit', () => expect(names([2], 'line b')).toEqual(['Company', 'Production', 'Line B']));
  it('finds a unit by its code', () => expect(names([], 'e5')).toEqual(['Company', 'Sales']));
  it('shows nothing when nothing fits', () => expect(names([], 'zzz')).toEqual([]));
});
