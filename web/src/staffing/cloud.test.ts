// Sizes of the cloud's words: from nobody to the most, by area.
import { describe, expect, it } from 'vitest';
import { wordSize } from './cloud';

describe('a word of the cloud', () => {
  it('is smallest for nobody, also when nobody holds anything', () => expect([wordSize(0, 40), wordSize(0, 0)]).toEqual([13, 13]));
  it('is largest for the skill that most people hold', () => expect(wordSize(40, 40)).toBe(34));
  it('grows by area: a quarter of the people is half of the way', () => expect(wordSize(10, 40)).toBe(Math.round((13 + 34) / 2)));
});
