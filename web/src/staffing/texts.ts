// Words of finding people, single points of failure, departures and comparisons.
import { plural, texts } from '../ui/i18n';

export const staffing = texts({
  sv: {
    findTitle: 'Vem kan det här?', question: 'Det du söker', addSkill: 'Lägg till en kompetens', levelOf: (skill: string) => `Lägsta nivå i ${skill}`, orBetter: (level: string, name: string) => `${level} eller mer · ${name}`, drop: (skill: string) => `Ta bort ${skill}`,
    sureOnly: 'Bara säkra nivåer', anywhere: 'Hela organisationen', anyRole: 'Alla roller',
    startTitle: 'Vad behöver ni någon som kan?', startHelp: 'Välj en kompetens och hur väl den ska behärskas. Adressen bär frågan, så den kan delas.',
    nobodyTitle: 'Ingen du får se kan allt det här', nobodyHelp: 'Sänk en nivå, ta bort en kompetens eller välj en större enhet.', nobodySure: 'Eller räkna med osäkra nivåer också.',
    found: (n: number, shown: string) => `${shown} ${plural(n, 'person', 'personer')}`, onlySeen: 'Du ser dem vars nivåer du får läsa. Hur många andra som kan det visas inte: en tillräckligt smal fråga skulle peka ut någon.',
    foundReason: 'Skälet sparas, och var och en som visas kan läsa det.', whyLevel: (name: string, skill: string) => `Vad ${name}s nivå i ${skill} bygger på`, why: (skill: string) => `Vad nivån bygger på: ${skill}`, plusMinus: (u: string) => `± ${u}`, unsure: 'osäker', conflict: 'källorna är oense', choose: (name: string) => `Välj ${name}`, chosen: 'Vald',
    tryLeave: 'Pröva om de slutar', tryWithout: 'Pröva utan någon',
    pointsTitle: 'Vad hänger på en enda person?', nobodyHolds: 'Ingen kan', nobodyMeaning: 'kompetenser som krävs och som ingen kvarvarande säkert når', oneHolds: 'En enda kan', oneMeaning: 'kompetenser som försvinner om personen gör det', required: 'Krävs', requiredMeaning: (people: string) => `kompetenser i rollerna för ${people} personer`, hidden: 'Visas inte', hiddenMeaning: 'kompetenser med för få personer bakom sig',
    atMostOne: 'Högst en', atMostTwo: 'Högst två', atMostFive: 'Högst fem', howMany: 'Hur många som kan', skill: 'Kompetens', level: 'Krav', needs: 'Behöver den', holders: 'Kan och stannar', none: 'ingen', one: 'en person', several: (n: string) => `${n} personer`, experts: 'Experter', expertsMeaning: (level: string) => `når kravet och minst ${level}, med säkerhet`, coverage: 'Täckning', who: 'Vem', ifLeaves: 'om personen slutar',
    whoGate: 'Visa vilka det är', whoReason: 'Skälet sparas, och den som namnges kan läsa det.',
    pointsNone: 'Inget hänger på så få', pointsNoneHelp: 'Varje kompetens som krävs här, och som kan visas, bärs av fler.', pointsNothing: 'Inga krav att visa', pointsNothingHelp: 'Antingen har rollerna här inga krav än, eller så ser du inga summor för hela enheter.',
    compareGo: 'Jämför två enheter', holdersMeaning: 'når det högsta krav som en roll här ställer, med säkerhet, och är inte på väg bort',
    leaveTitle: 'Vad händer om någon slutar?', leaveTitleOne: (name: string) => `Vad händer om ${name} slutar?`, leaveTitleMany: (n: number) => `Vad händer om ${n} personer slutar?`, leaveCrumb: 'Ett prov, inget sparas', addPerson: 'Lägg till en person', leaveStart: 'Vem ska provet gälla?', leaveStartHelp: 'Välj en eller flera personer vars nivåer du får läsa. Du ser vad som går förlorat innan det händer.',
    leaveReason: 'Skälet sparas, och personen kan läsa det.', vacant: 'Posterna räknas som tomma: det de kräver krävs fortfarande.', all: 'Allt du ser', people: (n: string) => `${n} personer`, coverageAfter: (before: string, after: string) => `${before} → ${after}`, metAfter: (before: string, after: string, of: string) => `${before} → ${after} av ${of} krav nås`, coverHidden: 'för få personer för att visas',
    lostTitle: 'Vad som går förlorat', lostNone: 'Inget går förlorat här', lostNoneHelp: 'Ingen kompetens som krävs tappar någon som säkert når kravet.', gone: 'ingen kvar', oneLeft: 'en kvar', left: (n: string) => `${n} kvar`, before: 'Före', after: 'Efter', hiddenFew: 'för få för att visas', partLabel: 'Räkna på', startOver: 'Börja om',
    compareTitle: 'Vad skiljer två enheter?', oneUnit: 'Den ena', otherUnit: 'Den andra', compareStart: 'Vilka två ska jämföras?', compareStartHelp: 'Välj två enheter. Du ser vad deras roller kräver och hur mycket av det som är visat, sida vid sida.', compareNone: 'Ingen av dem har krav', compareNoneHelp: 'Rollerna i de två enheterna har inga krav än.', notNeeded: 'krävs inte', upTo: (level: string) => `krav till ${level}`, holdersOf: (unit: string) => `Kan i ${unit}`, compareReason: 'Med ett skäl ser du också det som är för litet för att visas som summa.', compareGate: 'Visa även de små',
  },
  en: {
    findTitle: 'Who can do this?', question: 'What you look for', addSkill: 'Add a skill', levelOf: (skill: string) => `Least level in ${skill}`, orBetter: (level: string, name: string) => `${level} or more · ${name}`, drop: (skill: string) => `Remove ${skill}`,
    sureOnly: 'Sure levels only', anywhere: 'The whole organisation', anyRole: 'All roles',
    startTitle: 'What do you need somebody for?', startHelp: 'Choose a skill and how well it has to be mastered. The address carries the question, so it can be shared.',
    nobodyTitle: 'Nobody you may see can do all of this', nobodyHelp: 'Lower a level, remove a skill or choose a larger unit.', nobodySure: 'Or count uncertain levels as well.',
    found: (n: number, shown: string) => `${shown} ${plural(n, 'person', 'people')}`, onlySeen: 'You see those whose levels you may read. How many others there are is not told: a question narrow enough would point somebody out.',
    foundReason: 'The reason is kept, and everyone shown can read it.', whyLevel: (name: string, skill: string) => `What ${name}’s level in ${skill} rests on`, why: (skill: string) => `What the level rests on: ${skill}`, plusMinus: (u: string) => `± ${u}`, unsure: 'uncertain', conflict: 'sources disagree', choose: (name: string) => `Choose ${name}`, chosen: 'Chosen',
    tryLeave: 'Try their leaving', tryWithout: 'Try without somebody',
    pointsTitle: 'What hangs on one person?', nobodyHolds: 'Nobody can', nobodyMeaning: 'required skills that nobody who stays surely reaches', oneHolds: 'One alone can', oneMeaning: 'skills that go if the person does', required: 'Required', requiredMeaning: (people: string) => `skills in the roles of ${people} people`, hidden: 'Not shown', hiddenMeaning: 'skills with too few people behind them',
    atMostOne: 'One at most', atMostTwo: 'Two at most', atMostFive: 'Five at most', howMany: 'How many can', skill: 'Skill', level: 'Required', needs: 'Need it', holders: 'Can and stay', none: 'nobody', one: 'one person', several: (n: string) => `${n} people`, experts: 'Experts', expertsMeaning: (level: string) => `reach the requirement and at least ${level}, with confidence`, coverage: 'Coverage', who: 'Who', ifLeaves: 'if the person leaves',
    whoGate: 'Show who they are', whoReason: 'The reason is kept, and whoever is named can read it.',
    pointsNone: 'Nothing hangs on so few', pointsNoneHelp: 'Every skill that is required here, and can be shown, is carried by more.', pointsNothing: 'No requirements to show', pointsNothingHelp: 'Either the roles here have no requirements yet, or you see no sums of whole units.',
    compareGo: 'Compare two units', holdersMeaning: 'reach the highest requirement of a role here, with confidence, and are not about to leave',
    leaveTitle: 'What if somebody leaves?', leaveTitleOne: (name: string) => `What if ${name} leaves?`, leaveTitleMany: (n: number) => `What if ${n} people leave?`, leaveCrumb: 'A trial, nothing is stored', addPerson: 'Add a person', leaveStart: 'Whom is the trial about?', leaveStartHelp: 'Choose one or several people whose levels you may read. You see what is lost before it happens.',
    leaveReason: 'The reason is kept, and the person can read it.', vacant: 'The posts count as empty: what they require is required still.', all: 'All you see', people: (n: string) => `${n} people`, coverageAfter: (before: string, after: string) => `${before} → ${after}`, metAfter: (before: string, after: string, of: string) => `${before} → ${after} of ${of} requirements met`, coverHidden: 'too few people to show',
    lostTitle: 'What is lost', lostNone: 'Nothing is lost here', lostNoneHelp: 'No required skill loses anybody who surely reaches the requirement.', gone: 'nobody left', oneLeft: 'one left', left: (n: string) => `${n} left`, before: 'Before', after: 'After', hiddenFew: 'too few to show', partLabel: 'Count over', startOver: 'Start over',
    compareTitle: 'How do two units differ?', oneUnit: 'The one', otherUnit: 'The other', compareStart: 'Which two are to be compared?', compareStartHelp: 'Choose two units. You see what their roles require and how much of it is shown to be met, side by side.', compareNone: 'Neither has requirements', compareNoneHelp: 'The roles in the two units have no requirements yet.', notNeeded: 'not required', upTo: (level: string) => `required to ${level}`, holdersOf: (unit: string) => `Can in ${unit}`, compareReason: 'With a reason you also see what is too small to show as a sum.', compareGate: 'Show the small ones too',
  },
});

