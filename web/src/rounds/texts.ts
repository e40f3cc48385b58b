// Words about inventory rounds.
import type { AnswerKind, RoundState, Voice } from '../api/types';
import { texts } from '../ui/i18n';

export const rounds = texts({
  sv: {
    title: 'Vem har sagt vad de kan?', crumb: 'Kartläggningar: medarbetare, chefer och kollegor svarar under några veckor', add: 'Ny kartläggning', one: 'Kartläggningar',
    empty: 'Ingen kartläggning än', emptyHelp: 'En kartläggning frågar en grupp vad den kan. Svaren blir bedömningar på varje persons profil, och när den stängs ser ni vad som har rört sig.',
    name: 'Namn', nameHelp: 'Det som de som svarar ser, till exempel Hösten 2026.', units: 'Enheter', unitsHelp: 'Med allt under dem. Utan val: alla.', everybody: 'Alla enheter', roles: 'Roller', rolesHelp: 'Bara de som har rollen, om rollens krav.', everyRole: 'Alla roller', about: 'Om vad', fromProfile: 'Det rollen kräver', chosenSkills: 'Valda kompetenser', ofGoal: 'Vad ett mål behöver', goal: 'Mål', goalHelp: 'Frågorna är de kompetenser målet behöver den dag kartläggningen öppnas.', skills: 'Kompetenser', who: 'Vem svarar', howMany: 'Kollegor om varje person', howManyHelp: 'Medarbetaren föreslår, chefen bekräftar. Först då frågas kollegan.', assessorLater: 'Utomstående bedömare lägger ni till när kartläggningen är öppen.', upTo: (n: string) => `högst ${n} per person`,
    opens: 'Öppnar', closes: 'Sista svarsdag', save: 'Spara utkastet', editTitle: 'Ändra utkastet', saved: 'Utkastet är sparat', period: (from: string, to: string) => `${from} – ${to}`, closedAt: 'Stängd', by: 'Startad av',
    wouldAsk: (n: string) => `${n} personer får frågor`, leftOut: (n: string) => `${n} i urvalet har ingen roll med krav och får inga frågor.`,
    open: 'Öppna nu', openHelp: 'När kartläggningen öppnas bestäms vilka som är med och vad de svarar på. Den som börjar senare kommer inte med.', opened: 'Kartläggningen är öppen', close: 'Stäng nu', closed: 'Kartläggningen är stängd', closeHelp: 'Svaren finns kvar på varje persons profil. Efter stängningen kan ingen svara mer.', reallyClose: 'Ja, stäng för alla', discard: 'Ta bort utkastet', discarded: 'Utkastet är borttaget',
    progress: 'Så långt har enheterna kommit', up: 'Till enheten ovanför', done: 'Klara', doneOf: (done: string, all: string) => `${done} av ${all}`,
    figure: (done: string, all: string, begun: string) => `${done} av ${all} klara, ${begun} har börjat`, state: 'Läge', when: 'När',
    compare: 'Vad har rört sig?', since: 'Jämfört med', first: 'Det finns ingen tidigare kartläggning att jämföra med, så bara skillnaden mellan själv och chef visas.', movedSelf: 'Rörelse, själv', movedManager: 'Rörelse, chef', movedPeer: 'Rörelse, kollegor', movedAssessor: 'Rörelse, utomstående', severalHelp: 'För kollegor och utomstående räknas medelvärdet av dem som svarade om personen. De kan vara andra än förra gången.', apart: 'Själv minus chef', compareEmpty: 'Inget att jämföra', compareEmptyHelp: 'Ingen har angett en nivå både nu och förra gången, eller både själv och genom chefen.', compareHelp: 'Medelvärden i nivåer över dem som svarade båda gångerna. Färre än fem visas aldrig.', few: 'för få', people: (n: string) => `${n} pers.`,
  },
  en: {
    title: 'Who has told what they can do?', crumb: 'Inventory rounds: employees, managers and colleagues answer for some weeks', add: 'New round', one: 'Rounds',
    empty: 'No round yet', emptyHelp: 'A round asks a group what it can do. The answers become assessments on each person’s profile, and when it closes you see what has moved.',
    name: 'Name', nameHelp: 'What those who answer see, such as Autumn 2026.', units: 'Units', unitsHelp: 'With everything below them. No choice: everybody.', everybody: 'All units', roles: 'Roles', rolesHelp: 'Only those who hold the role, about what it requires.', everyRole: 'All roles', about: 'About what', fromProfile: 'What the role requires', chosenSkills: 'Chosen skills', ofGoal: 'What a goal needs', goal: 'Goal', goalHelp: 'It asks about the skills the goal needs on the day the round opens.', skills: 'Skills', who: 'Who answers', howMany: 'Colleagues about each person', howManyHelp: 'The employee proposes, the manager confirms. Only then the colleague is asked.', assessorLater: 'Assessors from outside are added once the round is open.', upTo: (n: string) => `at most ${n} for each`,
    opens: 'Opens', closes: 'Last day to answer', save: 'Save the draft', editTitle: 'Change the draft', saved: 'The draft is saved', period: (from: string, to: string) => `${from} to ${to}`, closedAt: 'Closed', by: 'Started by',
    wouldAsk: (n: string) => `${n} people will be asked`, leftOut: (n: string) => `${n} of those chosen have no role with requirements and will not be asked.`,
    open: 'Open now', openHelp: 'Opening the round fixes who is in it and what they answer. Whoever starts later does not come in.', opened: 'The round is open', close: 'Close now', closed: 'The round is closed', closeHelp: 'The answers stay on each person’s profile. After closing nobody can answer any more.', reallyClose: 'Yes, close for everybody', discard: 'Discard the draft', discarded: 'The draft is gone',
    progress: 'How far the units have come', up: 'To the unit above', done: 'Done', doneOf: (done: string, all: string) => `${done} of ${all}`,
    figure: (done: string, all: string, begun: string) => `${done} of ${all} done, ${begun} have begun`, state: 'State', when: 'When',
    compare: 'What has moved?', since: 'Compared with', first: 'There is no earlier round to compare with, so only the difference between self and manager is shown.', movedSelf: 'Movement, self', movedManager: 'Movement, manager', movedPeer: 'Movement, colleagues', movedAssessor: 'Movement, outside assessors', severalHelp: 'For colleagues and outside assessors, the mean of those who answered about a person counts. They may be others than last time.', apart: 'Self less manager', compareEmpty: 'Nothing to compare', compareEmptyHelp: 'Nobody has given a level both now and last time, or both themselves and through the manager.', compareHelp: 'Means in levels over those who answered both times. Fewer than five are never shown.', few: 'too few', people: (n: string) => `${n} people`,
  },
});

