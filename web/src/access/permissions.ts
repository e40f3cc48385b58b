// What permissions are called, in the words the server refuses with.
import type { Language } from '../api/types';
import names from '../../../texts/permissions.json';

const known: Record<string, Record<Language, string> | undefined> = names;

export const permissionName = (language: Language, permission: string) => known[`permission.${permission}`]?.[language] ?? permission;
