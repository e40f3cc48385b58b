// The journey as a picture: eleven stations on a line, how far it has come, what has stopped, and the loop back. One
// station is opened below it: why it stands where it stands, and what to do next.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { useActor } from '../api/session';
import type { JourneyStep, Standing, StepFact, StepName } from '../api/types';
import { useFormats } from '../ui/format';
import { useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Side } from '../ui/Side';
import { stepNames } from '../ui/stepNames';
import { MarkForm } from './MarkForm';
import { usePlaces } from './places';
import styles from './strategy.module.css';
import { actNames, factNames, stepStates, strategy as texts } from './texts';

/** Where one should look: what has stopped, else the first that is not done. */
export const firstToSee = (journey: JourneyStep[]): StepName => (journey.find((one) => one.stuck.length > 0) ?? journey.find((one) => one.state !== 'done') ?? journey[0])?.step ?? 'anchor';

const lookOf = (step: JourneyStep) => (step.stuck.length > 0 ? 'stuck' : step.state);

function Station({ step, open, onOpen }: { step: JourneyStep; open: boolean; onOpen: () => void }) {
  const language = useLanguage();
  const look = lookOf(step);
  return (
    <li className={styles.station} data-look={look} data-done={step.state === 'done' || undefined}>
      <button type="button" aria-pressed={open} onClick={onOpen}>
        <span className={styles.dot} data-hand={step.by_hand || undefined} aria-hidden="true">{look === 'stuck' ? <Icon name="warning" size={16} /> : look === 'done' ? <Icon name="check" size={16} /> : step.number}</span>
        <span className={styles.word}><span className="k-unseen">{step.number}. </span>{stepNames[language][step.step]}</span>
        <span className={styles.look}>{stepStates[language][look]}</span>
      </button>
    </li>
  );
}

function Fact({ fact }: { fact: StepFact }) {
  const t = useTexts(texts);
  const f = useFormats();
  const names = factNames[useLanguage()];
  const place = usePlaces();
  const share = fact.key === 'coverage' || fact.key === 'requirements_known';
  const yesNo = fact.key === 'sponsor' || fact.key === 'decision';
  const value = yesNo ? (fact.value ? t.yes : t.no) : share ? f.percent(fact.value / 100) : fact.of != null ? t.of(f.number(fact.value), f.number(fact.of)) : f.number(fact.value);
  return <Link className="k-fact" to={place(fact.place)}><span>{names[fact.key]}</span><span>{value}</span></Link>;
}

function Opened({ step, standing }: { step: JourneyStep; standing: Standing }) {
  const t = useTexts(texts);
  const f = useFormats();
  const language = useLanguage();
  const actor = useActor();
  const [marking, setMarking] = useState(false);
  const place = usePlaces();
  const may = standing.strategy.may_change || (actor.person != null && step.owner?.person === actor.person && standing.strategy.state !== 'closed');
  const look = lookOf(step);
  return (
    <section className={styles.opened} aria-label={stepNames[language][step.step]}>
      <div className="k-stack-s">
        <h2>{step.number}. {stepNames[language][step.step]} <span className="k-tag" data-tone={{ stuck: 'look', done: 'good', under_way: 'info', waiting: undefined }[look]}>{stepStates[language][look]}</span></h2>
        <p className="k-s k-mut">{[step.owner ? t.responsible(step.owner.name + (step.owner.left ? ` (${t.left})` : '')) : t.noResponsible, step.due && t.due(f.day(step.due))].filter(Boolean).join(' · ')}</p>
        <p className="k-s k-mut">{step.by_hand ? t.byHand : t.seen}</p>
        {step.note && <p>{step.note}</p>}
        {step.link && <p className="k-s"><a href={step.link} target="_blank" rel="noopener noreferrer">{t.evidenceLink}</a></p>}
        <div className="k-row k-no-print">
          {step.next !== 'none' && step.next !== 'mark_by_hand' && <Button component={Link} to={place(step.place)} rightSection={<Icon name="right" size={15} />}>{actNames[language][step.next]}</Button>}
          {may && <Button variant={step.next === 'mark_by_hand' ? 'filled' : 'default'} onClick={() => setMarking(true)}>{step.next === 'mark_by_hand' ? actNames[language].mark_by_hand : t.mark}</Button>}
        </div>
      </div>
      {step.facts.length > 0 && <div><h3>{t.behind}</h3>{step.facts.map((fact) => <Fact key={fact.key} fact={fact} />)}</div>}
      <Side title={`${t.markTitle}: ${stepNames[language][step.step]}`} open={marking} onClose={() => setMarking(false)}>
        <MarkForm step={step} standing={standing} onClose={() => setMarking(false)} />
      </Side>
    </section>
  );
}

export function Line({ journey, open, onOpen }: { journey: JourneyStep[]; open?: StepName; onOpen: (step: StepName) => void }) {
  const t = useTexts(texts);
  return (
    <div className={styles.map}>
      <div className={styles.loop} aria-hidden="true"><span>{t.loop}</span></div>
      <ol className={styles.line}>{journey.map((step) => <Station key={step.step} step={step} open={step.step === open} onOpen={() => onOpen(step.step)} />)}</ol>
      <p className={styles.loopWords}>{t.loop}</p>
    </div>
  );
}

export function Journey({ standing }: { standing: Standing }) {
  const t = useTexts(texts);
  const f = useFormats();
  const [chosen, setChosen] = useState<StepName>();
  const open = chosen ?? firstToSee(standing.journey);
  const step = standing.journey.find((one) => one.step === open);
  return (
    <section className="k-card" aria-label={t.journey}>
      <h2>{t.journey} <span className="k-s k-mut">{t.journeyOf(f.number(standing.journey.filter((one) => one.state === 'done').length))}</span></h2>
      <Line journey={standing.journey} open={open} onOpen={setChosen} />
      {step && <Opened key={step.step} step={step} standing={standing} />}
    </section>
  );
}
