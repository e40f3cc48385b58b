import { describe, expect, it } from 'vitest';
import { layFlow } from './flowLayout';

const flow = (from: string, to: string, people: number, placed = 0) => ({ from, to, people, placed });

describe('the flow from roles to roles', () => {
  it('has a node for every role on its side, as high as its people are many', () => {
    const laid = layFlow([flow('Lager', 'Support', 6), flow('Lager', 'Ekonomi', 2), flow('Kassa', 'Support', 2)]);
    expect(laid.nodes.map((one) => [one.name, one.people, one.left])).toEqual([['Lager', 8, true], ['Kassa', 2, true], ['Support', 8, false], ['Ekonomi', 2, false]]);
    expect(laid.nodes[0]?.height).toBe(4 * (laid.nodes[1]?.height ?? 0));
    expect(laid.height).toBe(Math.max(...laid.nodes.map((one) => one.y + one.height)));
  });
  it('leaves room for a name however few there are', () => {
    expect(layFlow([flow('Lager', 'Support', 1)]).nodes[0]?.height).toBeGreaterThanOrEqual(18);
  });
  it('puts bands below each other, those placed within theirs', () => {
    const { bands } = layFlow([flow('Lager', 'Support', 6, 5), flow('Lager', 'Ekonomi', 2)]);
    expect(bands[0]?.d.startsWith('M6 0C')).toBe(true);
    expect(bands[0]?.placed).not.toBe('');
    expect(bands[1]?.d.startsWith('M6 84C')).toBe(true);
    expect(bands[1]?.placed).toBe('');
  });
  it('is empty when nobody moves', () => {
    expect(layFlow([])).toMatchObject({ nodes: [], bands: [], height: 0 });
  });
});
