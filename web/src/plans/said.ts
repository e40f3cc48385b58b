// How plans say money, shares and quarters.
import type { Day, Language } from '../api/types';
import { formats } from '../ui/format';
import { useLanguage } from '../ui/i18n';

const tags = { sv: 'sv-SE', en: 'en-GB' } as const;
const space = '\u00a0';

export function sayings(language: Language) {
  const f = formats(language);
  const month = new Intl.DateTimeFormat(tags[language], { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const alone = new Intl.DateTimeFormat(tags[language], { month: 'long', timeZone: 'UTC' });
  const short = new Intl.DateTimeFormat(tags[language], { month: 'short', timeZone: 'UTC' });
  const of = (day: Day, months = 0) => {
    const at = new Date(`${day}T12:00:00Z`);
    return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1, 12));
  };
  const percent = (shown: string) => (language === 'sv' ? `${shown}${space}%` : `${shown}%`);
  const whole = (hundredths: number, currency: string) => f.money(Math.round(hundredths / 100) * 100, currency);
  return {
    /** In whole kronor; a plan is not read in öre. */
    whole,
    /** 6,0 mkr; less than a million in full. */
    short: (hundredths: number, currency: string) => {
      if (Math.abs(hundredths) < 1_000_000_00) return whole(hundredths, currency);
      const millions = f.level(hundredths / 1_000_000_00);
      if (language === 'sv') return currency === 'SEK' ? `${millions}${space}mkr` : `${millions}${space}milj.${space}${currency}`;
      return `${currency}${space}${millions}m`;
    },
    /** One decimal, since plans differ by less than a percent; never 0 or 100 for what is not quite that. */
    share: (share: number) => percent(f.level(share > 0 && share < 0.001 ? 0.1 : share < 1 && share > 0.999 ? 99.9 : share * 100)),
    /** A gap that is proven: two decimals, for it is small. */
    gap: (share: number) => percent(share > 0 && share < 0.0001 ? `< ${f.decimal(0.01)}` : f.decimal(share * 100)),
    /** Percentage points, without the words. */
    points: (share: number) => (share * 100 >= 1 ? f.level(share * 100) : f.decimal(Math.max(0.01, share * 100))),
    /** "januari, april eller juli 2027": of several years each with its own. */
    months: (days: Day[], either: (all: string[]) => string) => {
      const years = new Set(days.map((day) => day.slice(0, 4)));
      return years.size === 1 ? `${either(days.map((day) => alone.format(of(day))))} ${[...years].join('')}` : either(days.map((day) => month.format(of(day))));
    },
    /** "jan–mars 2027", three months from the day's own. */
    quarter: (day: Day) => {
      const last = of(day, 2);
      return `${short.format(of(day)).replace('.', '')}–${short.format(last).replace('.', '')} ${last.getUTCFullYear()}`;
    },
  };
}

const made: Partial<Record<Language, ReturnType<typeof sayings>>> = {};

export function useSayings() {
  const language = useLanguage();
  return (made[language] ??= sayings(language));
}
