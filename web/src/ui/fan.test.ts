import { describe, expect, it } from 'vitest';
import { band, line, scales, ticks } from './fan';

const frame = { width: 100, height: 50, left: 10, right: 0, top: 0, bottom: 10 };

describe('ticks', () => {
  it('are round and reach the most', () => {
    expect(ticks(0, 87)).toEqual([0, 25, 50, 75, 100]);
    expect(ticks(0, 4)).toEqual([0, 1, 2, 3, 4]);
    expect(ticks(0, 0.4)).toEqual([0, 0.1, 0.2, 0.30000000000000004, 0.4]);
  });
  it('begin above 0 when all lies far above it', () => expect(ticks(483, 541)).toEqual([480, 500, 520, 540, 560]));
  it('stand when there is nobody', () => expect(ticks(0, 0)).toEqual([0, 1]));
});

describe('paths', () => {
  const to = scales(frame, 2, 0, 10);
  it('go from the left below to the right', () => expect(line(to, [0, 5, 10])).toBe('M10.0 40.0L55.0 20.0L100.0 0.0'));
  it('of a band come back along its lower edge', () => expect(band(to, [0, 0, 0], [10, 10, 10])).toBe('M10.0 0.0L55.0 0.0L100.0 0.0L100.0 40.0L55.0 40.0L10.0 40.0Z'));
  it('of nothing are nothing', () => expect(band(to, [], [])).toBe(''));
});
