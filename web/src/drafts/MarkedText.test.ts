import { describe, expect, it } from 'vitest';
import type { TextLine } from '../api/types';
import { partsOf } from './MarkedText';

const line = (skill: number, ...places: [number, number][]): TextLine => ({
  skill, name: { sv: `s${skill}`, en: '' }, found_by: '', confidence: 0.5, level: 3, importance: 2, must: false, level_said: false, level_reason: '', places: places.map(([from, to]) => ({ from, to, words: '', sentence: '' })),
});
const told = (text: string, ...lines: TextLine[]) => partsOf(text, lines).map((part) => (part.line ? `[${part.words}]` : part.words));

describe('a marked text', () => {
  it('is in parts, with the words of skills apart, in the order of the text', () => expect(told('du kan svetsa och rita', line(2, [18, 22]), line(1, [7, 13]))).toEqual(['du kan ', '[svetsa]', ' och ', '[rita]']));
  it('counts characters as the server does, whatever their size', () => expect(told('🙂 åka', line(1, [2, 5]))).toEqual(['🙂 ', '[åka]']));
  it('marks what overlaps once', () => expect(told('svetsa metall', line(1, [0, 13]), line(2, [7, 13]))).toEqual(['[svetsa metall]']));
  it('is whole without skills', () => expect(told('hej')).toEqual(['hej']));
});
