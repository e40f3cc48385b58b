// The strategy's home: where it stands and what is stuck, at a glance.
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import type { Stall, Standing } from '../api/types';
import { useFormats } from '../ui/format';
import { useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Side } from '../ui/Side';
import { stepNames } from '../ui/stepNames';
import { useParam } from '../ui/useParam';
import { Activation } from './Activation';
import { Closing } from './Closing';
import { Editor } from './Editor';
import { Frame } from './Frame';
import { Journey } from './Journey';
import { usePlaces } from './places';
import { QuestionRow } from './QuestionRow';
import styles from './strategy.module.css';
import { stallNames, strategy as texts } from './texts';

function StallRow({ stall }: { stall: Stall }) {
  const t = useTexts(texts);
  const f = useFormats();
  const language = useLanguage();
  const place = usePlaces();
  const words = [stall.step && `${stepNames[language][stall.step]}:`, stallNames[language][stall.kind], stall.since && f.day(stall.since), stall.who && `(${stall.who})`].filter(Boolean).join(' ');
  return (
    <li className={styles.stall}>
      <Icon name="warning" size={16} />
      <span>{words}</span>
      <Link to={place(stall.place)}>{t.setGoing}</Link>
    </li>
  );
}

export function Stalls({ standing }: { standing: Standing }) {
  const t = useTexts(texts);
  const f = useFormats();
  if (standing.strategy.state === 'closed') return null;
  return (
    <section className="k-card" data-stalled={standing.stalls.length > 0 || undefined}>
      <h2>{standing.stalls.length > 0 ? t.stalls : t.noStalls}</h2>
      {standing.stalls.length > 0 ? <ul>{standing.stalls.map((one) => <StallRow key={`${one.kind}${one.step ?? ''}`} stall={one} />)}</ul> : <p className="k-s k-mut">{t.noStallsHelp(f.day(standing.moved))}</p>}
    </section>
  );
}

export function ReadinessSummary({ standing }: { standing: Standing }) {
  const t = useTexts(texts);
  const place = usePlaces();
  return (
    <section className="k-card">
      <h2><Link to={place('readiness')}>{t.readiness}</Link></h2>
      {standing.readiness.questions.map((one) => <QuestionRow key={one.question} score={one} />)}
    </section>
  );
}

export function StrategyPage() {
  const t = useTexts(texts);
  const f = useFormats();
  const [editing, setEditing] = useParam('edit');
  const edit = (standing: Standing) => standing.strategy.may_change && <Button variant="default" leftSection={<Icon name="edit" size={15} />} onClick={() => setEditing(1)}>{t.edit}</Button>;
  return (
    <Frame title={t.homeTitle} actions={edit}>
      {(standing) => {
        const { strategy } = standing;
        return (
          <>
            <Journey standing={standing} />
            <div className="k-two">
              <div className="k-stack">
                <Stalls standing={standing} />
                {strategy.state === 'draft' && <Activation standing={standing} />}
                <section className="k-card k-stack-s">
                  <h2>{t.aim}</h2>
                  <p className={styles.prose}>{strategy.aim || t.noAim}</p>
                  <div>
                    <div className="k-fact"><span>{t.owner}</span><span>{strategy.owner ? strategy.owner.name : t.nobody}</span></div>
                    <div className="k-fact"><span>{t.sponsor}</span><span>{strategy.sponsor ? strategy.sponsor.name : t.nobody}</span></div>
                    {strategy.next_review && <div className="k-fact"><span>{t.nextReview}</span><span>{f.day(strategy.next_review)}</span></div>}
                    {strategy.years.map((one) => <div key={one.year} className="k-fact"><span>{one.year}</span><span>{t.money(f.number(one.budget))} · {f.number(one.hours)} h</span></div>)}
                  </div>
                </section>
              </div>
              <div className="k-stack">
                <ReadinessSummary standing={standing} />
                {strategy.may_change && <Closing strategy={strategy} />}
              </div>
            </div>
            <Side title={t.editTitle} open={editing !== undefined && strategy.may_change} onClose={() => setEditing(null)} size={560}>
              <Editor strategy={strategy} onClose={() => setEditing(null)} />
            </Side>
          </>
        );
      }}
    </Frame>
  );
}
