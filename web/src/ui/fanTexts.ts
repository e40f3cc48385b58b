// Words of curves ahead.
import { texts } from './i18n';

export const fan = texts({
  sv: {
    able: 'Når kravet', inPost: 'I tjänst', demand: 'Behov', band80: '80 av 100 framtider', shortage: 'Brist', surplus: 'Överskott', unknownMany: 'Okända', month: 'Månad', low: 'Lägst', high: 'Högst', of: (what: string, when: string) => `${what}, ${when}`,
    chartSays: (what: string, months: string, now: string, then: string, low: string, high: string, demand: string) => `${what}: ${now} i dag, ${then} om ${months} månader (mellan ${low} och ${high}). Behovet är då ${demand}.`,
  },
  en: {
    able: 'Able', inPost: 'In post', demand: 'Demand', band80: '80 of 100 futures', shortage: 'Shortage', surplus: 'Surplus', unknownMany: 'Unknown', month: 'Month', low: 'Low', high: 'High', of: (what: string, when: string) => `${what}, ${when}`,
    chartSays: (what: string, months: string, now: string, then: string, low: string, high: string, demand: string) => `${what}: ${now} today, ${then} in ${months} months (between ${low} and ${high}). The demand is ${demand} by then.`,
  },
});
