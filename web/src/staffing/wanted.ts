// The question as it stands in the address: skill.level,skill.level; and people as id.id.
import type { Id } from '../api/types';

export interface WantedSkill {
  skill: Id;
  level: number;
}

export const mostSkills = 8;

const whole = (text: string | undefined) => (text && /^\d{1,15}$/.test(text) ? Number(text) : 0);

/** Whatever is no skill and level is left out: an address may be cut off on its way. */
export function readWanted(param: string | undefined): WantedSkill[] {
  const read = (param ?? '').split(',').map((part) => part.split('.')).map(([skill, level]) => ({ skill: whole(skill), level: whole(level) }));
  return read.filter((one, i) => one.skill > 0 && one.level > 0 && read.findIndex((other) => other.skill === one.skill) === i).slice(0, mostSkills);
}

export const writeWanted = (wanted: WantedSkill[]) => wanted.map(({ skill, level }) => `${skill}.${level}`).join(',');

export const readPeople = (param: string | undefined): Id[] => [...new Set((param ?? '').split('.').map(whole))].filter((id) => id > 0);
