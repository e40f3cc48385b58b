import { describe, expect, it } from 'vitest';
import { isUndo, keyAnswer, moved } from './grid';
import { farApart, inWords, same, sign } from './said';

const press = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });
const scale = { min: 0, max: 5 };
const nothing = { before: null, answer: null };

describe('keys on the grid', () => {
  it('move inside it and not over its edge', () => {
    expect(moved(press('ArrowRight'), { row: 0, column: 0 }, 2, 3)).toEqual({ row: 0, column: 1 });
    expect(moved(press('ArrowUp'), { row: 0, column: 0 }, 2, 3)).toBeUndefined();
    expect(moved(press('End'), { row: 0, column: 0 }, 2, 3)).toEqual({ row: 0, column: 2 });
    expect(moved(press('End', { ctrlKey: true }), { row: 0, column: 0 }, 2, 3)).toEqual({ row: 1, column: 2 });
    expect(moved(press('ArrowRight', { altKey: true }), { row: 0, column: 0 }, 2, 3)).toBeUndefined();
  });
  it('set a level of the scale and refuse another', () => {
    expect(keyAnswer(press('0'), scale, nothing)).toEqual({ kind: 'level', level: 0 });
    expect(keyAnswer(press('5'), scale, nothing)).toEqual({ kind: 'level', level: 5 });
    expect(keyAnswer(press('6'), scale, nothing)).toBe('outside');
  });
  it('answer without a level, take back, and leave other keys alone', () => {
    expect(keyAnswer(press('x'), scale, nothing)).toEqual({ kind: 'irrelevant' });
    expect(keyAnswer(press('?'), scale, nothing)).toEqual({ kind: 'unknown' });
    expect(keyAnswer(press('Delete'), scale, nothing)).toBe('none');
    expect(keyAnswer(press('x', { ctrlKey: true }), scale, nothing)).toBeUndefined();
    expect(keyAnswer(press('a'), scale, nothing)).toBeUndefined();
  });
  it('keep the last answer with Enter where there is one', () => {
    expect(keyAnswer(press('Enter'), scale, { before: { level: 3, day: '2026-01-01' }, answer: null })).toEqual({ kind: 'level', level: 3 });
    expect(keyAnswer(press('Enter'), scale, nothing)).toBeUndefined();
  });
  it('undo with Ctrl or Command', () => {
    expect(isUndo(press('z', { metaKey: true }))).toBe(true);
    expect(isUndo(press('z'))).toBe(false);
  });
});

describe('answers', () => {
  it('are said in words and in a sign', () => {
    expect(inWords('sv', { kind: 'level', level: 3 })).toBe('nivå 3');
    expect(inWords('en', { kind: 'irrelevant' })).toBe('not relevant');
    expect(inWords('en', null)).toBe('not answered');
    expect([sign({ kind: 'level', level: 0 }), sign({ kind: 'unknown' }), sign({ kind: 'irrelevant' }), sign(null)]).toEqual(['0', '?', '×', '']);
  });
  it('are the same when kind and level are', () => {
    expect(same({ kind: 'unknown' }, { kind: 'unknown', level: null })).toBe(true);
    expect(same({ kind: 'level', level: 3 }, { kind: 'level', level: 4 })).toBe(false);
    expect(same(null, undefined)).toBe(true);
  });
  it('are far apart from two levels on', () => {
    expect(farApart({ kind: 'level', level: 1 }, { kind: 'level', level: 3 })).toBe(true);
    expect(farApart({ kind: 'level', level: 2 }, { kind: 'level', level: 3 })).toBe(false);
    expect(farApart({ kind: 'unknown' }, { kind: 'level', level: 3 })).toBe(false);
  });
});
