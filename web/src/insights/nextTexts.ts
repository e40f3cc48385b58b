// Words of the list of assessments worth making next.
import { texts } from '../ui/i18n';

export const next = texts({
  sv: {
    title: 'Vad lönar det sig att bedöma nu?', crumb: 'Bedöm härnäst',
    intro: (shown: number, count: string, share: string) => `${shown} av ${count} bedömningar. De ger ${share} av allt som en chefs bedömning kan säga om gapen.`,
    person: 'Person', level: 'Nivå och krav', value: 'Värde', share: 'Andel', of: (level: string, band: string, required: string) => `${level} ± ${band} av ${required}`, unknownOf: (required: string) => `okänd av ${required}`,
    none: 'Inget mer att fråga om', noneHelp: 'Varje krav är antingen säkert nått eller säkert inte nått, så en bedömning till ändrar ingenting.', noneHere: 'Inget att fråga om här', noneHereHelp: 'Ändra urvalet för att se fler.',
    how: 'Så räknas värdet', explain: 'En nivå är känd ± sin osäkerhet; en okänd kan ligga var som helst på skalan. Värdet är hur mycket gapets osäkerhet väntas minska om chefen bedömer i dag, gånger kravets vikt. Det är högst där nivån kan ligga på båda sidor om kravet, och noll där svaret redan är givet.',
    formula: (weight: string) => `värde = vikt × Var E[max(0, krav − nivå) | bedömning] · nivå ~ N(nivå, ±²) · en bedömning med vikt ${weight} lämnar ${weight} mindre av ±²`,
    reasonHelp: 'Listan visar enskilda personers nivåer. Skälet sparas, och var och en på listan kan se att du tittat och varför.', more: (n: number) => `Visa ${n} till`,
  },
  en: {
    title: 'What is worth assessing now?', crumb: 'Assess next',
    intro: (shown: number, count: string, share: string) => `${shown} of ${count} assessments. They give ${share} of all that a manager’s assessments can tell about the gaps.`,
    person: 'Person', level: 'Level and requirement', value: 'Value', share: 'Share', of: (level: string, band: string, required: string) => `${level} ± ${band} of ${required}`, unknownOf: (required: string) => `unknown of ${required}`,
    none: 'Nothing more to ask', noneHelp: 'Each requirement is either surely met or surely not met, so one more assessment changes nothing.', noneHere: 'Nothing to ask here', noneHereHelp: 'Change the selection to see more.',
    how: 'How the value is counted', explain: 'A level is known ± its uncertainty; an unknown one may lie anywhere on the scale. The value is how much the uncertainty of the gap is expected to fall if the manager assesses today, times the weight of the requirement. It is highest where the level may lie on either side of the requirement, and zero where the answer is already given.',
    formula: (weight: string) => `value = weight × Var E[max(0, required − level) | assessment] · level ~ N(level, ±²) · an assessment of weight ${weight} leaves ${weight} less of ±²`,
    reasonHelp: 'The list shows the levels of single people. The reason is kept, and everyone on the list can see that you looked and why.', more: (n: number) => `Show ${n} more`,
  },
});
