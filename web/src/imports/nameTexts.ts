// Words of matching the names in a file with the skills of the catalogue.
import { plural, texts } from '../ui/i18n';

export const names = texts({
  sv: {
    title: (n: number) => `${n} ${plural(n, 'kompetensnamn är okänt', 'kompetensnamn är okända')}`, help: 'Välj vad de betyder. Namnen sparas som andra namn på kompetenserna, så nästa fil hittar rätt. Sedan kontrolleras filen igen.',
    allSure: (n: number) => `Godta de ${n} säkra`, none: 'Godta inga', rows: (n: number, said: string) => `${said} ${plural(n, 'rad', 'rader')}`, other: 'Välj en annan', accept: (n: number) => `Spara ${n} och kontrollera igen`,
    keys: '↑↓ flyttar · 1–3 väljer · 0 lämnar', nothing: 'Inget liknar det', means: (written: string) => `Vad ”${written}” betyder`, saved: 'Namnen är sparade, filen kontrolleras igen',
  },
  en: {
    title: (n: number) => `${n} ${plural(n, 'skill name is unknown', 'skill names are unknown')}`, help: 'Choose what they mean. The names are kept as other names of the skills, so the next file finds them. Then the file is checked again.',
    allSure: (n: number) => `Accept the ${n} sure ones`, none: 'Accept none', rows: (n: number, said: string) => `${said} ${plural(n, 'row', 'rows')}`, other: 'Choose another', accept: (n: number) => `Save ${n} and check again`,
    keys: '↑↓ move · 1–3 choose · 0 leaves', nothing: 'Nothing is like it', means: (written: string) => `What “${written}” means`, saved: 'The names are saved, the file is being checked again',
  },
});
