import { describe, expect, it } from 'vitest';
import type { PlanFrame } from '../api/types';
import { byPerson, curveScale, differs, hundredths, kronor, lockFault, maybe, openRows, sliderTop, together, towards } from './drawn';
import { sayings } from './said';

const frame: PlanFrame = { starts: '2027-01-01', quarters: 4, budget: 600_000_000, currency: 'SEK', hours: 80, roles: 'musts', musts_first: true, wishes: true, locks: [{ kind: 'ban', person: null, unit: 3, activity: null }] };

describe('a frame on the bench', () => {
  it('shows kronor and keeps hundredths; nothing typed is nothing', () => {
    expect(kronor(600_000_000)).toBe(6_000_000);
    expect(hundredths('6000000.5')).toBe(600_000_050);
    expect([kronor(null), maybe(''), maybe('0')]).toEqual(['', null, 0]);
  });
  it('has a slider that reaches twelve millions, and twice the budget', () => {
    expect(sliderTop(0)).toBe(1_200_000_000);
    expect(sliderTop(1_050_000_000)).toBe(2_100_000_000);
  });
  it('differs when something of it is otherwise, not when a lock has been given its names', () => {
    expect(differs('Plan', { ...frame, locks: [{ kind: 'ban', unit: 3, unit_name: 'Linje C' } as never] }, { name: 'Plan', frame })).toBe(false);
    expect(differs('Plan', { ...frame, hours: 81 }, { name: 'Plan', frame })).toBe(true);
    expect(differs('Plan 2', frame, { name: 'Plan', frame })).toBe(true);
  });
  it('finds what is wrong with the lock it is wrong with', () => {
    const errors = [{ where: '/frame/locks/3', detail: 'Mot spärr.' }, { where: '/frame/locks/31', detail: 'En annan.' }, { where: '/frame/locks/3/person', detail: 'Finns inte.' }];
    expect(lockFault(errors, 3)).toBe('Mot spärr. Finns inte.');
    expect(lockFault(errors, 1)).toBeUndefined();
  });
});

describe('units of a plan', () => {
  const unit = (id: number, depth: number) => ({ unit: id, depth });
  const names = (rows: ReturnType<typeof unit>[], ...toggled: number[]) => openRows(rows, new Set(toggled)).map(({ row, parent, open }) => `${row.unit}${parent ? (open ? '-' : '+') : ''}`);
  const few = [unit(1, 0), unit(2, 1), unit(3, 2), unit(4, 1)];
  const many = [...few, ...Array.from({ length: 60 }, (_, i) => unit(100 + i, 2))];
  it('are all there when they are few, and a unit that is closed takes those under it along', () => {
    expect(names(few)).toEqual(['1-', '2-', '3', '4']);
    expect(names(few, 2)).toEqual(['1-', '2+', '4']);
    expect(names(few, 1)).toEqual(['1+']);
  });
  it('begin with the top when they are many', () => {
    expect(names(many)).toEqual(['1-', '2+', '4+']);
    expect(names(many, 4)).toHaveLength(63);
  });
});

describe('the curve of budgets', () => {
  it('begins at nothing and ends at the most, whichever is farthest', () => {
    const box = { width: 420, height: 170, left: 40, right: 10, top: 10, bottom: 20 };
    const scale = curveScale([{ budget: 100, closed: 0.4, bound: 0.5 }], { budget: 200, bound: 0.62 }, box);
    expect([scale.x(0), scale.x(200)]).toEqual([40, 410]);
    expect([scale.y(0), Math.round(scale.y(0.8))]).toEqual([150, 10]);
    expect(scale.marks.map((mark) => Math.round(mark * 100))).toEqual([0, 20, 40, 60, 80]);
  });
});

describe('what plans say', () => {
  it('shows shares with a decimal that never lies about nothing or all', () => {
    const said = sayings('sv');
    expect([said.share(0.6274), said.share(0.00001), said.share(0.99999), said.share(1), said.share(0)].map((one) => one.replace(/\s/g, ' '))).toEqual(['62,7 %', '0,1 %', '99,9 %', '100,0 %', '0,0 %']);
    expect(said.gap(0.0005).replace(/\s/g, ' ')).toBe('0,05 %');
    expect([said.points(0.0671), said.points(0.00012)]).toEqual(['6,7', '0,01']);
  });
  it('says millions and quarters in the reader’s words', () => {
    expect(sayings('sv').short(600_000_000, 'SEK').replace(/\s/g, ' ')).toBe('6,0 mkr');
    expect(sayings('en').short(600_000_000, 'SEK').replace(/\s/g, ' ')).toBe('SEK 6.0m');
    expect(sayings('sv').short(240_000, 'SEK').replace(/\s/g, ' ')).toBe('2 400 kr');
    expect(sayings('sv').quarter('2027-01-01')).toBe('jan–mars 2027');
    expect(sayings('en').quarter('2027-10-01')).toBe('Oct–Dec 2027');
  });
  it('says once what a seat is worth whenever the activity is held', () => {
    const seat = (activity: number, from: string, closes: number) => ({ kind: 'seat', activity, from, closes });
    const prices = [{ kind: 'budget', closes: 0 }, seat(1, '2027-04-01', 5), seat(2, '2027-01-01', 5), seat(1, '2027-01-01', 5), seat(1, '2027-07-01', 4)];
    expect(together(prices as ReturnType<typeof seat>[], (one) => String(one.closes)).map(({ price, days }) => [price.activity, days])).toEqual([[undefined, []], [1, ['2027-01-01', '2027-04-01']], [2, ['2027-01-01']], [1, ['2027-07-01']]]);
  });
  it('tells a step once that serves a goal and a role', () => {
    const step = (skill: number, goal: number | null, role: number | null) => ({ skill, from: 2, to: 3, steps: 0.3, goal, role, towards: { sv: '', en: '' }, skill_name: { sv: '', en: '' } });
    expect(towards([step(1, 7, null), step(2, 7, null), step(1, null, 9)]).map(({ step: one, all }) => [one.skill, all.map(({ goal, role }) => [goal, role])])).toEqual([[1, [[7, null], [null, 9]]], [2, [[7, null]]]]);
  });
  it('keeps a person’s items together', () => {
    expect(byPerson([{ person: 2, person_name: 'B' }, { person: 1, person_name: 'A' }, { person: 2, person_name: 'B' }]).map((one) => [one.name, one.items.length])).toEqual([['B', 2], ['A', 1]]);
  });
});
