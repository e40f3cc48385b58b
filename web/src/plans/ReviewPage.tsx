// The manager's review: what a plan gives each of one's own people; agree, swap for something else, or defer and say why.
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { isRefusal } from '../api/client';
import { can, useActor } from '../api/session';
import type { Id, PlanItem, PlanReview } from '../api/types';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Answered, Bones, Empty, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { ActivityPicker } from './ActivityPicker';
import { useReview, useReviews } from './api';
import { byPerson } from './drawn';
import { mine } from './mineTexts';
import { answerNames, reviewNames } from './partTexts';
import styles from './plans.module.css';
import { StateTag } from './StateTag';
import { ItemFacts, Why } from './Why';

const tones = { waiting: undefined, agreed: 'good', swapped: 'info', deferred: 'look' } as const;

function Otherwise({ item, way, onDone }: { item: PlanItem; way: 'swapped' | 'deferred'; onDone: () => void }) {
  const t = useTexts(mine);
  const w = useTexts(words);
  const [activity, setActivity] = useState<Id | null>(null);
  const [because, setBecause] = useState('');
  const review = useReview();
  const field = (pointer: string) => (isRefusal(review.error) ? review.error.field(pointer) : undefined);
  const swap = way === 'swapped';
  return (
    <form
      className={`k-stack-s ${styles.wide} ${styles.adding}`}
      onSubmit={(event) => {
        event.preventDefault();
        review.mutate({ item: item.id, review: way, to: swap ? activity : null, because }, { onSuccess: () => (say(swap ? t.swapped : t.deferred, { tone: 'good' }), onDone()) });
      }}
    >
      {swap && <ActivityPicker label={t.swapTo} value={activity} onChange={setActivity} without={item.activity} error={field('/to')} />}
      <Textarea label={t.because} description={t.becauseHelp} autosize minRows={2} value={because} onChange={(event) => setBecause(event.currentTarget.value)} error={field('/because')} />
      <Refused error={review.error} />
      <div className="k-row"><Button type="submit" loading={review.isPending}>{swap ? t.swapGo : t.deferGo}</Button><Button variant="subtle" color="gray" onClick={onDone}>{w.cancel}</Button></div>
    </form>
  );
}

function Item({ item, open }: { item: PlanItem; open: boolean }) {
  const t = useTexts(mine);
  const label = useLabel();
  const language = useLanguage();
  const review = useReview();
  const [way, setWay] = useState<'swapped' | 'deferred' | null>(null);
  const [changing, setChanging] = useState(false);
  const asks = open && way === null && (item.review === 'waiting' || changing);
  const done = () => (setWay(null), setChanging(false));
  return (
    <div className={styles.item} role="group" aria-label={t.reviewOf(label(item.activity_name), item.person_name)}>
      <div className="k-stack-s">
        <h3><Link to={to.activity(item.activity)}>{label(item.activity_name)}</Link>{item.must && <span className="k-tag" data-tone="look">{t.must}</span>}</h3>
        <ItemFacts item={item} />
        {item.review !== 'waiting' && <div className="k-row"><span className="k-tag" data-tone={tones[item.review]}>{reviewNames[language][item.review]}</span>{item.swapped_to != null && <span className="k-s">{t.swappedTo(label(item.swapped_name))}</span>}</div>}
        {item.review_because && <p className="k-s k-mut">{t.because1(item.review_because)}</p>}
        {item.answer !== 'none' && <p className="k-s">{item.person_name}: {answerNames[language][item.answer]}{item.answer_because && ` – ${item.answer_because}`}</p>}
        <Refused error={review.error} />
        {asks && (
          <div className="k-row">
            <Button loading={review.isPending} onClick={() => review.mutate({ item: item.id, review: 'agreed', because: '' }, { onSuccess: () => (say(t.agreed, { tone: 'good' }), done()) })}>{t.agree}</Button>
            <Button variant="default" onClick={() => setWay('swapped')}>{t.swap}</Button>
            <Button variant="default" onClick={() => setWay('deferred')}>{t.defer}</Button>
          </div>
        )}
        {open && !asks && way === null && <div><button type="button" className={styles.link} onClick={() => setChanging(true)}>{t.change}</button></div>}
      </div>
      <Why item={item} />
      {way && <Otherwise item={item} way={way} onDone={done} />}
    </div>
  );
}

function Reviewed({ plan }: { plan: PlanReview }) {
  const t = useTexts(mine);
  const review = useReview();
  const open = plan.state === 'review';
  const waiting = plan.items.filter((one) => one.review === 'waiting');
  const [agreeing, setAgreeing] = useState(false);
  const agree = async () => {
    setAgreeing(true);
    try {
      for (const one of waiting) await review.mutateAsync({ item: one.id, review: 'agreed', because: '' });
      say(t.agreedAll(waiting.length), { tone: 'good' });
    } catch {
      // It stands below, and what was agreed before it stays agreed.
    } finally {
      setAgreeing(false);
    }
  };
  return (
    <section className="k-stack" aria-label={plan.name}>
      <div className="k-row">
        <h2>{plan.name}</h2><StateTag state={plan.state} />
        <span className="k-mut k-s">{!open ? t.readOnly : waiting.length > 0 ? t.waits(waiting.length) : plan.items.length > 0 && t.noneWaits}</span>
        <span className="k-grow" />
        {open && waiting.length > 1 && <Button variant="default" loading={agreeing} onClick={() => void agree()}>{t.agreeAll}</Button>}
      </div>
      <Refused error={review.error} />
      {plan.items.length === 0 && <p className="k-card k-mut">{t.nothingFor}</p>}
      {byPerson(plan.items).map((one) => (
        <section key={one.person} className={`k-card k-flush ${styles.person}`} aria-label={one.name}>
          <div className={styles.head}><h2><Link to={to.person(one.person)}>{one.name}</Link></h2></div>
          {one.items.map((item) => <Item key={item.id} item={item} open={open} />)}
        </section>
      ))}
    </section>
  );
}

export function ReviewPage() {
  const t = useTexts(mine);
  const w = useTexts(words);
  const actor = useActor();
  const may = can(actor, 'review_plans');
  const asked = useReviews(may);
  if (!may) return <Page title={t.reviewTitle} crumb={t.reviewCrumb}><div className="k-card"><Empty icon="key" title={w.forbiddenTitle}>{w.forbidden}</Empty></div></Page>;
  return (
    <Page title={t.reviewTitle} crumb={t.reviewCrumb}>
      <Answered asked={asked} bones={<div className="k-card"><Bones rows={8} /></div>}>
        {(all) => (all.length === 0 ? <div className="k-card"><Empty icon="check" title={t.reviewEmpty}>{t.reviewEmptyHelp}</Empty></div> : all.map((plan) => <Reviewed key={plan.plan} plan={plan} />))}
      </Answered>
    </Page>
  );
}
