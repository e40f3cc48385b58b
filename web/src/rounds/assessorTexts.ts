// Words about assessors from outside.
import type { AssessorState } from '../api/types';
import { texts } from '../ui/i18n';

export const outside = texts({
  sv: {
    title: 'Utomstående bedömare', help: 'Någon utanför organisationen som får svara om vissa personer. Kontot öppnar bara de formulären, och bara till sista dagen.', none: 'Ingen är inbjuden.', add: 'Bjud in en bedömare', name: 'Namn', organisation: 'Arbetar för', email: 'E-post', language: 'Språk', lastDay: 'Sista dag', people: 'Personer', peopleHelp: 'Bland dem som är med i kartläggningen.', unit: 'Alla i en enhet', skills: 'Kompetenser', skillsHelp: 'Utan val: allt som frågas om personen.', everySkill: 'Alla frågor', invite: 'Skapa kontot',
    done: (done: string, all: string) => `${done} av ${all} klara`, until: (day: string) => `till och med ${day}`, newLink: 'Bjud in på nytt', letterFailed: 'mejlet kom inte fram', end: 'Avsluta nu', ended: 'Kontot är avslutat', prolong: 'Spara dagen', prolonged: 'Sista dagen är ändrad', give: 'Ge personerna', given: 'Bedömaren har fått personerna', take: 'Ta bort', more: 'Fler personer', cases: 'Svarar om', manage: (name: string) => `Sköt ${name}`, answered: (n: string, all: string) => `${n} av ${all} svar`,
  },
  en: {
    title: 'Assessors from outside', help: 'Somebody outside the organisation who may answer about some people. The account opens those forms only, and only until its last day.', none: 'Nobody is invited.', add: 'Invite an assessor', name: 'Name', organisation: 'Works for', email: 'E-mail', language: 'Language', lastDay: 'Last day', people: 'People', peopleHelp: 'Among those who are in the round.', unit: 'Everybody in a unit', skills: 'Skills', skillsHelp: 'No choice: all that is asked about the person.', everySkill: 'All questions', invite: 'Make the account',
    done: (done: string, all: string) => `${done} of ${all} done`, until: (day: string) => `until ${day}`, newLink: 'Invite again', letterFailed: 'the message did not arrive', end: 'End now', ended: 'The account has ended', prolong: 'Save the day', prolonged: 'The last day is changed', give: 'Give the people', given: 'The assessor has the people', take: 'Remove', more: 'More people', cases: 'Answers about', manage: (name: string) => `Manage ${name}`, answered: (n: string, all: string) => `${n} of ${all} answers`,
  },
});

export const assessorStates: Record<'sv' | 'en', Record<AssessorState, string>> = {
  sv: { invited: 'inbjuden', active: 'aktiv', over: 'har gått ut', closed: 'stängd av administratör' },
  en: { invited: 'invited', active: 'active', over: 'has ended', closed: 'closed by an administrator' },
};
