// Contrast of the heat scale: what docs/design-language.md promises is computed here from the tokens themselves.
import { describe, expect, it } from 'vitest';
import css from '../ui/tokens.css?raw';
import { contrast, inkOn, luminance } from './paint';

const [light = '', dark = ''] = css.split("[data-mantine-color-scheme='dark']");
const token = (part: string, name: string) => new RegExp(`${name}: (#[0-9a-f]{6})`).exec(part)?.[1] ?? '';
const themes = { light, dark };

describe.each(['light', 'dark'] as const)('the %s theme', (name) => {
  const of = (variable: string) => token(themes[name], variable);
  const steps = [0, 1, 2, 3, 4, 5].map((i) => of(`--h${i}`));

  it('has all six steps of the scale', () => {
    expect(steps.every((step) => /^#[0-9a-f]{6}$/.test(step))).toBe(true);
  });

  it('writes on every step with a contrast of at least 4.5', () => {
    for (const step of steps) expect(contrast(step, inkOn(step))).toBeGreaterThanOrEqual(4.5);
  });

  it('orders the steps by lightness alone, so that colour blindness does not change their order', () => {
    const lights = steps.slice(1).map(luminance);
    const sorted = [...lights].sort((a, b) => (name === 'light' ? b - a : a - b));
    expect(lights).toEqual(sorted);
  });

  it('keeps every ink readable on paper and card', () => {
    for (const ink of ['--ink', '--ink-2', '--ink-3', '--fjall', '--plum', '--sun-ink'])
      for (const ground of ['--paper', '--card']) expect(contrast(of(ink), of(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  it('keeps the words of tags readable on their soft grounds', () => {
    for (const [ink, ground] of [['--fjall-deep', '--fjall-soft'], ['--sun-ink', '--sun-soft'], ['--plum', '--plum-soft'], ['--sky', '--sky-soft'], ['--on-fjall', '--fjall'], ['--ink-2', '--line-2']] as const)
      expect(contrast(of(ink), of(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });
});

describe('contrast', () => {
  it('is 21 between black and white', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  });
});
