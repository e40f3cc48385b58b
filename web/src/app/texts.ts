// Words of the shell: navigation, search, account menu, pages that are nowhere.
import { texts } from '../ui/i18n';

export const shell = texts({
  sv: {
    navigation: 'Huvudnavigering', menu: 'Meny', home: 'Hem', gap: 'Gap', find: 'Hitta kompetens', singlePoints: 'Nyckelpersoner', refresh: 'Förnyelse', wished: 'Önskemål', team: 'Mitt team', next: 'Bedöm härnäst', contests: 'Invändningar', calibration: 'Kalibrering', rounds: 'Kartläggningar', myRounds: 'Mina svar',
    strategy: 'Strategi', journey: 'Resan', decided: 'Vår strategi', goals: 'Mål', priorities: 'Prioriteringar', analytics: 'Analys', scenarios: 'Scenarier',
    learning: 'Lärande', plan: 'Plan', myPlan: 'Min plan', activities: 'Aktiviteter', programmes: 'Omskolning', nearRoles: 'Roller nära mig',
    basis: 'Underlag', people: 'Personer', units: 'Enheter', roles: 'Roller', skills: 'Kompetenser', taxonomies: 'Taxonomier', imports: 'Import',
    mine: 'Mina uppgifter', me: 'Min profil', myData: 'Allt om mig', readers: 'Vem har tittat',
    admin: 'Administration', accounts: 'Konton', audit: 'Spårlogg', jobs: 'Jobb', mail: 'E-post', notices: 'Meddelanden', unread: 'olästa', settings: 'Inställningar', status: 'Status', api: 'API-dokumentation',
    account: 'Konto och nycklar', search: 'Sök person, kompetens, roll …', searchShort: 'Sök', signOut: 'Logga ut',
    theme: 'Utseende', light: 'Ljust', dark: 'Mörkt', system: 'Som systemet', language: 'Språk',
    demo: 'Demonstration: påhittat företag', jump: 'Gå till', found: 'Träffar', noHits: 'Inga träffar. Sök på namn, anställningsnummer, kompetens eller roll.',
    hint: '↑↓ väljer · Enter öppnar · Esc stänger', hintStart: 'Skriv ett namn, en kompetens, en roll eller en enhet.',
    kindperson: 'Person', kindunit: 'Enhet', kindrole: 'Roll', kindskill: 'Kompetens', kindpage: 'Sida',
    nowhereTitle: 'Sidan finns inte', nowhere: 'Adressen leder ingenstans. Den kan vara felskriven, eller så har det den pekade på tagits bort.',
    newVersionTitle: 'En ny version har kommit', newVersion: 'Läs in sidan igen för att fortsätta.', accountMenu: 'Kontomeny',
    crashTitle: 'Sidan kunde inte visas', crash: 'Läs in den igen. Händer det igen: berätta för administratören vad du gjorde.',
  },
  en: {
    navigation: 'Main navigation', menu: 'Menu', home: 'Home', gap: 'Gap', find: 'Find people', singlePoints: 'Key people', refresh: 'Renewals', wished: 'Wishes', team: 'My team', next: 'Assess next', contests: 'Objections', calibration: 'Calibration', rounds: 'Rounds', myRounds: 'My answers',
    strategy: 'Strategy', journey: 'The journey', decided: 'Our strategy', goals: 'Goals', priorities: 'Priorities', analytics: 'Analysis', scenarios: 'Scenarios',
    learning: 'Learning', plan: 'Plan', myPlan: 'My plan', activities: 'Activities', programmes: 'Reskilling', nearRoles: 'Roles near me',
    basis: 'Groundwork', people: 'People', units: 'Units', roles: 'Roles', skills: 'Skills', taxonomies: 'Taxonomies', imports: 'Import',
    mine: 'About me', me: 'My profile', myData: 'Everything about me', readers: 'Who has looked',
    admin: 'Administration', accounts: 'Accounts', audit: 'Audit trail', jobs: 'Jobs', mail: 'E-mail', notices: 'Notices', unread: 'unread', settings: 'Settings', status: 'Status', api: 'API documentation',
    account: 'Account and keys', search: 'Search person, skill, role …', searchShort: 'Search', signOut: 'Sign out',
    theme: 'Appearance', light: 'Light', dark: 'Dark', system: 'Like the system', language: 'Language',
    demo: 'Demonstration: invented company', jump: 'Go to', found: 'Hits', noHits: 'No hits. Search by name, employee number, skill or role.',
    hint: '↑↓ choose · Enter opens · Esc closes', hintStart: 'Type a name, a skill, a role or a unit.',
    kindperson: 'Person', kindunit: 'Unit', kindrole: 'Role', kindskill: 'Skill', kindpage: 'Page',
    nowhereTitle: 'This page does not exist', nowhere: 'The address leads nowhere. It may be misspelt, or what it pointed at has been removed.',
    newVersionTitle: 'A new version has come', newVersion: 'Load the page again to go on.', accountMenu: 'Account menu',
    crashTitle: 'The page could not be shown', crash: 'Load it again. If it happens again, tell the administrator what you did.',
  },
});
