// The address of a question: what is written is read again, and what is broken is left out.
import { describe, expect, it } from 'vitest';
import { mostSkills, readPeople, readWanted, writeWanted } from './wanted';

describe('skills and levels in an address', () => {
  it('are read as they were written', () => {
    const wanted = [{ skill: 12, level: 4 }, { skill: 9, level: 3 }];
    expect(readWanted(writeWanted(wanted))).toEqual(wanted);
    expect(readWanted(undefined)).toEqual([]);
  });
  it('are left out when they are broken, and each skill counts once', () => {
    expect(readWanted('12.4,x.3,9,,7.0,12.5,8.-1')).toEqual([{ skill: 12, level: 4 }]);
  });
  it('are no more than can be asked for', () => {
    const many = Array.from({ length: 20 }, (_, i) => `${i + 1}.3`).join(',');
    expect(readWanted(many)).toHaveLength(mostSkills);
  });
});

describe('people in an address', () => {
  it('are ids, once each', () => expect(readPeople('3.7.3.x.')).toEqual([3, 7]));
});
