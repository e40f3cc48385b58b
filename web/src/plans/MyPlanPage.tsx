// What published plans give oneself, why this and not something else, and one's own answer.
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { download, isRefusal } from '../api/client';
import { can, useActor } from '../api/session';
import type { PersonOutcome, PlanItem } from '../api/types';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Answered, Bones, Empty, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { useAnswer, useMyPlan } from './api';
import { mine } from './mineTexts';
import { answerNames } from './partTexts';
import styles from './plans.module.css';
import { useSayings } from './said';
import { ItemFacts, Why } from './Why';

const tones = { none: undefined, accepted: 'good', declined: 'look', contested: 'bad' } as const;

/** The smallest change of its price that would have altered the choice, in a sentence. */
function useSmallest() {
  const t = useTexts(mine);
  const said = useSayings();
  const label = useLabel();
  return ({ margin, instead, instead_name, currency }: PlanItem) => {
    if (margin == null) return t.noMargin;
    const other = instead == null ? '' : label(instead_name);
    // In whole kronor: what is less is nothing.
    if (margin < 100) return other ? t.marginZeroSwap(other) : t.marginZero;
    return other ? t.marginSwap(said.whole(margin, currency), other) : t.marginNothing(said.whole(margin, currency));
  };
}

function Answering({ item }: { item: PlanItem }) {
  const t = useTexts(mine);
  const w = useTexts(words);
  const label = useLabel();
  const language = useLanguage();
  const send = useAnswer();
  const [way, setWay] = useState<'declined' | 'contested' | null>(null);
  const [changing, setChanging] = useState(false);
  const [because, setBecause] = useState('');
  const done = () => (setWay(null), setChanging(false), setBecause(''));
  if (way)
    return (
      <form
        className={`k-stack-s ${styles.adding}`}
        aria-label={t.answerOf(label(item.activity_name))}
        onSubmit={(event) => {
          event.preventDefault();
          send.mutate({ item: item.id, answer: way, because }, { onSuccess: () => (say(way === 'declined' ? t.saidNo : t.saidContest, { tone: 'good' }), done()) });
        }}
      >
        <Textarea label={t.answerBecause} description={t.answerHelp} autosize minRows={2} value={because} onChange={(event) => setBecause(event.currentTarget.value)} error={isRefusal(send.error) ? send.error.field('/because') : undefined} />
        <Refused error={send.error} />
        <div className="k-row"><Button type="submit" loading={send.isPending}>{way === 'declined' ? t.declineGo : t.contestGo}</Button><Button variant="subtle" color="gray" onClick={done}>{w.cancel}</Button></div>
      </form>
    );
  if (item.answer !== 'none' && !changing)
    return (
      <div className="k-stack-s">
        <div className="k-row"><span className="k-tag" data-tone={tones[item.answer]}>{answerNames[language][item.answer]}</span><span className="k-s">{item.answer === 'accepted' ? t.accepted : item.answer === 'declined' ? t.declined : t.contested}{item.answer_because && ` ${t.because1(item.answer_because)}`}</span></div>
        <div><button type="button" className={styles.link} onClick={() => setChanging(true)}>{t.changeAnswer}</button></div>
      </div>
    );
  return (
    <div className="k-stack-s">
      <Refused error={send.error} />
      <div className="k-row">
        <Button loading={send.isPending} onClick={() => send.mutate({ item: item.id, answer: 'accepted', because: '' }, { onSuccess: () => (say(t.saidYes, { tone: 'good' }), done()) })}>{t.accept}</Button>
        <Button variant="default" onClick={() => setWay('declined')}>{t.decline}</Button>
        <Button variant="subtle" color="gray" onClick={() => setWay('contested')}>{t.contest}</Button>
      </div>
    </div>
  );
}

function Given({ item }: { item: PlanItem }) {
  const t = useTexts(mine);
  const label = useLabel();
  const smallest = useSmallest();
  return (
    <section className={`k-card ${styles.mine}`} aria-label={label(item.activity_name)}>
      <div className="k-stack-s">
        <small className="k-mut">{t.ofPlan(item.plan_name)}</small>
        <h2><Link to={to.activity(item.activity)}>{label(item.activity_name)}</Link> {item.must && <span className="k-tag" data-tone="look">{t.must}</span>}</h2>
        <ItemFacts item={item} />
        <p className="k-s k-mut">{t[`manager_${item.review}`]}{item.swapped_to != null && ` ${t.swappedTo(label(item.swapped_name))}.`}{item.review_because && ` ${t.because1(item.review_because)}`}</p>
        <Answering item={item} />
      </div>
      <div className="k-stack-s">
        <h3>{t.whyThis}</h3>
        <Why item={item} />
        <p className={styles.said}><b>{t.smallest}.</b> {smallest(item)}</p>
      </div>
    </section>
  );
}

function Nothing({ outcome }: { outcome: PersonOutcome }) {
  const t = useTexts(mine);
  const said = useSayings();
  const label = useLabel();
  const nearest = outcome.nearest == null ? '' : label(outcome.nearest_name);
  return (
    <section className="k-card k-stack-s" aria-label={t.nothingTitle(outcome.plan_name)}>
      <h2>{t.nothingTitle(outcome.plan_name)}</h2>
      <p>{t[`why_${outcome.why}`]} {nearest && (outcome.lacks ? t.nearestLacks(nearest, said.whole(outcome.lacks, outcome.currency)) : t.nearest(nearest))}</p>
      <div className="k-row">
        {outcome.why === 'assess_first' ? <Button variant="default" component={Link} to={to.me}>{t.assessGo}</Button> : <Button variant="default" component={Link} to={outcome.nearest != null ? to.activity(outcome.nearest) : to.learning}>{nearest || t.toLearning}</Button>}
      </div>
    </section>
  );
}

export function MyPlanPage() {
  const t = useTexts(mine);
  const actor = useActor();
  const own = actor.person != null && can(actor, 'answer_plan');
  const asked = useMyPlan(own);
  if (!own) return <Page title={t.title} crumb={t.crumb}><div className="k-card"><Empty icon="me" title={t.empty}>{t.noOwn}</Empty></div></Page>;
  const some = (asked.data?.items.length ?? 0) > 0;
  return (
    <Page title={t.title} crumb={t.crumb} actions={some && <Button component="a" href={download('/plans/mine/calendar')} download variant="default" leftSection={<Icon name="export" size={16} />}>{t.calendar}</Button>}>
      <Answered asked={asked} bones={<div className="k-card"><Bones rows={8} /></div>}>
        {({ items, nothing }) => (
          <>
            {items.length + nothing.length === 0 && <div className="k-card"><Empty icon="goal" title={t.empty} action={<Button variant="default" component={Link} to={to.learning}>{t.toLearning}</Button>}>{t.emptyHelp}</Empty></div>}
            {items.map((item) => <Given key={item.id} item={item} />)}
            {nothing.map((outcome) => <Nothing key={outcome.plan} outcome={outcome} />)}
          </>
        )}
      </Answered>
    </Page>
  );
}
