// Words of handing in a release of a taxonomy.
import { texts } from '../ui/i18n';

export const handIn = texts({
  sv: {
    open: 'Läs in en taxonomi', title: 'Läs in eller uppdatera en taxonomi', list: 'Egen lista',
    escoHelp: 'Zip-filen från esco.ec.europa.eu, ”classification” som CSV, på ett eller flera språk.',
    onetHelp: 'Zip-filen från onetcenter.org, databasen som ”Text”: yrken, färdigheter, kunskaper och verktyg på engelska.',
    jobtechHelp: 'En zip-fil med filerna ur Arbetsförmedlingens öppna data: skills.json, the-ssyk-hierarchy-with-occupations.json och gärna ssyk-level-4-groups.json och bryggan till ISCO.',
    listHelp: 'CSV eller XLSX med en rad per begrepp och kolumnen namn; gärna också namn en, andra namn, beskrivning, typ och överordnad.',
    release: 'Utgåvans namn', releaseHelp: 'Lämna tomt om filerna säger det.', choose: 'Välj fil', sending: (share: string) => `Skickar, ${share}`, reading: 'Läser och jämför med det som finns …',
    holds: (skills: string, occupations: string, relations: string) => `${skills} kompetenser, ${occupations} yrken och ${relations} samband i filen`, nothing: 'Allt finns redan. Ingenting skulle ändras.',
    amended: 'Kompletterade', unchanged: 'Som förut', relations: 'Samband', examples: 'Vad som ändras, några exempel', before: (label: string) => `hette ”${label}”`,
    unknownEnds: (n: string) => `${n} samband utelämnas: ett av begreppen finns inte i filen.`, nameless: (n: string) => `${n} begrepp utan namn tas inte in.`, import: 'Läs in', done: (name: string) => `${name} är inläst`,
    crosswalk: 'Kopplingstabell', crosswalkHelp: 'CSV eller XLSX som säger vad begrepp i en taxonomi motsvaras av i en annan: Arbetsförmedlingens tabell mellan JobTech och ESCO, eller ett annat lands ur EURES. Läs in båda taxonomierna först.',
    between: (one: string, other: string) => `${one} och ${other}`, added: 'Nya kopplingar', changed: 'Kopplade på annat sätt', dropped: 'Borttagna', unknown: 'Utelämnade: begreppet är inte inläst', unstated: 'Utelämnade: inget förhållande angivet', leftOut: 'Begrepp som inte är inlästa, några exempel', row: (n: string) => `rad ${n}`,
  },
  en: {
    open: 'Import a taxonomy', title: 'Import or update a taxonomy', list: 'Own list',
    escoHelp: 'The zip from esco.ec.europa.eu, “classification” as CSV, in one or more languages.',
    onetHelp: 'The zip from onetcenter.org, the database as “Text”: occupations, skills, knowledge and tools in English.',
    jobtechHelp: 'A zip of the files from the open data of Arbetsförmedlingen: skills.json, the-ssyk-hierarchy-with-occupations.json and preferably ssyk-level-4-groups.json and the bridge to ISCO.',
    listHelp: 'CSV or XLSX with a row a concept and the column name; better still with name sv, alternative names, description, type and parent.',
    release: 'Name of the release', releaseHelp: 'Leave empty if the files tell.', choose: 'Choose a file', sending: (share: string) => `Sending, ${share}`, reading: 'Reading and comparing with what is there …',
    holds: (skills: string, occupations: string, relations: string) => `${skills} skills, ${occupations} occupations and ${relations} relations in the file`, nothing: 'All of it is there already. Nothing would change.',
    amended: 'Amended', unchanged: 'As before', relations: 'Relations', examples: 'What changes, some examples', before: (label: string) => `was called “${label}”`,
    unknownEnds: (n: string) => `${n} relations are left out: one of their concepts is not in the file.`, nameless: (n: string) => `${n} concepts without a name are not taken in.`, import: 'Import', done: (name: string) => `${name} is imported`,
    crosswalk: 'Crosswalk', crosswalkHelp: 'CSV or XLSX that says what concepts of one taxonomy are in another: the table of Arbetsförmedlingen between JobTech and ESCO, or another country’s from EURES. Import both taxonomies first.',
    between: (one: string, other: string) => `${one} and ${other}`, added: 'New links', changed: 'Linked in another way', dropped: 'Dropped', unknown: 'Left out: concept not imported', unstated: 'Left out: no relation given', leftOut: 'Concepts that have not been imported, some examples', row: (n: string) => `row ${n}`,
  },
});
