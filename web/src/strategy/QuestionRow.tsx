// One of the four questions and its light: a word, a number and a bar, never a colour alone.
import type { QuestionScore } from '../api/types';
import { useFormats } from '../ui/format';
import { texts, useLanguage, useTexts } from '../ui/i18n';
import styles from './strategy.module.css';
import { questionNames } from './texts';

const lights = texts({ sv: { green: 'grönt', amber: 'gult', red: 'rött' }, en: { green: 'green', amber: 'amber', red: 'red' } });

export function LightTag({ light }: { light: QuestionScore['light'] }) {
  const t = useTexts(lights);
  return <span className="k-tag" data-tone={{ green: 'good', amber: 'look', red: 'bad' }[light]}>{t[light]}</span>;
}

export function QuestionRow({ score }: { score: QuestionScore }) {
  const f = useFormats();
  const names = questionNames[useLanguage()];
  return (
    <div className={styles.question}>
      <span>{names[score.question]}</span>
      <span className={styles.percent}>{f.percent(score.percent / 100)} <LightTag light={score.light} /></span>
      <span className={styles.bar} data-light={score.light} aria-hidden="true"><i style={{ width: `${score.percent}%` }} /></span>
    </div>
  );
}
