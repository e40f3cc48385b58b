// Words used on many pages: states, sources, roles, verbs of buttons, the texts of errors that come before the server's own.
import type { ActivityKind, ImportKind, PeerState, Role, SkillKind, Source, State } from '../api/types';
import { plural, texts } from './i18n';

export const words = texts({
  sv: {
    save: 'Spara', cancel: 'Avbryt', close: 'Stäng', edit: 'Ändra', add: 'Lägg till', remove: 'Ta bort', undo: 'Ångra',
    back: 'Tillbaka', next: 'Nästa', done: 'Klart', all: 'Alla', none: 'Ingen', yes: 'Ja', no: 'Nej', more: 'Visa fler',
    search: 'Sök', clear: 'Rensa', filter: 'Filter', sort: 'Sortera', table: 'Tabell', map: 'Karta', print: 'Skriv ut',
    export: 'Exportera', exportCsv: 'CSV', exportXlsx: 'Excel (XLSX)', exportPng: 'Bild (PNG)', exportJson: 'JSON', exportEuropass: 'CV enligt Europass (PDF)',
    today: 'i dag', asOf: 'Per datum', now: 'nu', optional: 'valfritt', required: 'krävs', saved: 'Sparat', loading: 'Hämtar …',
    copy: 'Kopiera', copied: 'Kopierat', unit: 'Enhet', place: 'Ort', role: 'Roll', skill: 'Kompetens', person: 'Person', people: 'Personer',
    name: 'Namn', email: 'E-post', day: 'Datum', from: 'Från', to: 'Till', level: 'Nivå', note: 'Anteckning', manager: 'Chef', number: 'Anställningsnummer',
    description: 'Beskrivning', swedish: 'Svenska', english: 'Engelska', retry: 'Försök igen', goHome: 'Till startsidan',
    must: 'måste', unknown: 'okänd', unknownMany: 'okända', hiddenFew: 'för få (färre än 5)',
    confidence: 'säkerhet', importance: 'Vikt', nothingFound: 'Inget hittades', choose: 'Välj …', sortedBy: 'Sorterad efter',
    unreachableTitle: 'Servern svarar inte',
    unreachable: 'Kontrollera nätet eller vänta en stund. Det du ser kan vara gammalt.',
    brokenTitle: 'Något gick fel hos oss',
    broken: 'Försök igen om en stund. Händer det igen: ge administratören spårnumret nedan.',
    forbiddenTitle: 'Det här får du inte se',
    forbidden: 'Din roll ger inte tillgång hit. Be den som administrerar Kunna om du behöver det i ditt arbete.',
    missingTitle: 'Det finns inget här',
    missing: 'Antingen har det tagits bort, eller så får du inte se det.',
    staleTitle: 'Någon annan hann före',
    stale: 'Uppgiften ändrades medan du skrev. Läs in den igen och gör om din ändring.',
    trace: 'Spårnummer',
    reload: 'Läs in igen',
    importance1: 'stöd', importance2: 'viktig', importance3: 'avgörande',
    moreOf: (shown: number) => `${shown} visas`,
    peopleCount: (n: number) => `${n} ${plural(n, 'person', 'personer')}`,
    skipToMain: 'Hoppa till innehållet',
    reasonTitle: 'Varför behöver du se nivåerna?', reason: 'Skäl', reasonGo: 'Visa', reasonExamples: 'Bemanning|Underlag för utbildning|Fråga från medarbetaren|Rättelse av uppgift',
    sortAscending: 'stigande', sortDescending: 'fallande',
  },
  en: {
    save: 'Save', cancel: 'Cancel', close: 'Close', edit: 'Edit', add: 'Add', remove: 'Remove', undo: 'Undo',
    back: 'Back', next: 'Next', done: 'Done', all: 'All', none: 'None', yes: 'Yes', no: 'No', more: 'Show more',
    search: 'Search', clear: 'Clear', filter: 'Filter', sort: 'Sort', table: 'Table', map: 'Map', print: 'Print',
    export: 'Export', exportCsv: 'CSV', exportXlsx: 'Excel (XLSX)', exportPng: 'Picture (PNG)', exportJson: 'JSON', exportEuropass: 'CV like Europass (PDF)',
    today: 'today', asOf: 'As of', now: 'now', optional: 'optional', required: 'required', saved: 'Saved', loading: 'Loading …',
    copy: 'Copy', copied: 'Copied', unit: 'Unit', place: 'Place', role: 'Role', skill: 'Skill', person: 'Person', people: 'People',
    name: 'Name', email: 'E-mail', day: 'Date', from: 'From', to: 'To', level: 'Level', note: 'Note', manager: 'Manager', number: 'Employee number',
    description: 'Description', swedish: 'Swedish', english: 'English', retry: 'Try again', goHome: 'To the start page',
    must: 'must', unknown: 'unknown', unknownMany: 'unknown', hiddenFew: 'too few (under 5)',
    confidence: 'confidence', importance: 'Weight', nothingFound: 'Nothing found', choose: 'Choose …', sortedBy: 'Sorted by',
    unreachableTitle: 'The server does not answer',
    unreachable: 'Check the network or wait a moment. What you see may be old.',
    brokenTitle: 'Something went wrong on our side',
    broken: 'Try again in a moment. If it happens again, give the administrator the trace number below.',
    forbiddenTitle: 'You may not see this',
    forbidden: 'Your role does not reach here. Ask whoever administers Kunna if your work needs it.',
    missingTitle: 'There is nothing here',
    missing: 'Either it has been removed, or you may not see it.',
    staleTitle: 'Somebody was faster',
    stale: 'This was changed while you were writing. Load it again and redo your change.',
    trace: 'Trace number',
    reload: 'Load again',
    importance1: 'support', importance2: 'important', importance3: 'decisive',
    moreOf: (shown: number) => `${shown} shown`,
    peopleCount: (n: number) => `${n} ${plural(n, 'person', 'people')}`,
    skipToMain: 'Skip to content',
    reasonTitle: 'Why do you need to see the levels?', reason: 'Reason', reasonGo: 'Show', reasonExamples: 'Staffing|Planning of training|Question from the employee|Correction of data',
    sortAscending: 'ascending', sortDescending: 'descending',
  },
});

