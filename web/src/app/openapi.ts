// The part of an OpenAPI document that the documentation page shows, and how its schemas are said in a line.

export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: (string | number)[];
  additionalProperties?: boolean | Schema;
  oneOf?: Schema[];
  anyOf?: Schema[];
}

export interface Operation {
  operationId?: string;
  summary?: string;
  description?: string;
  tags?: string[];
  'x-permission'?: string | string[];
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema?: Schema }[];
  requestBody?: { content?: Record<string, { schema?: Schema }> };
  responses?: Record<string, { description?: string; content?: Record<string, { schema?: Schema }> }>;
}

export interface Document {
  info: { title: string; version: string; description?: string };
  paths: Record<string, Record<string, Operation>>;
  components?: { schemas?: Record<string, Schema> };
}

export const methods = ['get', 'post', 'put', 'patch', 'delete'] as const;

export interface Entry {
  method: string;
  path: string;
  operation: Operation;
}

/** Operations by tag, in the document's order, as far as they fit the words searched for. */
export function byTag(document: Document, find: string): [string, Entry[]][] {
  const wanted = find.trim().toLowerCase();
  const groups = new Map<string, Entry[]>();
  for (const [path, item] of Object.entries(document.paths))
    for (const method of methods) {
      const operation = item[method];
      if (!operation) continue;
      if (wanted && !`${method} ${path} ${operation.summary ?? ''} ${operation.operationId ?? ''}`.toLowerCase().includes(wanted)) continue;
      const tag = operation.tags?.[0] ?? '';
      groups.set(tag, [...(groups.get(tag) ?? []), { method, path, operation }]);
    }
  return [...groups];
}

export const refName = (schema: Schema | undefined) => schema?.$ref?.split('/').pop();

/** A type in a few characters: "Person", "string[]", "integer | null", "met | gap". */
export function typeName(schema: Schema | undefined): string {
  if (!schema) return '';
  const name = refName(schema);
  if (name) return name;
  if (schema.enum) return schema.enum.join(' | ');
  const several = schema.oneOf ?? schema.anyOf;
  if (several) return several.map(typeName).join(' | ');
  const types = [schema.type ?? (schema.properties ? 'object' : 'any')].flat();
  return types
    .map((type) => {
      if (type === 'array') return `${typeName(schema.items)}[]`;
      if (type === 'object' && typeof schema.additionalProperties === 'object') return `{ ${typeName(schema.additionalProperties)} }`;
      return schema.format && type !== 'null' ? `${type} (${schema.format})` : type;
    })
    .join(' | ');
}

export const bodyOf = (part: { content?: Record<string, { schema?: Schema }> } | undefined) => Object.entries(part?.content ?? {})[0];
