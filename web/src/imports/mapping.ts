// Which column of the file is which field: kept as field → column, each column used once.
import type { ImportField, ImportKind, Mapping } from '../api/types';

export type Columns = Record<string, string>;

/** Gives a field its column; another field that had it loses it. */
export function assign(columns: Columns, field: string, column: string | null): Columns {
  const next = Object.fromEntries(Object.entries(columns).filter(([key, used]) => key !== field && used !== column));
  return column === null ? next : { ...next, [field]: column };
}

// A whole name stands for given and family name, and the other way round.
const nameFields = ['name', 'given', 'family'];

/** Required fields that still have no column. */
export function missing(fields: ImportField[], columns: Columns): ImportField[] {
  const named = 'name' in columns || ('given' in columns && 'family' in columns);
  return fields.filter((field) => field.required && !(field.key in columns) && !(nameFields.includes(field.key) && named));
}

/** A saved mapping as far as this file has its columns; case and outer blanks do not matter. */
export function fitting(saved: Mapping, available: string[]): Columns {
  const plain = (name: string) => name.trim().toLowerCase();
  const byName = new Map(available.map((name) => [plain(name), name]));
  const columns: Columns = {};
  for (const [field, column] of Object.entries(saved.columns)) {
    const found = byName.get(plain(column));
    if (found !== undefined) columns[field] = found;
  }
  return columns;
}

/** What a file most likely holds, from its name; the reader can choose otherwise. */
export function guessKind(filename: string): ImportKind {
  const name = filename.toLowerCase();
  if (/(bedöm|bedom|assess|nivå|niva|level|skatt|rating|kartlägg|kartlagg)/.test(name)) return 'assessments';
  if (/(kurs|course|lärande|larande|learning|utbildning|training|aktivitet|activit)/.test(name)) return 'activities';
  if (/(roll|role|profil|profile|krav|requirement|befattningskrav)/.test(name)) return 'roles';
  return 'people';
}
