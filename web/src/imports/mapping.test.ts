// The import wizard's mapping of columns to fields.
import { describe, expect, it } from 'vitest';
import type { ImportField, Mapping } from '../api/types';
import { assign, fitting, guessKind, missing } from './mapping';

const field = (key: string, required = false): ImportField => ({ key, required, name: { sv: key, en: key }, help: { sv: '', en: '' }, examples: [] });
const saved = (columns: Record<string, string>): Mapping => ({ id: 1, name: 'Payroll', kind: 'people', columns, options: { absent_leave: false } });

describe('mapping columns', () => {
  it('gives a column to one field only', () => expect(assign({ number: 'Nr', title: 'Titel' }, 'name', 'Nr')).toEqual({ title: 'Titel', name: 'Nr' }));
  it('takes a column away', () => expect(assign({ number: 'Nr' }, 'number', null)).toEqual({}));
  it('lets a field change its column', () => expect(assign({ number: 'Nr' }, 'number', 'Anst.nr')).toEqual({ number: 'Anst.nr' }));
  it('names the required fields that lack a column, and no others', () => {
    expect(missing([field('number', true), field('title'), field('hired', true)], { hired: 'Från' }).map((one) => one.key)).toEqual(['number']);
  });
  it('takes a whole name for given and family name, and both for a whole name', () => {
    const fields = [field('given', true), field('family', true)];
    expect(missing(fields, { name: 'Namn' })).toEqual([]);
    expect(missing([field('name', true)], { given: 'F', family: 'E' })).toEqual([]);
    expect(missing(fields, { given: 'F' }).map((one) => one.key)).toEqual(['family']);
  });
  it('uses of a saved mapping what the file has, however it is cased or padded', () => {
    expect(fitting(saved({ number: 'ANST.NR', title: 'Titel' }), ['Anst.nr ', 'Namn'])).toEqual({ number: 'Anst.nr ' });
  });
  it('guesses what a file holds from its name', () => {
    expect(guessKind('Personal 2026-11.xlsx')).toBe('people');
    expect(guessKind('Rollprofiler.csv')).toBe('roles');
    expect(guessKind('självskattning-ht.csv')).toBe('assessments');
  });
});
