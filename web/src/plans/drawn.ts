// A frame while it is being changed on the bench: money in whole kronor in fields, hundredths in the frame.
import type { BudgetPoint, Day, Id, ItemStep, NamedLock, PlanFrame, PlanLock } from '../api/types';
import type { Frame } from '../ui/fan';

export const kronor = (hundredths: number | null | undefined): number | '' => (hundredths == null ? '' : hundredths / 100);
export const hundredths = (typed: number | string): number => Math.round(Number(typed) * 100);
/** Nothing typed is nothing said. */
export const maybe = (typed: number | string): number | null => (typed === '' ? null : Number(typed));

const step = 1_000_000_00;
/** Where the slider of the budget ends: twice what it is, in whole millions, and never below twelve. */
export const sliderTop = (budget: number) => Math.max(12 * step, Math.ceil((2 * budget) / step) * step);

export type Lock = PlanLock & Partial<NamedLock>;
/** What is sent: names are for the eyes. */
export const bare = ({ kind, person, unit, activity }: Lock): PlanLock => ({ kind, person: person ?? null, unit: unit ?? null, activity: activity ?? null });

/** As the server takes it. */
export const sent = (frame: PlanFrame): PlanFrame => ({ ...frame, locks: frame.locks?.map(bare) });

const same = (a: PlanFrame, b: PlanFrame) => JSON.stringify(sent(a)) === JSON.stringify(sent(b));
/** Whether a drawn frame says something else than the stored one. */
export const differs = (name: string, frame: PlanFrame, stored: { name: string; frame: PlanFrame }) => name.trim() !== stored.name || !same(frame, stored.frame);

/** What the server says of one lock, at whichever part of it. */
export function lockFault(errors: { where: string; detail: string }[] | undefined, index: number): string | undefined {
  const place = `/frame/locks/${index}`;
  const found = (errors ?? []).filter(({ where }) => where === place || where.startsWith(`${place}/`)).map(({ detail }) => detail);
  return found.length > 0 ? found.join(' ') : undefined;
}

/** Where amounts and shares lie in the picture, and the marks of the share axis: it begins at nothing on both. */
export function curveScale(points: BudgetPoint[], own: { budget: number; bound: number }, frame: Frame) {
  const most = Math.max(own.budget, ...points.map((one) => one.budget), 1);
  const highest = Math.max(own.bound, ...points.map((one) => one.bound), 0.05);
  const each = highest > 0.4 ? 0.2 : highest > 0.2 ? 0.1 : 0.05;
  const top = Math.min(1, Math.ceil((highest + 0.001) / each) * each);
  const x = (budget: number) => frame.left + (budget / most) * (frame.width - frame.left - frame.right);
  const y = (share: number) => frame.height - frame.bottom - (share / top) * (frame.height - frame.top - frame.bottom);
  const marks = Array.from({ length: Math.round(top / each) + 1 }, (_, i) => i * each);
  return { x, y, marks, most };
}

/** A step that serves several goals and roles is one step: of each the first, and all that it leads towards. */
export function towards(steps: ItemStep[]): { step: ItemStep; all: ItemStep[] }[] {
  const found: { step: ItemStep; all: ItemStep[] }[] = [];
  for (const step of steps) {
    const same = found.find(({ step: one }) => one.skill === step.skill && one.from === step.from && one.to === step.to);
    if (same) same.all.push(step);
    else found.push({ step, all: [step] });
  }
  return found;
}

/** Seats of one activity that are worth the same, whenever it is held, are one sentence: prices in their order, of each the days. */
export function together<T extends { kind: string; activity?: Id | null; from?: Day | null }>(prices: T[], worth: (price: T) => string): { price: T; days: Day[] }[] {
  const all: { price: T; days: Day[] }[] = [];
  for (const price of prices) {
    const alike = price.kind === 'seat' && all.find((one) => one.price.kind === 'seat' && one.price.activity === price.activity && worth(one.price) === worth(price));
    if (alike) alike.days = [...new Set([...alike.days, price.from ?? ''])].sort();
    else all.push({ price, days: price.from ? [price.from] : [] });
  }
  return all;
}

/** Items of the same person side by side, people by name as they came. */
export function byPerson<T extends { person: Id; person_name: string }>(items: T[]): { person: Id; name: string; items: T[] }[] {
  const all = new Map<Id, { person: Id; name: string; items: T[] }>();
  for (const item of items) {
    const of = all.get(item.person) ?? { person: item.person, name: item.person_name, items: [] };
    of.items.push(item);
    all.set(item.person, of);
  }
  return [...all.values()];
}

const unitsAtOnce = 60;

/** Rows of a tree in its order, as far as they are open: all of a few, else the top; toggled: those pressed, by unit. */
export function openRows<Row extends { unit: Id; depth: number }>(rows: Row[], toggled: ReadonlySet<Id>) {
  const found: { row: Row; parent: boolean; open: boolean }[] = [];
  let closedAt = Infinity;
  rows.forEach((row, at) => {
    if (row.depth > closedAt) return;
    const parent = (rows[at + 1]?.depth ?? 0) > row.depth;
    const open = (rows.length <= unitsAtOnce || row.depth < 1) !== toggled.has(row.unit);
    closedAt = parent && !open ? row.depth : Infinity;
    found.push({ row, parent, open });
  });
  return found;
}
