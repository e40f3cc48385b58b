// Words about levels: where they come from, how they are counted, how one objects.
import type { Contest, Language } from '../api/types';
import { plural, texts } from '../ui/i18n';

export const assessments = texts({
  sv: {
    required: 'Det rollen kräver', requiredMine: 'Det min roll kräver', key: 'svart streck = krav, fält = nivå, tunn linje = osäkerhet, ränder = okänt',
    beyond: 'Utöver kraven', fit: 'Passning mot rollen', noRole: 'Ingen roll än', noRoleHelp: 'Utan roll finns inga krav att jämföra med. HR eller chefen lägger till rollen.',
    ready: 'Alla måste-krav är visade', noMusts: 'Rollen har inga måste-krav', mustMissing: (names: string) => `Måste-krav som inte är visade: ${names}`,
    notCounted: (n: number) => `${n} ${plural(n, 'krav är okänt', 'krav är okända')} och räknas inte in`, allUnknown: 'Inget är bedömt än, så passningen är okänd.',
    of: (level: string, required: string) => `${level} av ${required}`, levelOnly: (level: string) => `nivå ${level}`,
    notAssessed: 'inte bedömd än', refresh: 'behöver fräschas upp', conflict: 'källorna är oense', contested: 'invändning', confidenceIs: (c: string) => `säkerhet ${c}`,
    how: 'Så räknas det', whyTitle: 'Vad nivån bygger på',
    explain: 'Nivån är ett vägt medel. Varje belägg väger källans vikt gånger hur färskt det är. Ju fler och färskare belägg, desto högre säkerhet; ålder sänker säkerheten, inte nivån.',
    explainLow: 'Säkerheten är under 0,5: nivån räknas som osäker tills fler har sagt sitt. Egen skattning räcker aldrig ensam.',
    share: (share: string) => `${share} av nivån`, weightAge: (weight: string, decay: string, months: string) => `vikt ${weight} × färskhet ${decay} (${months} mån)`, expires: (day: string) => `gäller t.o.m. ${day}`, expired: 'räknas inte',
    notCountedAs: 'Räknas inte', recorded: (day: string) => `registrerat ${day}`,
    disagree: 'Håller inte med', contestTitle: 'Varför håller du inte med?', contestHelp: 'Din chef eller HR svarar. Både invändningen och svaret sparas i historiken.', contestSend: 'Skicka invändning', contestSent: 'Invändningen är skickad', withdraw: 'Dra tillbaka', withdrawn: 'Invändningen är tillbakadragen',
    comment: 'Kommentera', commentSend: 'Spara kommentar', commentPlaceholder: 'Vad bör den som läser veta?',
    levels: 'Nivåerna', noEvidence: 'Inga belägg än', noEvidenceHelp: 'Nivån är okänd, inte noll. Den blir känd när någon bedömer den.',
    record: 'Bedöm', recordOwn: 'Skatta mig själv', recordTitle: (name: string) => `Bedöm ${name}`, recordOwnTitle: 'Skatta dig själv', recordHelp: 'Välj den beskrivning som stämmer bäst med vad personen gör i dag.', recordOwnHelp: 'Välj den beskrivning som stämmer bäst med vad du gör i dag.',
    source: 'Källa', expiry: 'Gäller till', noteHelp: 'Vad såg du? Personen läser det här.', save: 'Spara bedömning', recordedToast: 'Bedömningen är sparad', futureDay: 'Dagen kan inte ligga i framtiden.',
    reasonTitle: 'Varför behöver du se nivåerna?', reasonHelp: (name: string) => `Skälet sparas, och ${name} kan se att du tittat och varför.`, reason: 'Skäl', reasonGo: 'Visa nivåerna', reasonExamples: 'Bemanning|Underlag för utbildning|Fråga från medarbetaren|Rättelse av uppgift',
    noLevels: 'Nivåerna visas inte', noLevelsHelp: 'Din roll ser summor för grupper, inte enskilda personers nivåer.',
    empty: 'Ingen kompetens är bedömd än', emptyHelp: 'Börja med det rollen kräver; ett par minuter räcker.',
    contestsTitle: 'Vem håller inte med, och vad svarar vi?', contestsCrumb: 'Invändningar att besvara', contestsNone: 'Inga invändningar väntar', contestsNoneHelp: 'När någon inte håller med om en bedömning kommer det hit, och du svarar här.',
    said: (name: string) => `${name} skriver`, about: (source: string, level: number, assessor: string) => `om ${source} · nivå ${level} · ${assessor}`, answerTitle: 'Ditt svar', uphold: 'Bedömningen står fast', correct: 'Rätta nivån', newLevel: 'Ny nivå', answerPlaceholder: 'Förklara så att personen förstår.', answer: 'Svara', answered: 'Svaret är sparat', seeHow: 'Se belägg', correctedHelp: 'En ny bedömning sparas och den gamla räknas inte längre.',
  },
  en: {
    required: 'What the role requires', requiredMine: 'What my role requires', key: 'black stroke = requirement, field = level, thin line = uncertainty, stripes = unknown',
    beyond: 'Beyond the requirements', fit: 'Fit with the role', noRole: 'No role yet', noRoleHelp: 'Without a role there are no requirements to compare with. HR or the manager adds the role.',
    ready: 'Every must is shown to be met', noMusts: 'The role has no musts', mustMissing: (names: string) => `Musts not shown to be met: ${names}`,
    notCounted: (n: number) => `${n} ${plural(n, 'requirement is unknown', 'requirements are unknown')} and not counted`, allUnknown: 'Nothing is assessed yet, so the fit is unknown.',
    of: (level: string, required: string) => `${level} of ${required}`, levelOnly: (level: string) => `level ${level}`,
    notAssessed: 'not assessed yet', refresh: 'needs refresh', conflict: 'sources disagree', contested: 'objection', confidenceIs: (c: string) => `confidence ${c}`,
    how: 'How it is counted', whyTitle: 'What the level rests on',
    explain: 'The level is a weighted mean. Each piece of evidence weighs its source’s weight times how fresh it is. More and fresher evidence gives higher confidence; age lowers the confidence, not the level.',
    explainLow: 'The confidence is below 0.5: the level counts as uncertain until more have spoken. A self-rating alone is never enough.',
    share: (share: string) => `${share} of the level`, weightAge: (weight: string, decay: string, months: string) => `weight ${weight} × freshness ${decay} (${months} months)`, expires: (day: string) => `valid until ${day}`, expired: 'does not count',
    notCountedAs: 'Does not count', recorded: (day: string) => `recorded ${day}`,
    disagree: 'I disagree', contestTitle: 'Why do you disagree?', contestHelp: 'Your manager or HR answers. Both the objection and the answer stay in the history.', contestSend: 'Send objection', contestSent: 'The objection is sent', withdraw: 'Withdraw', withdrawn: 'The objection is withdrawn',
    comment: 'Comment', commentSend: 'Save comment', commentPlaceholder: 'What should the reader know?',
    levels: 'The levels', noEvidence: 'No evidence yet', noEvidenceHelp: 'The level is unknown, not zero. It becomes known when somebody assesses it.',
    record: 'Assess', recordOwn: 'Rate myself', recordTitle: (name: string) => `Assess ${name}`, recordOwnTitle: 'Rate yourself', recordHelp: 'Choose the description that best fits what the person does today.', recordOwnHelp: 'Choose the description that best fits what you do today.',
    source: 'Source', expiry: 'Valid until', noteHelp: 'What did you see? The person reads this.', save: 'Save assessment', recordedToast: 'The assessment is saved', futureDay: 'The day cannot be in the future.',
    reasonTitle: 'Why do you need to see the levels?', reasonHelp: (name: string) => `The reason is kept, and ${name} can see that you looked and why.`, reason: 'Reason', reasonGo: 'Show the levels', reasonExamples: 'Staffing|Planning of training|Question from the employee|Correction of data',
    noLevels: 'The levels are not shown', noLevelsHelp: 'Your role sees sums over groups, not the levels of single people.',
    empty: 'No skill is assessed yet', emptyHelp: 'Begin with what the role requires; a couple of minutes is enough.',
    contestsTitle: 'Who disagrees, and what do we answer?', contestsCrumb: 'Objections to answer', contestsNone: 'No objections are waiting', contestsNoneHelp: 'When somebody disagrees with an assessment it comes here, and you answer here.',
    said: (name: string) => `${name} writes`, about: (source: string, level: number, assessor: string) => `about ${source} · level ${level} · ${assessor}`, answerTitle: 'Your answer', uphold: 'The assessment stands', correct: 'Correct the level', newLevel: 'New level', answerPlaceholder: 'Explain so that the person understands.', answer: 'Answer', answered: 'The answer is saved', seeHow: 'See evidence', correctedHelp: 'A new assessment is saved and the old one no longer counts.',
  },
});

export const contestStates: Record<Language, Record<Contest['state'], string>> = {
  sv: { open: 'väntar på svar', upheld: 'bedömningen står fast', corrected: 'rättad', withdrawn: 'tillbakadragen' },
  en: { open: 'awaits an answer', upheld: 'the assessment stands', corrected: 'corrected', withdrawn: 'withdrawn' },
};
