// Words about taxonomies and their concepts.
import type { Change, ConceptType, Correspondence } from '../api/types';
import { plural, texts } from '../ui/i18n';

export const taxonomies = texts({
  sv: {
    title: 'Vad heter det i ESCO?', titleOf: (name: string) => `Vad heter det i ${name}?`, several: 'taxonomierna', crumb: 'Taxonomier: begrepp att jämföra och länka till', find: 'Sök kompetens eller yrkestitel, på svenska eller engelska', skills: 'Kompetenser', occupations: 'Yrken',
    emptyTitle: 'Ingen taxonomi är inläst', emptyHelp: 'Hämta ESCO som CSV från esco.ec.europa.eu och läs in zip-filen här, eller börja med en egen lista.',
    noMatch: 'Inget begrepp liknar det', noMatchHelp: 'Pröva ett annat ord, eller sök bland det andra slaget.', foundBy: (name: string) => `kallas ”${name}”`, probability: 'Så troligt är det att begreppet är det som menas',
    findInTree: 'Sök i trädet',
    release: 'Utgåva', imported: 'Inläst', languages: 'Språk', relations: 'Samband', retiredOnes: 'Utgångna', skillCount: (n: number, shown: string) => `${shown} ${plural(n, 'kompetens', 'kompetenser')}`, occupationCount: (n: number, shown: string) => `${shown} ${plural(n, 'yrke', 'yrken')}`, tree: 'Bläddra',
    also: 'Kallas också', below: 'Under detta', essential: 'Kräver', optional: 'Har nytta av', neededBy: 'Behövs av', above: 'Hör till', otherLanguages: 'På andra språk', code: 'Kod', isco: 'ISCO-08', address: 'URI', retired: 'utgånget', replacedBy: 'Ersatt av', inside: (n: string) => `${n} under`, source: 'Källa',
    inLanguage: (language: string) => `finns bara på ${language}`, essentialMark: 'krävs', inCatalogue: 'I vår katalog', notInCatalogue: 'Ingen av våra kompetenser står för begreppet än.', takeIn: 'Ta in i katalogen', takenIn: (name: string) => `”${name}” finns nu i katalogen`, skillRetired: 'utgången', makeRole: 'Gör en rollprofil', nothing: 'Begreppet har inga samband.',
    one: 'Taxonomier', missing: 'Taxonomin finns inte', unnamed: 'Utgåva utan namn', before: (label: string, language: string) => `hette ”${label}” på ${language}`, amended: (n: string) => `${n} kompletterade`, unchanged: (n: string) => `${n} som förut`, relationChanges: (added: string, dropped: string) => `samband: ${added} nya, ${dropped} borttagna`,
    elsewhere: 'I andra taxonomier', crosswalkTo: (name: string) => `Kopplad till ${name}`, file: 'Fil', showAll: (n: string) => `Visa alla ${n}`,
  },
  en: {
    title: 'What does ESCO call it?', titleOf: (name: string) => `What is it called in ${name}?`, several: 'the taxonomies', crumb: 'Taxonomies: concepts to compare with and link to', find: 'Search for a skill or a job title, in Swedish or English', skills: 'Skills', occupations: 'Occupations',
    emptyTitle: 'No taxonomy has been imported', emptyHelp: 'Download ESCO as CSV from esco.ec.europa.eu and import the zip here, or begin with a list of your own.',
    noMatch: 'No concept is like it', noMatchHelp: 'Try another word, or search among the other kind.', foundBy: (name: string) => `called “${name}”`, probability: 'How probable it is that this concept is meant',
    findInTree: 'Search in the tree',
    release: 'Release', imported: 'Imported', languages: 'Languages', relations: 'Relations', retiredOnes: 'Retired', skillCount: (n: number, shown: string) => `${shown} ${plural(n, 'skill', 'skills')}`, occupationCount: (n: number, shown: string) => `${shown} ${plural(n, 'occupation', 'occupations')}`, tree: 'Browse',
    also: 'Also called', below: 'Below it', essential: 'Needs', optional: 'Benefits from', neededBy: 'Needed by', above: 'Belongs to', otherLanguages: 'In other languages', code: 'Code', isco: 'ISCO-08', address: 'URI', retired: 'retired', replacedBy: 'Replaced by', inside: (n: string) => `${n} below`, source: 'Source',
    inLanguage: (language: string) => `only in ${language}`, essentialMark: 'essential', inCatalogue: 'In our catalogue', notInCatalogue: 'None of our skills stands for the concept yet.', takeIn: 'Take into the catalogue', takenIn: (name: string) => `“${name}” is now in the catalogue`, skillRetired: 'retired', makeRole: 'Make a role profile', nothing: 'The concept has no relations.',
    one: 'Taxonomies', missing: 'There is no such taxonomy', unnamed: 'Release without a name', before: (label: string, language: string) => `was called “${label}” in ${language}`, amended: (n: string) => `${n} amended`, unchanged: (n: string) => `${n} as before`, relationChanges: (added: string, dropped: string) => `relations: ${added} new, ${dropped} dropped`,
    elsewhere: 'In other taxonomies', crosswalkTo: (name: string) => `Linked to ${name}`, file: 'File', showAll: (n: string) => `Show all ${n}`,
  },
});

export const typeNames: Record<'sv' | 'en', Record<ConceptType, string>> = {
  sv: { skill: 'kompetens', knowledge: 'kunskap', skill_group: 'kompetensgrupp', occupation: 'yrke', occupation_group: 'yrkesgrupp' },
  en: { skill: 'skill', knowledge: 'knowledge', skill_group: 'skill group', occupation: 'occupation', occupation_group: 'occupation group' },
};

export const changeNames: Record<'sv' | 'en', Record<Change, string>> = {
  sv: { added: 'Nya', relabelled: 'Omdöpta', replaced: 'Ersatta', retired: 'Utgångna', restored: 'Åter' },
  en: { added: 'New', relabelled: 'Renamed', replaced: 'Replaced', retired: 'Retired', restored: 'Back again' },
};

/** How the other concept corresponds to the one that is shown. */
export const correspondenceNames: Record<'sv' | 'en', Record<Correspondence, string>> = {
  sv: { exact: 'Samma', close: 'Nästan samma', broad: 'Vidare', narrow: 'Snävare' },
  en: { exact: 'The same', close: 'Nearly the same', broad: 'Broader', narrow: 'Narrower' },
};
