// Words about how raters lie against each other.
import { plural, texts } from '../ui/i18n';

export const calibration = texts({
  sv: {
    title: 'Hur bedömer vi, jämfört med varandra?', crumb: 'Kalibrering',
    mine: 'Så ligger mina bedömningar', ofOthers: 'När jag bedömer andra', ofMyself: 'När jag skattar mig själv',
    mineNone: 'Inget att jämföra med än', mineNoneHelp: 'När någon annan har bedömt samma person och kompetens som du syns det här hur era nivåer förhåller sig.',
    bias: 'Avvikelse', higher: (steps: string) => `${steps} steg högre än andra`, lower: (steps: string) => `${steps} steg lägre än andra`, level: 'i nivå med andra',
    cases: 'Fall', casesOf: (n: string, count: number) => `${n} ${plural(count, 'fall', 'fall')}`, correction: 'Korrigering', kappa: 'Samstämmighet', few: 'färre än fem fall: för få för en slutsats',
    agreement: (kappa: string) => `samstämmighet ${kappa}`, wouldCorrect: (steps: string) => `en korrigering vore ${steps} steg`,
    raters: 'Bedömare', rater: 'Bedömare', fewer: (n: number) => `${n} ${plural(n, 'bedömare', 'bedömare')} till har färre än fem fall att jämföra.`,
    none: 'Ingen att jämföra med än', noneHelp: 'När två eller fler har bedömt samma person och kompetens, i fem fall eller fler, visas bedömarna här.',
    who: 'Bara HR och bedömaren själv ser detta. Ingen nivå ändras av det.',
    how: 'Så räknas det', explain: 'I varje fall där någon annan också har bedömt jämförs bedömarens nivå med de andras vägda medel. Medelskillnaden är avvikelsen. Korrigeringen krymper den när fallen är få. Samstämmigheten är 1 när nivåerna är lika i varje fall, 0 när de inte hänger ihop.',
    formula: 'avvikelse b = medel(nivå − de andras medel) · korrigering = b × n ÷ (n + 10) · samstämmighet = kvadratiskt viktad kappa',
  },
  en: {
    title: 'How do we rate, compared with each other?', crumb: 'Calibration',
    mine: 'How my ratings lie', ofOthers: 'When I rate others', ofMyself: 'When I rate myself',
    mineNone: 'Nothing to compare with yet', mineNoneHelp: 'When somebody else has rated the same person and skill as you, it shows here how your levels relate.',
    bias: 'Bias', higher: (steps: string) => `${steps} steps higher than others`, lower: (steps: string) => `${steps} steps lower than others`, level: 'level with others',
    cases: 'Cases', casesOf: (n: string, count: number) => `${n} ${plural(count, 'case', 'cases')}`, correction: 'Correction', kappa: 'Agreement', few: 'fewer than five cases: too few to conclude from',
    agreement: (kappa: string) => `agreement ${kappa}`, wouldCorrect: (steps: string) => `a correction would be ${steps} steps`,
    raters: 'Raters', rater: 'Rater', fewer: (n: number) => `${n} more ${plural(n, 'rater has', 'raters have')} fewer than five cases to compare.`,
    none: 'Nobody to compare with yet', noneHelp: 'When two or more have rated the same person and skill, in five cases or more, the raters show here.',
    who: 'Only HR and the rater see this. No level is changed by it.',
    how: 'How it is counted', explain: 'In each case that somebody else has rated too, the rater’s level is compared with the weighted mean of the others. The mean difference is the bias. The correction shrinks it when the cases are few. The agreement is 1 when the levels are the same in every case, 0 when they have nothing to do with each other.',
    formula: 'bias b = mean(level − the others’ mean) · correction = b × n ÷ (n + 10) · agreement = kappa with quadratic weights',
  },
});
