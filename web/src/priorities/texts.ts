// Words of the page about priorities.
import { texts } from '../ui/i18n';

export const priorities = texts({
  sv: {
    title: 'Vad behöver vi satsa på först?', crumb: 'Målens kompetensbehov, rangordnade',
    coverage: 'Kompetenstäckning', coverageHelp: (needs: string) => `Av ${needs} behov, viktat efter hur kritiska de är.`, change: 'På tre månader', changeHelp: 'Procentenheter. Samma behov, bedömda som för tre månader sedan.', open: 'Behov att satsa på', openHelp: (n: string) => `${n} är mycket kritiska (20 eller mer).`, notFunded: 'Satsas medvetet inte på', notFundedHelp: 'Beslut som är fattade, med skäl.',
    empty: 'Inga behov att rangordna', emptyHelp: 'Prioriteringen bygger på vad målen behöver. Sätt mål och säg vad de kräver.', toGoals: 'Till målen',
    goals: 'Mål för mål', goalsHelp: 'Hur stor del av varje måls behov som är täckt.', goalNeeds: (n: string) => `${n} behov`, few: 'för få för att visas', outside: 'utanför dina enheter',
    rank: 'Plats', need: 'Behov', covered: 'Täckt', priority: 'Prioritet', parts: 'Så räknas den', chosen: (by: string) => `vald av ${by}`, chosenBy: 'vald för hand', computed: (value: string) => `formeln ger ${value}`,
    ofGoal: 'Mål', asked: (n: string, level: string, day: string) => `${n} på nivå ${level}, senast ${day}`, everyRole: 'alla roller',
    formula: (k: string, lacking: string, urgency: string, effort: string) => `kritisk ${k} × saknas ${lacking} × bråttom ${urgency} ÷ insats ${effort}`,
    critical: (weight: string, consequence: string, scarcity: string) => `vikt ${weight} × konsekvens ${consequence} × knapphet ${scarcity}`, veryCritical: 'mycket kritiskt', monthsLeft: (n: string) => `${n} månader kvar`, hours: (n: string) => `${n} timmar lärande`, how: 'Hur räknas prioriteten?', howText: 'Hur kritiskt behovet är (målets vikt × konsekvens × knapphet), hur stor del som saknas, hur bråttom det är (12 delat med månaderna kvar, högst 4) och insatsen i arbetsveckor om 40 timmar. Är alla som behövs redan på nivån men osäkra räcker det att bekräfta dem: då är insatsen en timme.', assess: 'Räcker att bekräfta nivåer',
    choose: 'Ändra', chooseTitle: 'Välj mot formeln', own: 'Egen prioritet', ownHelp: (value: string) => `Formeln ger ${value}.`, ownUnknown: 'Formelns tal visas inte här.', doNotFund: 'Satsa medvetet inte på det här', because: 'Varför?', becauseHelp: 'Står kvar vid behovet och i strategin.', save: 'Spara valet', saved: 'Valet är sparat', takeBack: 'Följ formeln igen', takenBack: 'Formeln gäller igen', nothing: 'Ange en egen prioritet eller välj att inte satsa.',
  },
  en: {
    title: 'What should we invest in first?', crumb: 'The skills that the goals need, ranked',
    coverage: 'Skills coverage', coverageHelp: (needs: string) => `Of ${needs} needs, weighted by how critical they are.`, change: 'In three months', changeHelp: 'Percentage points. The same needs, as judged three months ago.', open: 'Needs to invest in', openHelp: (n: string) => `${n} are highly critical (20 or more).`, notFunded: 'Deliberately not funded', notFundedHelp: 'Decisions that were taken, with their reasons.',
    empty: 'No needs to rank', emptyHelp: 'Priorities are built on what the goals need. Set goals and say what they take.', toGoals: 'To the goals',
    goals: 'Goal by goal', goalsHelp: 'How much of each goal’s needs is covered.', goalNeeds: (n: string) => `${n} needs`, few: 'too few to show', outside: 'outside your units',
    rank: 'Rank', need: 'Need', covered: 'Covered', priority: 'Priority', parts: 'How it comes about', chosen: (by: string) => `chosen by ${by}`, chosenBy: 'chosen by hand', computed: (value: string) => `the formula gives ${value}`,
    ofGoal: 'Goal', asked: (n: string, level: string, day: string) => `${n} at level ${level}, by ${day}`, everyRole: 'all roles',
    formula: (k: string, lacking: string, urgency: string, effort: string) => `critical ${k} × lacking ${lacking} × urgent ${urgency} ÷ effort ${effort}`,
    critical: (weight: string, consequence: string, scarcity: string) => `weight ${weight} × consequence ${consequence} × scarcity ${scarcity}`, veryCritical: 'highly critical', monthsLeft: (n: string) => `${n} months left`, hours: (n: string) => `${n} hours of learning`, how: 'How is the priority computed?', howText: 'How critical the need is (weight of the goal × consequence × scarcity), how much of it is lacking, how urgent it is (12 divided by the months left, at most 4) and the effort in working weeks of 40 hours. If all who are needed are at the level but unsure, confirming them is enough: the effort is then one hour.', assess: 'Confirming levels is enough',
    choose: 'Change', chooseTitle: 'Choose against the formula', own: 'Own priority', ownHelp: (value: string) => `The formula gives ${value}.`, ownUnknown: 'The formula’s number is not shown here.', doNotFund: 'Deliberately do not fund this', because: 'Why?', becauseHelp: 'Stays with the need and in the strategy.', save: 'Save the choice', saved: 'The choice is saved', takeBack: 'Follow the formula again', takenBack: 'The formula counts again', nothing: 'Give a priority of your own, or choose not to fund it.',
  },
});
