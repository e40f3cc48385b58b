import { expect, test } from 'vitest';
import { first, inputOf } from './draft';

test('an empty cost is left out rather than sent as nothing, and money goes in hundredths', () => {
  const draft = first(null);
  expect(inputOf(draft).seat_cost).toBeUndefined();
  expect(inputOf({ ...draft, seat: 12_500.5 }).seat_cost).toBe(1_250_050);
  expect(inputOf({ ...draft, seat: 0 }).seat_cost).toBe(0);
});

test('chances are written in per cent and sent as shares', () => {
  const draft = { ...first(null), raises: [{ skill: 1, from: 0, to: 2, percent: 82.5 }] };
  expect(inputOf(draft).raises?.[0]?.probability).toBe(0.825);
});

test('a session without a day is none, and one without a last day ends the day it begins', () => {
  const sessions = [
    { row: 1, starts: '' as const, ends: '' as const, place: '', seats: '' },
    { row: 2, starts: '2027-02-08', ends: '' as const, place: 'Västerås', seats: 8 },
  ];
  expect(inputOf({ ...first(null), sessions }).sessions).toEqual([{ id: undefined, starts: '2027-02-08', ends: '2027-02-08', place: 'Västerås', seats: 8 }]);
});
