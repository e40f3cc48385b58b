// @vitest-environment jsdom
// The level bar: where its parts lie, and what it says to those who do not see it.
import { cleanup, render } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { LanguageProvider } from './i18n';
import { barParts, LevelBar } from './LevelBar';

afterEach(cleanup);

describe('the level bar', () => {
  it('shows what is missing between level and requirement', () => {
    expect(barParts({ level: 2, required: 3, max: 5 })).toMatchObject({ have: 40, short: [40, 60], need: 60 });
  });
  it('shows nothing missing when the level is above the requirement', () => {
    expect(barParts({ level: 4, required: 3, max: 5 }).short).toBeNull();
  });
  it('knows unknown from zero', () => {
    expect(barParts({ level: null, required: 3, max: 5 })).toMatchObject({ known: false, short: null });
    expect(barParts({ level: 0, required: 3, max: 5 })).toMatchObject({ known: true, short: [0, 60] });
  });
  it('keeps the uncertainty inside the bar', () => {
    expect(barParts({ level: 4.8, uncertainty: 1, max: 5 }).doubt).toEqual([76, 100]);
  });
  it('says level, uncertainty and requirement in words', () => {
    const bar = (language: 'sv' | 'en', level: number | null) =>
      render(<LanguageProvider language={language}><LevelBar level={level} uncertainty={0.5} required={3} max={5} /></LanguageProvider>).getByRole('img').getAttribute('aria-label');
    expect(bar('sv', 2.1)).toBe('nivå 2,1 av 5, plus minus 0,5, krav 3');
    cleanup();
    expect(bar('en', null)).toBe('the level is unknown, not assessed, requirement 3');
  });
});
