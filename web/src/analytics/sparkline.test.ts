import { describe, expect, it } from 'vitest';
import { path } from './Sparkline';

describe('the line of a skill over time', () => {
  it('goes from left to right, the most at the top', () => {
    expect(path([0, 5, 10], 10, 100, 20)).toBe('M0.0 20.0L50.0 10.0L100.0 0.0');
  });
  it('lifts the pen where too few people are behind a point', () => {
    expect(path([10, null, 10, 10], 10, 90, 20)).toBe('M0.0 0.0M60.0 0.0L90.0 0.0');
  });
  it('lies at the bottom when there is nothing', () => {
    expect(path([0, 0], 0, 10, 10)).toBe('M0.0 10.0L10.0 10.0');
  });
});