export const answering = texts({
  sv: {
    mineTitle: 'Vad väntar på mina svar?', mineCrumb: 'Öppna kartläggningar', mineEmpty: 'Ingen kartläggning väntar på dig', mineEmptyHelp: 'När HR öppnar en kartläggning som du är med i kommer den hit och på startsidan. Du kan alltid skatta dig själv på din profil.', toProfile: 'Till min profil',
    aboutMe: 'Om mig', aboutTeam: 'Om mitt team', aboutOthers: 'Om andra', aboutOne: (name: string) => `Om ${name}`, choosing: 'Kollegor som svarar', named: (n: string, all: string) => `${n} av ${all} kollegor om mig`, waiting: (n: string) => `${n} förslag att bekräfta`, ofTeam: 'kollegor om mina medarbetare', chooseThem: 'Välj kollegor', noneOutside: 'Ingen väntar på din bedömning', noneOutsideHelp: 'Den som bjöd in dig har inte öppnat något formulär för dig just nu, eller så är kartläggningen stängd.',
    othersTitle: (name: string) => `Vad har du sett att ${name} kan?`, peerHelp: (name: string) => `${name}, närmaste chefen och HR kan se ditt svar och ditt namn. Du ser inte vad andra har svarat. Svara om det du själv har sett, annars Vet inte.`, assessorHelp: (name: string) => `${name}, närmaste chefen och HR kan se ditt svar, ditt namn och vem du arbetar för. Du ser inte vad andra har svarat. Svara om det du själv har sett, annars Vet inte.`, decline: 'Jag avstår', declined: 'Du har avstått, och den som valde dig ser det', othersThanksHelp: 'Svaren finns redan på personens profil. Du kan ändra dem tills kartläggningen stänger.', lastDay: (day: string) => `sista dagen är ${day}`, answered: (n: string, all: string) => `${n} av ${all} besvarade`, ratedOf: (n: string, all: string) => `${n} av ${all} medarbetare klara`, begin: 'Börja', goOn: 'Fortsätt', look: 'Se svaren',
    formTitle: 'Vad kan du i dag?', question: (n: string, all: string) => `Fråga ${n} av ${all}`, before: (level: string, day: string) => `Senast svarade du ${level} (${day}).`, still: (level: string) => `Fortfarande ${level}`, unknown: 'Vet inte', irrelevant: 'Inte aktuellt', next: 'Nästa', previous: 'Föregående', finish: 'Klar', all: 'Alla frågor', choose: 'Välj det som stämmer bäst', takeBack: 'Ta bort svaret',
    savedLevel: (skill: string, said: string) => `Sparat: ${skill}, ${said}`, level: (level: string) => `nivå ${level}`, taken: (skill: string) => `Svaret om ${skill} är borttaget`, unanswered: 'obesvarad', closedNow: 'Kartläggningen är stängd. Så här svarade du.',
    thanks: 'Tack, alla frågor är besvarade', thanksHelp: 'Svaren finns redan på din profil. Du kan ändra dem tills kartläggningen stänger.', leftTitle: (n: string) => `${n} frågor är kvar`, leftHelp: 'Det du har svarat är sparat. Fortsätt när det passar.', toFirst: 'Till nästa obesvarade',
    gridTitle: 'Vad kan var och en i teamet?', gridHelp: 'Pilarna flyttar. En siffra sätter nivån, X är inte aktuellt, ? är vet inte, Enter behåller förra svaret, Backsteg tar bort och Ctrl+Z ångrar. Allt sparas direkt.', gridName: 'Bedömning av teamet', notAsked: 'ingen fråga', self: (said: string) => `själv ${said}`, selfSaid: (said: string) => `Personens eget svar: ${said}`, selfLater: 'Personens eget svar visas när du har svarat.', selfNone: 'Personen har inte svarat om den här kompetensen.', selfDone: (n: string, all: string) => `egna svar ${n} av ${all}`, apart: 'ni ser olika på det: prata om det',
    keep: (level: string) => `Behåll ${level}`, beforeManager: (level: string, day: string) => `Förra chefsbedömningen: ${level} (${day}).`, undone: 'Ångrat', nothingToUndo: 'Det finns inget mer att ångra', saving: 'Sparar …', allSaved: 'Allt är sparat', outside: (low: string, high: string) => `Skalan går från ${low} till ${high}.`, done: 'klar', gridClosed: 'Kartläggningen är stängd; svaren kan inte ändras här.', gone: 'Till kartläggningarna',
  },
  en: {
    mineTitle: 'What waits for my answers?', mineCrumb: 'Open inventory rounds', mineEmpty: 'No round waits for you', mineEmptyHelp: 'When HR opens a round that you are in, it comes here and on the start page. You can always rate yourself on your profile.', toProfile: 'To my profile',
    aboutMe: 'About me', aboutTeam: 'About my team', aboutOthers: 'About others', aboutOne: (name: string) => `About ${name}`, choosing: 'Colleagues who answer', named: (n: string, all: string) => `${n} of ${all} colleagues about me`, waiting: (n: string) => `${n} proposals to confirm`, ofTeam: 'colleagues about my reports', chooseThem: 'Choose colleagues', noneOutside: 'Nobody waits for your assessment', noneOutsideHelp: 'Whoever invited you has opened no form for you just now, or the round is closed.',
    othersTitle: (name: string) => `What have you seen that ${name} can do?`, peerHelp: (name: string) => `${name}, their manager and HR can see your answer and your name. You do not see what others have answered. Answer about what you have seen yourself, otherwise Don’t know.`, assessorHelp: (name: string) => `${name}, their manager and HR can see your answer, your name and whom you work for. You do not see what others have answered. Answer about what you have seen yourself, otherwise Don’t know.`, decline: 'I would rather not', declined: 'You have declined, and those who chose you can see it', othersThanksHelp: 'The answers are already on the person’s profile. You can change them until the round closes.', lastDay: (day: string) => `the last day is ${day}`, answered: (n: string, all: string) => `${n} of ${all} answered`, ratedOf: (n: string, all: string) => `${n} of ${all} people done`, begin: 'Begin', goOn: 'Go on', look: 'See the answers',
    formTitle: 'What can you do today?', question: (n: string, all: string) => `Question ${n} of ${all}`, before: (level: string, day: string) => `Last time you answered ${level} (${day}).`, still: (level: string) => `Still ${level}`, unknown: 'Don’t know', irrelevant: 'Not relevant', next: 'Next', previous: 'Previous', finish: 'Finish', all: 'All questions', choose: 'Choose what fits best', takeBack: 'Remove the answer',
    savedLevel: (skill: string, said: string) => `Saved: ${skill}, ${said}`, level: (level: string) => `level ${level}`, taken: (skill: string) => `The answer about ${skill} is removed`, unanswered: 'not answered', closedNow: 'The round is closed. This is what you answered.',
    thanks: 'Thank you, every question is answered', thanksHelp: 'The answers are already on your profile. You can change them until the round closes.', leftTitle: (n: string) => `${n} questions are left`, leftHelp: 'What you have answered is saved. Go on when it suits you.', toFirst: 'To the next unanswered',
    gridTitle: 'What can each of the team do?', gridHelp: 'Arrows move. A digit sets the level, X is not relevant, ? is don’t know, Enter keeps the last answer, Backspace removes and Ctrl+Z undoes. Everything is saved at once.', gridName: 'Rating of the team', notAsked: 'no question', self: (said: string) => `self ${said}`, selfSaid: (said: string) => `The person’s own answer: ${said}`, selfLater: 'The person’s own answer shows when you have answered.', selfNone: 'The person has not answered about this skill.', selfDone: (n: string, all: string) => `own answers ${n} of ${all}`, apart: 'you see it differently: talk about it',
    keep: (level: string) => `Keep ${level}`, beforeManager: (level: string, day: string) => `The manager’s last rating: ${level} (${day}).`, undone: 'Undone', nothingToUndo: 'There is nothing more to undo', saving: 'Saving …', allSaved: 'Everything is saved', outside: (low: string, high: string) => `The scale goes from ${low} to ${high}.`, done: 'done', gridClosed: 'The round is closed; answers cannot be changed here.', gone: 'To the rounds',
  },
});