// Names of fixed lists: a new member of the API's type does not compile until both languages name it.
type Names<K extends string> = { sv: Record<K, string>; en: Record<K, string> };

export const stateNames: Names<State> = {
  sv: { met: 'når kravet', uncertain: 'osäker', gap: 'under kravet', unknown: 'okänd' },
  en: { met: 'meets the requirement', uncertain: 'uncertain', gap: 'below the requirement', unknown: 'unknown' },
};

export const sourceNames: Names<Source> = {
  sv: { self: 'självskattning', manager: 'chef', peer: 'kollega', interview: 'kompetensintervju', talk: 'medarbetarsamtal', test: 'test', project: 'projekt', certificate: 'intyg', expert: 'sakkunnig' },
  en: { self: 'self-rating', manager: 'manager', peer: 'peer', interview: 'skills interview', talk: 'employee dialogue', test: 'test', project: 'project', certificate: 'certificate', expert: 'expert' },
};

export const roleNames: Names<Role> = {
  sv: { employee: 'Medarbetare', manager: 'Chef', hr: 'HR', learning: 'Kompetensutveckling', executive: 'Ledning', auditor: 'Granskare', administrator: 'Administratör', assessor: 'Utomstående bedömare' },
  en: { employee: 'Employee', manager: 'Manager', hr: 'HR', learning: 'Learning & development', executive: 'Executive', auditor: 'Auditor', administrator: 'Administrator', assessor: 'Assessor from outside' },
};

export const kindNames: Names<SkillKind> = {
  sv: { technical: 'teknisk', tool: 'verktyg', soft: 'social' },
  en: { technical: 'technical', tool: 'tool', soft: 'soft' },
};

export const importKindNames: Names<ImportKind> = {
  sv: { people: 'Personer', roles: 'Rollprofiler', assessments: 'Bedömningar', activities: 'Lärande' },
  en: { people: 'People', roles: 'Role profiles', assessments: 'Assessments', activities: 'Learning' },
};

export const activityKinds: Names<ActivityKind> = {
  sv: { course: 'Kurs', path: 'Lärväg', micro: 'Mikroserie', mentor: 'Mentorskap', rotation: 'Arbetsrotation', project: 'Projekt', coaching: 'Coachning', external: 'Extern' },
  en: { course: 'Course', path: 'Path', micro: 'Micro series', mentor: 'Mentoring', rotation: 'Job rotation', project: 'Project', coaching: 'Coaching', external: 'External' },
};

/** Where the naming of a colleague in an inventory round stands. */
export const peerStates: Record<'sv' | 'en', Record<PeerState, string>> = {
  sv: { proposed: 'föreslagen', confirmed: 'svarar', turned_down: 'bortvald av chefen', declined: 'har avstått' },
  en: { proposed: 'proposed', confirmed: 'answers', turned_down: 'turned down by the manager', declined: 'has declined' },
};
