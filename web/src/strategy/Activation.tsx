// What is lacking before a draft can be activated, and the sponsor's way to go on in spite of it.
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Standing } from '../api/types';
import { useFormats } from '../ui/format';
import { useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Refused } from '../ui/states';
import { say } from '../ui/toast';
import { useActivate, useOverride } from './api';
import { usePlaces } from './places';
import styles from './strategy.module.css';
import { lackNames, strategy as texts } from './texts';

function Override({ standing }: { standing: Standing }) {
  const t = useTexts(texts);
  const [why, setWhy] = useState('');
  const override = useOverride(standing.strategy);
  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        override.mutate(why, { onSuccess: () => say(t.overridden, { tone: 'good' }) });
      }}
    >
      <Textarea label={t.overrideWhy} description={t.overrideHelp} autosize minRows={3} value={why} onChange={(event) => setWhy(event.currentTarget.value)} />
      <Refused error={override.error} />
      <div><Button type="submit" variant="default" loading={override.isPending}>{t.override}</Button></div>
    </form>
  );
}

export function Activation({ standing }: { standing: Standing }) {
  const t = useTexts(texts);
  const f = useFormats();
  const names = lackNames[useLanguage()];
  const { strategy, lacks, readiness } = standing;
  const place = usePlaces();
  const activate = useActivate(strategy.id);
  const red = readiness.questions.filter((one) => one.light === 'red').length;
  const ready = lacks.length === 0 && red === 0;
  return (
    <section className="k-card k-stack-s" aria-label={t.activation}>
      <h2>{t.activation}</h2>
      {ready ? <p>{t.ready}</p> : <p>{t.lacks}</p>}
      {!ready && (
        <ul className={styles.lacks}>
          {lacks.map((one) => <li key={one}><Icon name="close" size={14} /><Link to={one === 'owner' || one === 'sponsor' ? place('editor') : place('anchoring')}>{names[one]}</Link></li>)}
          {red > 0 && <li><Icon name="close" size={14} /><Link to={place('readiness')}>{t.redQuestions(red)}</Link></li>}
        </ul>
      )}
      {strategy.override && (
        <blockquote className={styles.quote}><p className="k-s k-mut">{t.overriddenBy(strategy.override.by, f.instant(strategy.override.at))}</p><p>{strategy.override.why}</p></blockquote>
      )}
      {!ready && !strategy.override && (strategy.is_sponsor ? <Override standing={standing} /> : <p className="k-s k-mut">{t.onlySponsor}</p>)}
      <Refused error={activate.error} />
      {strategy.may_change && (ready || strategy.override) && <div><Button loading={activate.isPending} onClick={() => activate.mutate(undefined, { onSuccess: () => say(t.activated, { tone: 'good' }) })}>{t.activate}</Button></div>}
    </section>
  );
}
