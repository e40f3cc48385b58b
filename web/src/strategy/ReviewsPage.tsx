// Quarterly reviews: what was seen, what was decided, when the next one is.
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { isRefusal } from '../api/client';
import type { Review, SeenFigures, Standing } from '../api/types';
import { today, useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { DayField } from '../ui/pickers';
import { Side } from '../ui/Side';
import { Answered, Bones, Empty, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { useHoldReview, useReviews } from './api';
import { Frame } from './Frame';
import { usePlaces } from './places';
import styles from './strategy.module.css';
import { questionNames, strategy as texts } from './texts';

const inAQuarter = () => new Date(Date.parse(`${today()}T12:00:00Z`) + 91 * 86_400_000).toISOString().slice(0, 10);

function Hold({ standing, onClose }: { standing: Standing; onClose: () => void }) {
  const t = useTexts(texts);
  const w = useTexts(words);
  const [decided, setDecided] = useState('');
  const [next, setNext] = useState(inAQuarter);
  const hold = useHoldReview(standing.strategy.id);
  const field = (pointer: string) => (isRefusal(hold.error) ? hold.error.field(pointer) : undefined);
  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        hold.mutate({ decided, next }, { onSuccess: () => (say(t.reviewSaved, { tone: 'good' }), onClose()) });
      }}
    >
      <p className="k-s k-mut">{t.holdHelp}</p>
      <Textarea label={t.reviewDecided} data-autofocus autosize minRows={4} maxLength={8000} value={decided} onChange={(event) => setDecided(event.currentTarget.value)} error={field('/decided')} />
      <DayField label={t.reviewNext} required value={next} onChange={setNext} error={field('/next')} />
      <Refused error={hold.error} />
      <div className="k-row">
        <Button type="submit" loading={hold.isPending}>{w.save}</Button>
        <Button variant="subtle" color="gray" onClick={onClose}>{w.cancel}</Button>
      </div>
    </form>
  );
}

export function SeenFacts({ seen }: { seen: SeenFigures }) {
  const t = useTexts(texts);
  const f = useFormats();
  const label = useLabel();
  const names = questionNames[useLanguage()];
  return (
    <div>
      {seen.coverage != null && <div className="k-fact"><span>{t.coverage}</span><span>{f.percent(seen.coverage / 100)}</span></div>}
      {seen.known != null && <div className="k-fact"><span>{t.known}</span><span>{f.percent(seen.known / 100)}</span></div>}
      <div className="k-fact"><span>{t.goalsOnTrack}</span><span>{t.of(f.number(seen.goals_on_track), f.number(seen.goals))}</span></div>
      <div className="k-fact"><span>{t.stepsDone}</span><span>{t.of(f.number(seen.steps_done), '11')}</span></div>
      <div className="k-fact"><span>{t.singlePoints}</span><span>{f.number(seen.single_points)}</span></div>
      {seen.readiness.map((one) => <div key={one.question} className="k-fact"><span>{names[one.question]}</span><span>{f.percent(one.percent / 100)}</span></div>)}
      {seen.largest.length > 0 && <div className="k-fact"><span>{t.largest}</span><span>{seen.largest.map(label).join(', ')}</span></div>}
    </div>
  );
}

export function ReviewCard({ review }: { review: Review }) {
  const t = useTexts(texts);
  const f = useFormats();
  return (
    <article className="k-card k-half" aria-label={f.day(review.day)}>
      <div className="k-stack-s">
        <h2>{f.day(review.day)} <span className="k-s k-mut">{review.by} · {t.nextOn(f.day(review.next))}</span></h2>
        <p className={styles.prose}>{review.decided}</p>
      </div>
      <div><h3>{t.seenThatDay}</h3><SeenFacts seen={review.seen} /></div>
    </article>
  );
}

function Reviews({ standing, onHold }: { standing: Standing; onHold: () => void }) {
  const t = useTexts(texts);
  const f = useFormats();
  const asked = useReviews(standing.strategy.id);
  const { strategy } = standing;
  const place = usePlaces();
  const late = strategy.next_review != null && strategy.next_review < today();
  return (
    <>
      {strategy.next_review && <p className={`k-mut ${styles.linked}`}>{late ? t.lateSince(f.day(strategy.next_review)) : t.toReview(f.day(strategy.next_review))} <Link to={place('goals')}>{t.backToGoals}</Link></p>}
      <Answered asked={asked} bones={<div className="k-card"><Bones rows={6} /></div>}>
        {(all) => (all.length === 0 ? <div className="k-card"><Empty icon="rounds" title={t.noReviews} action={strategy.may_change && strategy.state === 'active' && <Button onClick={onHold}>{t.hold}</Button>}>{strategy.state === 'active' ? t.noReviewsHelp : `${t.noReviewsHelp} ${t.onlyActive}`}</Empty></div> : <>{all.map((one) => <ReviewCard key={one.id} review={one} />)}</>)}
      </Answered>
    </>
  );
}

export function ReviewsPage() {
  const t = useTexts(texts);
  const [holding, setHolding] = useState(false);
  return (
    <Frame title={t.reviewsTitle} actions={({ strategy }) => strategy.may_change && strategy.state === 'active' && <Button onClick={() => setHolding(true)}>{t.hold}</Button>}>
      {(standing) => (
        <>
          <Reviews standing={standing} onHold={() => setHolding(true)} />
          <Side title={t.holdTitle} open={holding} onClose={() => setHolding(false)}>
            <Hold standing={standing} onClose={() => setHolding(false)} />
          </Side>
        </>
      )}
    </Frame>
  );
}