export const refresh = texts({
  sv: {
    title: 'Vad behöver förnyas, och när?', late: 'Redan passerat', within: (months: number) => `${months} månader`, when: 'Hur långt fram', lastDay: 'Sista dag', levelNow: 'Nivå i dag', confidenceNow: 'Säkerhet i dag',
    lapses: 'intyget går ut', lapsed: 'intyget har gått ut', growsOld: 'beläggen blir för gamla', tooOld: 'beläggen är för gamla', carried: 'nivån är säker ändå',
    count: (shown: string) => `${shown} att förnya`, none: 'Inget att förnya', noneHelp: 'Inget intyg går ut och ingen nivå blir för gammal så snart. Titta längre fram eller på det som redan passerat.', noneLateHelp: 'Inget intyg har gått ut och ingen nivå som krävs har blivit för gammal.',
    reason: 'Skälet sparas, och var och en som visas kan läsa det.', help: 'Intyg i alla kompetenser, om inget nyare finns, och nivåer i det som personens roller kräver. En nivå blir för gammal när säkerheten sjunker under gränsen; nivån ändras inte.',
  },
  en: {
    title: 'What needs renewing, and when?', late: 'Already past', within: (months: number) => `${months} months`, when: 'How far ahead', lastDay: 'Last day', levelNow: 'Level today', confidenceNow: 'Confidence today',
    lapses: 'the certificate lapses', lapsed: 'the certificate has lapsed', growsOld: 'the evidence grows too old', tooOld: 'the evidence is too old', carried: 'the level stays sure',
    count: (shown: string) => `${shown} to renew`, none: 'Nothing to renew', noneHelp: 'No certificate lapses and no level grows too old that soon. Look farther ahead, or at what is already past.', noneLateHelp: 'No certificate has lapsed and no required level has grown too old.',
    reason: 'The reason is kept, and everyone shown can read it.', help: 'Certificates in any skill, unless there is a newer one, and levels in what the person’s roles require. A level grows too old when its confidence falls below the threshold; the level itself does not change.',
  },
});
