// What differs between two lists of requirements, before the server has seen the new one.
import type { Id, Requirement, Text } from '../api/types';

export interface Change {
  skill: Id;
  name?: Text | null;
  kind: 'added' | 'removed' | 'changed';
}

export function changesBetween(before: Requirement[], after: Requirement[]): Change[] {
  const was = new Map(before.map((one) => [one.skill, one]));
  const is = new Set(after.map((one) => one.skill));
  const changes: Change[] = [];
  for (const one of after) {
    const old = was.get(one.skill);
    if (!old) changes.push({ skill: one.skill, name: one.name, kind: 'added' });
    else if (old.level !== one.level || old.importance !== one.importance || old.must !== one.must) changes.push({ skill: one.skill, name: one.name, kind: 'changed' });
  }
  for (const one of before) if (!is.has(one.skill)) changes.push({ skill: one.skill, name: one.name, kind: 'removed' });
  return changes;
}
