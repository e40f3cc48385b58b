// Words of the start page and the first-start guide.
import type { Language, Role } from '../api/types';
import { texts } from '../ui/i18n';

export const home = texts({
  sv: {
    tasks: 'Väntar på dig', noTasks: 'Inget väntar på dig just nu.', openMap: 'Öppna gapkartan', units: 'Enheterna, krav för krav', hidden: 'för få för att visas', noFigures: 'Summorna visas när personer har roller och bedömningar.',
    next: 'Här är det längst till kravet', nextNone: 'Du når alla krav som är bedömda.', openProfile: 'Öppna min profil', teamTitle: 'Teamet, person för person', openTeam: 'Öppna teamet', guideTitle: 'Fyra steg till gapkartan', guideCrumb: 'Kom i gång', guideTeaser: 'Kom i gång med Kunna', guideDone: (done: number, all: number) => `${done} av ${all} steg klara`, openGuide: 'Öppna guiden', stepDone: 'klart', audit: 'Öppna spårloggen', auditHelp: 'Varje ändring och varje läsning finns i spårloggen, länkad till den före.',
    packs: 'Välj startpaket', packsHelp: 'Kompetenser, nivåer och roller som liknar era.', people: 'Läs in personerna', peopleHelp: 'Från lönesystemets fil: anställda, enheter, chefer.', roles: 'Ge rollerna krav', rolesHelp: 'Ändra startpaketens roller eller läs in egna.', assessments: 'Samla bedömningar', assessmentsHelp: 'Läs in dem ni har, eller låt medarbetare och chefer skatta.', map: 'Se gapkartan', mapHelp: 'Var saknar vi kompetens? Svaret är klart så snart det finns underlag.',
    packsGo: 'Välj paket', peopleGo: 'Importera', rolesGo: 'Till rollerna', assessmentsGo: 'Importera', mapGo: 'Till kartan', countOf: (n: string) => `${n} hittills`,
  },
  en: {
    tasks: 'Waiting for you', noTasks: 'Nothing waits for you right now.', openMap: 'Open the gap map', units: 'The units, requirement by requirement', hidden: 'too few to show', noFigures: 'The sums show when people have roles and assessments.',
    next: 'Farthest from the requirement', nextNone: 'You meet every requirement that is assessed.', openProfile: 'Open my profile', teamTitle: 'The team, person by person', openTeam: 'Open the team', guideTitle: 'Four steps to the gap map', guideCrumb: 'Getting started', guideTeaser: 'Get started with Kunna', guideDone: (done: number, all: number) => `${done} of ${all} steps done`, openGuide: 'Open the guide', stepDone: 'done', audit: 'Open the audit trail', auditHelp: 'Every change and every reading is in the trail, chained to the one before.',
    packs: 'Choose starter packs', packsHelp: 'Skills, levels and roles that resemble yours.', people: 'Import the people', peopleHelp: 'From the payroll system’s file: employees, units, managers.', roles: 'Give the roles requirements', rolesHelp: 'Change the roles of the packs or import your own.', assessments: 'Gather assessments', assessmentsHelp: 'Import what you have, or let employees and managers rate.', map: 'See the gap map', mapHelp: 'Where do we lack skills? The answer is there as soon as there is something to go by.',
    packsGo: 'Choose packs', peopleGo: 'Import', rolesGo: 'To the roles', assessmentsGo: 'Import', mapGo: 'To the map', countOf: (n: string) => `${n} so far`,
  },
});

export const questions: Record<Language, Record<Role, string>> = {
  sv: { employee: 'Vad kan jag, och vad är nästa steg?', manager: 'Hur står teamet sig?', hr: 'Vad behöver göras nu?', learning: 'Var gör lärande störst nytta?', executive: 'Kan vi det vi behöver kunna?', auditor: 'Går allt att följa?', administrator: 'Mår Kunna bra?', assessor: 'Vad väntar på mina svar?' },
  en: { employee: 'What can I do, and what is the next step?', manager: 'How does the team stand?', hr: 'What needs doing now?', learning: 'Where does learning help most?', executive: 'Can we do what we need to?', auditor: 'Can everything be followed?', administrator: 'Is Kunna well?', assessor: 'What waits for my answers?' },
};
