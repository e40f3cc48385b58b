// Words of the team matrix.
import { plural, texts } from '../ui/i18n';

export const team = texts({
  sv: {
    title: 'Vem kan vad, och vem saknar vad?', crumb: (n: number) => `Mitt team · ${n} ${plural(n, 'person', 'personer')}`,
    chain: 'Hela kedjan under mig', chainMeaning: (n: string) => `${n} personer, som summa`, chainHidden: 'för få för att visas', fit: 'Passning', fitMeaning: 'viktat, det okända borträknat', below: 'Under kravet', belowMeaning: 'krav i teamet', unknown: 'Okänt', unknownMeaning: 'krav utan bedömning', ready: 'Redo', readyMeaning: (n: number) => `av ${n} har alla måste-krav visade`,
    required: 'krav', lacks: 'Saknas', person: 'Person', noOne: 'Ingen rapporterar till dig', noOneHelp: 'När personer har dig som chef visas de här, kompetens för kompetens.', lackTitle: 'Vad fattas, och hos vem?', lackNone: 'Alla bedömda krav i teamet nås.', ofLevel: (level: string, required: string) => `${level} av ${required}`,
    legendMet: 'når kravet', legendUncertain: 'osäkert', legendGap: 'under kravet, starkare = mer', legendUnknown: 'okänt', legendNone: 'krävs inte', legendDot: 'invändning', saidNeed: (r: string) => `krav ${r}`, notRequired: 'krävs inte', must: 'måste', sort: 'Ordna', sortName: 'Efter namn', sortGap: 'Störst gap först', open: 'Öppna', showOnly: 'Visa', onlyGaps: 'Bara kompetenser med gap', everything: 'Alla kompetenser', conflict: 'källorna är oense', contested: 'invändning', unassessed: 'inte bedömd',
  },
  en: {
    title: 'Who can do what, and who lacks what?', crumb: (n: number) => `My team · ${n} ${plural(n, 'person', 'people')}`,
    chain: 'The whole chain below me', chainMeaning: (n: string) => `${n} people, as a sum`, chainHidden: 'too few to show', fit: 'Fit', fitMeaning: 'weighted, the unknown left out', below: 'Below the requirement', belowMeaning: 'requirements in the team', unknown: 'Unknown', unknownMeaning: 'requirements not assessed', ready: 'Ready', readyMeaning: (n: number) => `of ${n} have every must shown to be met`,
    required: 'required', lacks: 'Lacking', person: 'Person', noOne: 'Nobody reports to you', noOneHelp: 'When people have you as their manager they show here, skill by skill.', lackTitle: 'What is missing, and with whom?', lackNone: 'Every assessed requirement in the team is met.', ofLevel: (level: string, required: string) => `${level} of ${required}`,
    legendMet: 'meets the requirement', legendUncertain: 'uncertain', legendGap: 'below, stronger = more', legendUnknown: 'unknown', legendNone: 'not required', legendDot: 'objection', saidNeed: (r: string) => `requirement ${r}`, notRequired: 'not required', must: 'must', sort: 'Order', sortName: 'By name', sortGap: 'Largest gap first', open: 'Open', showOnly: 'Show', onlyGaps: 'Only skills with gaps', everything: 'All skills', conflict: 'sources disagree', contested: 'objection', unassessed: 'not assessed',
  },
});
