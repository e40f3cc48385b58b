// Texts: the compiler holds both languages to the same keys; here that none is empty or left in the other language.
import { describe, expect, it } from 'vitest';
import { labelIn, plural } from './i18n';

type Both = { sv: Record<string, unknown>; en: Record<string, unknown> };
const modules = import.meta.glob<Record<string, unknown>>('../*/{*exts,words}.ts', { eager: true });
const all = Object.entries(modules).flatMap(([file, exported]) =>
  Object.entries(exported).flatMap(([name, value]) => (value && typeof value === 'object' && 'sv' in value && 'en' in value ? [{ where: `${file} ${name}`, both: value as Both }] : [])),
);

// Words that are the same in Swedish and English.
const shared = /^(Kunna|HR|CSV|JSON|Excel \(XLSX\)|Export|Import|Status|Version|Position|test|must|Person|Filter|API.*|Team|Map|Swedish|Administration|Gap|Data.*|Schema|Scale|E-mail|Risk|Roll|projekt|ISCO-08|URI|Plan|Budget|\W*)$/i;

describe('texts', () => {
  it('are found in every folder that has them', () => {
    expect(all.length).toBeGreaterThan(12);
  });
  it.each(all)('$where has the same keys in both languages and nothing empty', ({ both }) => {
    expect(Object.keys(both.en).sort()).toEqual(Object.keys(both.sv).sort());
    for (const language of ['sv', 'en'] as const)
      for (const [key, text] of Object.entries(both[language])) {
        expect(['string', 'function'], key).toContain(typeof text);
        if (typeof text === 'string') expect(text.trim(), `${language} ${key}`).not.toBe('');
      }
  });
  it.each(all)('$where is translated, not copied', ({ both }) => {
    const copied = Object.entries(both.sv).filter(([key, text]) => typeof text === 'string' && text === both.en[key] && !shared.test(text));
    expect(copied).toEqual([]);
  });
});

describe('labels', () => {
  it('are in the language of the reader', () => expect(labelIn('en', { sv: 'Lager', en: 'Warehouse' })).toBe('Warehouse'));
  it('fall back to the other language when one is empty', () => {
    expect(labelIn('en', { sv: 'Lager', en: '' })).toBe('Lager');
    expect(labelIn('sv', { sv: '', en: 'Warehouse' })).toBe('Warehouse');
    expect(labelIn('sv', null)).toBe('');
  });
});

describe('plurals', () => {
  it('know one from many and from none', () => expect([0, 1, 2].map((n) => plural(n, 'person', 'personer'))).toEqual(['personer', 'person', 'personer']));
});
