// Texts in two languages, checked by the compiler: English must have exactly the keys, and the same arguments, of Swedish.
// Each folder keeps its own texts.ts; a text that needs a value is a function, so plurals are plain code.
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { Language, Text } from '../api/types';

type Phrase = string | ((...values: never[]) => string);
type Phrases = Record<string, Phrase>;
type Same<T extends Phrases> = { [K in keyof T]: T[K] extends string ? string : T[K] };
export type Both<T extends Phrases> = { sv: T; en: Same<T> };

export const texts = <T extends Phrases>(both: { sv: T; en: Same<T> }): Both<T> => both;

/** "1 person", "7 personer". */
export const plural = (n: number, one: string, many: string) => (n === 1 ? one : many);

const Current = createContext<Language>('sv');

export const LanguageProvider = ({ language, children }: { language: Language; children: ReactNode }) => (
  <Current.Provider value={language}>{children}</Current.Provider>
);

export const useLanguage = () => useContext(Current);

export function useTexts<T extends Phrases>(both: Both<T>): Same<T> {
  // Both languages have been checked against each other; Swedish lends its type to either.
  return both[useLanguage()] as Same<T>;
}

/** Picks the reader's label, or the other language's when that is empty. */
export function labelIn(language: Language, text: Text | null | undefined): string {
  if (!text) return '';
  return (language === 'sv' ? text.sv || text.en : text.en || text.sv) ?? '';
}

export function useLabel() {
  const language = useLanguage();
  return useMemo(() => (text: Text | null | undefined) => labelIn(language, text), [language]);
}

const stored = 'kunna-language';

/** What a signed-out reader gets: their last choice, else the browser's, else Swedish. */
export function firstLanguage(): Language {
  try {
    const chosen = localStorage.getItem(stored);
    if (chosen === 'sv' || chosen === 'en') return chosen;
  } catch {
    // Storage may be refused; the browser's language still tells.
  }
  return navigator.language.startsWith('sv') ? 'sv' : /^(nb|nn|no|da)/.test(navigator.language) ? 'sv' : 'en';
}

export function rememberLanguage(language: Language) {
  try {
    localStorage.setItem(stored, language);
  } catch {
    // Not remembered then; nothing else depends on it.
  }
}
