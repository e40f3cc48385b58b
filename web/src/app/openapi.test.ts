// How the API documentation reads a document.
import { describe, expect, it } from 'vitest';
import { byTag, typeName, type Document } from './openapi';

const document: Document = {
  info: { title: 'Kunna', version: '1' },
  paths: {
    '/people': { get: { tags: ['people'], summary: 'People' }, post: { tags: ['people'], summary: 'Add a person' } },
    '/skills': { get: { tags: ['skills'], summary: 'Skills' } },
  },
};

describe('the API documentation', () => {
  it('groups operations by tag', () => expect(byTag(document, '').map(([tag, entries]) => [tag, entries.length])).toEqual([['people', 2], ['skills', 1]]));
  it('finds by path, method and summary', () => {
    expect(byTag(document, 'add a')).toHaveLength(1);
    expect(byTag(document, 'get /skills')).toHaveLength(1);
    expect(byTag(document, 'nothing')).toEqual([]);
  });
  it('says types in a few characters', () => {
    expect(typeName({ $ref: '#/components/schemas/Person' })).toBe('Person');
    expect(typeName({ type: 'array', items: { type: 'string' } })).toBe('string[]');
    expect(typeName({ type: ['integer', 'null'], format: 'int64' })).toBe('integer (int64) | null');
    expect(typeName({ enum: ['met', 'gap'] })).toBe('met | gap');
    expect(typeName({ type: 'object', additionalProperties: { type: 'number' } })).toBe('{ number }');
  });
});