export const talking = texts({
  sv: {
    title: 'Var ser vi olika?', crumb: 'Att prata igenom, ett svar i taget', open: 'Prata om skillnaderna', reasonHelp: 'Här står enskilda personers svar. Skälet sparas, och var och en kan se att du tittat och varför.',
    none: 'Ingen skillnad att prata om', noneHelp: 'Ingen har skattat sig två nivåer eller mer ifrån det chefen svarade.', one: (n: string, all: string) => `${n} av ${all}`, self: 'Säger själv', manager: 'Säger chefen', levels: (n: string) => `${n} nivåer isär`, list: 'Alla skillnader', more: 'Det finns fler. Välj en enhet för att se resten.', help: 'Låt båda berätta vad de har sett. Den som ändrar sig ändrar sitt svar, om kartläggningen är öppen, eller gör en ny bedömning.', everyUnit: 'Alla enheter',
  },
  en: {
    title: 'Where do we see it differently?', crumb: 'To talk through, one answer at a time', open: 'Talk about the differences', reasonHelp: 'Here are the answers of individuals. The reason is kept, and each of them can see that you looked and why.',
    none: 'No difference to talk about', noneHelp: 'Nobody has rated themself two levels or more from what the manager answered.', one: (n: string, all: string) => `${n} of ${all}`, self: 'The employee says', manager: 'The manager says', levels: (n: string) => `${n} levels apart`, list: 'All differences', more: 'There are more. Choose a unit to see the rest.', help: 'Let both tell what they have seen. Whoever thinks anew changes their answer while the round is open, or makes a new assessment.', everyUnit: 'All units',
  },
});

