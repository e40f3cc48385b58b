import { expect, test } from 'vitest';
import { chance } from './chance';

const percent = (share: number) => `${Math.round(share * 100)} %`;

test('a chance is never rounded to impossible or to sure', () => {
  expect([0, 0.002, 0.01, 0.5, 0.994, 1].map((of) => chance(percent, of))).toEqual(['0 %', '< 1 %', '1 %', '50 %', '> 99 %', '100 %']);
});
