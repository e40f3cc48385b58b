// Answers in words and signs.
import type { AnswerKind, GivenAnswer, Language } from '../api/types';
import { answering, kindNames } from './texts';

export const level = (one: number): GivenAnswer => ({ kind: 'level', level: one });
export const without = (kind: Exclude<AnswerKind, 'level'>): GivenAnswer => ({ kind });
export const same = (a: GivenAnswer | null | undefined, b: GivenAnswer | null | undefined) => a?.kind === b?.kind && (a?.level ?? null) === (b?.level ?? null);

/** "nivå 3", "vet inte" */
export const inWords = (language: Language, given: GivenAnswer | null | undefined): string =>
  !given ? answering[language].unanswered : given.kind === 'level' ? answering[language].level(String(given.level)) : kindNames[language][given.kind];

/** What stands in a cell: 3, ?, × */
export const sign = (given: GivenAnswer | null | undefined): string => (!given ? '' : given.kind === 'level' ? String(given.level) : given.kind === 'unknown' ? '?' : '×');

/** Two levels or more between the two: worth a talk. */
export const farApart = (a: GivenAnswer | null | undefined, b: GivenAnswer | null | undefined) => a?.level != null && b?.level != null && Math.abs(a.level - b.level) >= 2;
