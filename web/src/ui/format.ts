// Numbers, days and sizes as the reader writes them. Levels have one decimal, shares are whole percent.
import type { Day, Instant, Language } from '../api/types';
import { useLanguage } from './i18n';

const tags = { sv: 'sv-SE', en: 'en-GB' } as const;

// A day has no time zone: it is read and written at noon UTC so that no zone moves it.
const atNoon = (day: Day) => new Date(`${day}T12:00:00Z`);

// Made when first used: the browser takes a millisecond or more for every Intl object, and a page uses two or three.
function later<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

export function formats(language: Language) {
  const tag = tags[language];
  const whole = later(() => new Intl.NumberFormat(tag, { maximumFractionDigits: 0 }));
  const one = later(() => new Intl.NumberFormat(tag, { minimumFractionDigits: 1, maximumFractionDigits: 1 }));
  const upTo = later(() => new Intl.NumberFormat(tag, { maximumFractionDigits: 2 }));
  const plusMinus = later(() => new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: 'exceptZero' }));
  const share = later(() => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }));
  const dayLong = later(() => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' }));
  const dayShort = later(() => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', timeZone: 'UTC' }));
  const dayYear = later(() => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }));
  const moment = later(() => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }));
  const momentThisYear = later(() => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }));
  const clock = later(() => new Intl.DateTimeFormat(tag, { timeStyle: 'short' }));
  const relative = later(() => new Intl.RelativeTimeFormat(tag, { numeric: 'auto' }));
  const languages = later(() => new Intl.DisplayNames(tag, { type: 'language' }));
  const alternatives = later(() => new Intl.ListFormat(tag, { type: 'disjunction' }));
  const collator = later(() => new Intl.Collator(tag, { numeric: true, sensitivity: 'base' }));

  return {
    number: (n: number) => whole().format(n),
    decimal: (n: number) => upTo().format(n),
    /** +0,38 or −0,38 */
    signed: (n: number) => plusMinus().format(n),
    level: (n: number) => one().format(n),
    /** An amount in hundredths of its currency: whole kronor where there are no öre. */
    money: (hundredths: number, currency: string) => new Intl.NumberFormat(tag, { style: 'currency', currency, minimumFractionDigits: hundredths % 100 === 0 ? 0 : 2, maximumFractionDigits: 2 }).format(hundredths / 100),
    /** 0.714 → "71 %"; a share that is not quite nothing, or not quite all, never rounds to 0 or 100. */
    percent: (n: number) => share().format(n > 0 && n < 0.01 ? 0.01 : n < 1 && n > 0.99 ? 0.99 : n),
    day: (day: Day) => dayLong().format(atNoon(day)),
    dayShort: (day: Day) => (day.slice(0, 4) === today().slice(0, 4) ? dayShort : dayYear)().format(atNoon(day)),
    instant: (instant: Instant) => (instant.slice(0, 4) === today().slice(0, 4) ? momentThisYear : moment)().format(new Date(instant)),
    time: (instant: Instant) => clock().format(new Date(instant)),
    ago: (instant: Instant, now = Date.now()) => {
      const seconds = (new Date(instant).getTime() - now) / 1000;
      const size = Math.abs(seconds);
      if (size < 60) return relative().format(0, 'minute');
      if (size < 3600) return relative().format(Math.round(seconds / 60), 'minute');
      if (size < 86400) return relative().format(Math.round(seconds / 3600), 'hour');
      if (size < 86400 * 45) return relative().format(Math.round(seconds / 86400), 'day');
      if (size < 86400 * 400) return relative().format(Math.round(seconds / 86400 / 30.4), 'month');
      return relative().format(Math.round(seconds / 86400 / 365.25), 'year');
    },
    bytes: (n: number) => {
      const steps = ['B', 'kB', 'MB', 'GB', 'TB'];
      let step = 0;
      while (n >= 1000 && step < steps.length - 1) {
        n /= 1000;
        step++;
      }
      return `${n < 10 && step > 0 ? one().format(n) : whole().format(n)} ${steps[step]}`;
    },
    /** 'sv' → "svenska", or the code when nobody has a name for it. */
    languageName: (code: string) => languages().of(code) ?? code,
    /** ['a', 'b', 'c'] → "a, b eller c" */
    either: (all: string[]) => alternatives().format(all),
    compare: (a: string, b: string) => collator().compare(a, b),
  };
}

export type Formats = ReturnType<typeof formats>;

// Made once for each language.
const made: Partial<Record<Language, Formats>> = {};

export function useFormats(): Formats {
  const language = useLanguage();
  return (made[language] ??= formats(language));
}

/** Today where the reader is. */
export function today(now = new Date()): Day {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export const isDay = (value: string) => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(atNoon(value).getTime());
