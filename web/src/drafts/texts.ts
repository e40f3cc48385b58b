// Words about drafts of role profiles.
import { plural, texts } from '../ui/i18n';

export const drafts = texts({
  sv: {
    title: (name: string) => `Vad ska rollen ${name} kräva?`, crumb: (source: string) => `Utkast ur ${source} · inget sparas förrän du skapar rollen`,
    nameSv: 'Rollens namn på svenska', nameEn: 'Rollens namn på engelska', rule: 'Så föreslås nivåerna', lines: 'Föreslagna kompetenser', keep: (name: string) => `Ta med ${name}`, all: 'Ta med alla', none: 'Ta inte med någon', essential: 'krävs', optional: 'till nytta', missing: 'tas in i katalogen', level: 'Nivå', importance: 'Vikt', must: 'Måste',
    chosen: (n: number, fresh: number) => `${n} ${plural(n, 'krav', 'krav')} valda${fresh ? `, ${fresh} av dem ${plural(fresh, 'är en ny kompetens', 'är nya kompetenser')} i katalogen` : ''}`,
    create: 'Skapa rollen', created: (name: string) => `Rollen ${name} är skapad`, empty: 'Yrket har inga kompetenser att utgå från', emptyHelp: 'Välj ett annat yrke, eller skapa rollen för hand.', toRoles: 'Till rollerna',
    textTitle: 'Vilka kompetenser talar texten om?', textCrumb: 'Ny roll ur en arbetsbeskrivning eller annons', textLabel: 'Arbetsbeskrivning eller annons', textHelp: 'Klistra in texten, eller välj en fil (TXT, DOCX eller PDF, högst 5 MB). Varken fil eller text sparas.', fromOccupation: 'Utgå från ett yrke i ESCO i stället', file: 'Välj fil', find: 'Hitta kompetenser', again: 'Ändra texten', reading: 'Läser filen …',
    found: (n: number) => `${n} ${plural(n, 'kompetens', 'kompetenser')} hittade`, nothingFound: 'Inga kompetenser kändes igen i texten', nothingFoundHelp: 'Beskriv vad man gör i rollen och vad man behöver kunna, eller skapa rollen för hand.', source: 'en text', text: 'Texten', probability: (share: string) => `${share} säker`, saidAs: (words: string) => `”${words}”`, showLine: (name: string) => `Visa ${name} bland förslagen`,
  },
  en: {
    title: (name: string) => `What should the role ${name} require?`, crumb: (source: string) => `Draft from ${source} · nothing is saved until you create the role`,
    nameSv: 'Name of the role in Swedish', nameEn: 'Name of the role in English', rule: 'How levels are proposed', lines: 'Proposed skills', keep: (name: string) => `Include ${name}`, all: 'Include all', none: 'Include none', essential: 'essential', optional: 'beneficial', missing: 'taken into the catalogue', level: 'Level', importance: 'Weight', must: 'Required',
    chosen: (n: number, fresh: number) => `${n} ${plural(n, 'requirement', 'requirements')} chosen${fresh ? `, ${fresh} of them ${plural(fresh, 'a new skill', 'new skills')} in the catalogue` : ''}`,
    create: 'Create the role', created: (name: string) => `The role ${name} has been created`, empty: 'The occupation has no skills to begin with', emptyHelp: 'Choose another occupation, or create the role by hand.', toRoles: 'To the roles',
    textTitle: 'Which skills does the text speak of?', textCrumb: 'New role from a job description or an advertisement', textLabel: 'Job description or advertisement', textHelp: 'Paste the text, or choose a file (TXT, DOCX or PDF, at most 5 MB). Neither file nor text is kept.', fromOccupation: 'Begin with an occupation of ESCO instead', file: 'Choose file', find: 'Find skills', again: 'Change the text', reading: 'Reading the file …',
    found: (n: number) => `${n} ${plural(n, 'skill', 'skills')} found`, nothingFound: 'No skills were recognised in the text', nothingFoundHelp: 'Describe what one does in the role and what one has to know, or create the role by hand.', source: 'a text', text: 'The text', probability: (share: string) => `${share} certain`, saidAs: (words: string) => `“${words}”`, showLine: (name: string) => `Show ${name} among the proposals`,
  },
});

export const cv = texts({
  sv: {
    title: 'Vad säger ditt CV att du kan?', crumb: 'Egna skattningar ur ditt CV', label: 'Ditt CV', level: 'Nivå', notRated: 'Skattas inte', ratings: 'Kompetenser att skatta', ratingsHelp: 'Välj den nivå som stämmer. Det du inte väljer sparas inte. Skattningarna blir dina egna och syns för din chef.', others: 'Finns inte i vår katalog', othersHelp: 'De här kan du inte skatta än. Be den som sköter kompetenskatalogen att ta in dem.',
    chosen: (n: number) => `${n} ${plural(n, 'skattning', 'skattningar')} valda`, save: 'Spara skattningarna', saved: (n: number) => `${n} ${plural(n, 'skattning', 'skattningar')} sparade`, toMe: 'Till min profil', nothingHelp: 'Beskriv vad du har gjort och vad du kan, eller skatta dig direkt på din profil.', nobody: 'Kontot hör inte till någon anställd', nobodyHelp: 'Bara den som är anställd har kompetenser att skatta.',
  },
  en: {
    title: 'What does your CV say that you can do?', crumb: 'Ratings of your own from your CV', label: 'Your CV', level: 'Level', notRated: 'Not rated', ratings: 'Skills to rate', ratingsHelp: 'Choose the level that fits. What you do not choose is not saved. The ratings are your own, and your manager sees them.', others: 'Not in our catalogue', othersHelp: 'You cannot rate these yet. Ask whoever keeps the catalogue of skills to take them in.',
    chosen: (n: number) => `${n} ${plural(n, 'rating', 'ratings')} chosen`, save: 'Save the ratings', saved: (n: number) => `${n} ${plural(n, 'rating', 'ratings')} saved`, toMe: 'To my profile', nothingHelp: 'Describe what you have done and what you can do, or rate yourself on your profile.', nobody: 'The account belongs to no employee', nobodyHelp: 'Only employees have skills to rate.',
  },
});