export const reminding = texts({
  sv: {
    title: 'Påminnelser', none: 'Ingen påminnelse har gått ut än. Alla som svarar fick veta när kartläggningen öppnade.', byItself: 'av sig själv', reached: (n: string) => `nådde ${n}`, next: (day: string) => `Nästa går av sig själv ${day}, till dem som har något kvar.`,
    remind: 'Påminn nu', sent: (n: string) => `Påminnelsen nådde ${n}`, noMail: 'E-post är inte inställd, så det sägs bara i appen. Administratören kan ställa in den.', required: 'Alla som berörs får mejl om den, också de som har valt bort andra mejl.',
    requiredLabel: 'Måste besvaras', requiredHelp: 'Mejl om den går också till dem som bara vill ha det nödvändiga.',
  },
  en: {
    title: 'Reminders', none: 'No reminder has gone out yet. Everybody who answers was told when the round opened.', byItself: 'by itself', reached: (n: string) => `reached ${n}`, next: (day: string) => `The next goes by itself on ${day}, to those who have something left.`,
    remind: 'Remind now', sent: (n: string) => `The reminder reached ${n}`, noMail: 'E-mail is not set up, so it is told in the app only. The administrator can set it up.', required: 'Everybody concerned gets e-mail about it, also those who have opted out of other e-mail.',
    requiredLabel: 'Has to be answered', requiredHelp: 'E-mail about it also goes to those who want only what is necessary.',
  },
});

export const stateNames: Record<'sv' | 'en', Record<RoundState, string>> = {
  sv: { draft: 'utkast', open: 'öppen', closed: 'stängd' },
  en: { draft: 'draft', open: 'open', closed: 'closed' },
};

export const voiceNames: Record<'sv' | 'en', Record<Voice, string>> = {
  sv: { self: 'Medarbetaren själv', manager: 'Närmaste chefen', peer: 'Kollegor', assessor: 'Utomstående bedömare' },
  en: { self: 'The employee', manager: 'The direct manager', peer: 'Colleagues', assessor: 'Assessors from outside' },
};

/** What an answer says in a word; a level is said by its number. */
export const kindNames: Record<'sv' | 'en', Record<Exclude<AnswerKind, 'level'>, string>> = {
  sv: { unknown: 'vet inte', irrelevant: 'inte aktuellt' },
  en: { unknown: 'don’t know', irrelevant: 'not relevant' },
};

