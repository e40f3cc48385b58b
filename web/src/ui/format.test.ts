// Numbers and days as Swedes and Britons write them.
import { describe, expect, it } from 'vitest';
import { formats, isDay, today } from './format';

const sv = formats('sv');
const en = formats('en');
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ').replace('\u2212', '-');

describe('formats', () => {
  it('writes levels with one decimal, comma in Swedish and point in English', () => {
    expect(sv.level(2.14)).toBe('2,1');
    expect(en.level(2.14)).toBe('2.1');
    expect(sv.level(3)).toBe('3,0');
  });
  it('writes shares as whole percent', () => {
    expect(plain(sv.percent(0.714))).toBe('71 %');
    expect(en.percent(0.714)).toBe('71%');
  });
  it('never rounds a small share to nothing, nor a nearly full one to all', () => {
    expect(en.percent(0.0004)).toBe('1%');
    expect(en.percent(0.9996)).toBe('99%');
    expect(en.percent(0)).toBe('0%');
    expect(en.percent(1)).toBe('100%');
  });
  it('groups thousands', () => {
    expect(plain(sv.number(4500000))).toBe('4 500 000');
    expect(en.number(4500000)).toBe('4,500,000');
  });
  it('writes a day the same in every time zone', () => {
    expect(sv.day('2026-03-01')).toBe('1 mars 2026');
    expect(en.day('2026-03-01')).toBe('1 March 2026');
  });
  it('says how long ago something was', () => {
    const now = Date.parse('2026-11-21T12:00:00Z');
    expect(sv.ago('2026-11-20T12:00:00Z', now)).toBe('i går');
    expect(en.ago('2026-11-21T09:00:00Z', now)).toBe('3 hours ago');
    expect(en.ago('2024-11-21T09:00:00Z', now)).toBe('2 years ago');
  });
  it('sorts names as the language does', () => {
    expect(['Öberg', 'Zetterlund', 'Åkesson', 'Andersson'].sort(sv.compare)).toEqual(['Andersson', 'Zetterlund', 'Åkesson', 'Öberg']);
    expect(['Öberg', 'Zetterlund', 'Oakes'].sort(en.compare)).toEqual(['Oakes', 'Öberg', 'Zetterlund']);
  });
  it('writes sizes with the fitting unit', () => {
    expect(en.bytes(512)).toBe('512 B');
    expect(en.bytes(68211)).toBe('68 kB');
    expect(en.bytes(1_500_000_000)).toBe('1.5 GB');
  });
});

describe('days', () => {
  it('are what the calendar says where the reader is', () => {
    expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
  it('are checked before they are sent', () => {
    expect(isDay('2026-11-21')).toBe(true);
    expect(isDay('2026-13-01')).toBe(false);
    expect(isDay('21/11/2026')).toBe(false);
  });
});
