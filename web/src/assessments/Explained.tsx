// What one level rests on: every piece of evidence with its weight, age and share, and the ways to comment or object.
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { can, useActor } from '../api/session';
import type { Evidence, Explanation, Id } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { LevelBar } from '../ui/LevelBar';
import { Answered, Bones, Empty, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { sourceNames, words } from '../ui/words';
import { Attach, Attached } from './Attachments';
import { useComment, useContest, useExplanation, useWithdraw } from './api';
import styles from './Explained.module.css';
import { assessments, contestStates } from './texts';

function Write({ label, help, send, busy, error, onSend, onCancel }: { label: string; help?: string; send: string; busy: boolean; error: unknown; onSend: (text: string) => void; onCancel: () => void }) {
  const w = useTexts(words);
  const [text, setText] = useState('');
  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        onSend(text.trim());
      }}
    >
      <Textarea label={label} description={help} autosize minRows={2} autoFocus required withAsterisk={false} value={text} onChange={(event) => setText(event.currentTarget.value)} maxLength={2000} />
      <Refused error={error} />
      <div className="k-row">
        <Button type="submit" loading={busy} disabled={!text.trim()}>{send}</Button>
        <Button variant="subtle" color="gray" onClick={onCancel}>{w.cancel}</Button>
      </div>
    </form>
  );
}

function Piece({ one, own, max, reason }: { one: Evidence; own: boolean; max: number; reason?: string }) {
  const t = useTexts(assessments);
  const f = useFormats();
  const language = useLanguage();
  const actor = useActor();
  const [writing, setWriting] = useState<'comment' | 'contest' | 'attach' | null>(null);
  const comment = useComment(reason);
  const contest = useContest();
  const withdraw = useWithdraw();
  const done = (text: string) => () => {
    setWriting(null);
    say(text, { tone: 'good' });
  };
  const mayContest = own && can(actor, 'contest_own');
  return (
    <li className={styles.piece} data-off={!one.counts || undefined}>
      <div className={styles.top}>
        <span className={styles.level}>{f.number(one.level)}</span>
        <span>
          <b className={styles.source}>{sourceNames[language][one.source]}</b>
          <span className="k-s k-mut"> · {f.dayShort(one.day)}{one.assessor && one.source !== 'self' ? ` · ${one.assessor}` : ''}</span>
        </span>
        <span className={styles.share}>{one.counts ? t.share(f.percent(one.share)) : t.expired}</span>
      </div>
      {one.counts && <div className={styles.bar} aria-hidden="true"><i style={{ width: `${one.share * 100}%` }} /></div>}
      {one.note && <p className={styles.note}>“{one.note}”</p>}
      <p className="k-xs k-faint">
        {one.counts ? t.weightAge(f.decimal(one.weight), f.decimal(one.decay), f.number(one.age_months)) : `${t.notCountedAs}: ${one.end ? t.ended(f.dayShort(one.end.day), one.end.by, one.end.reason) : one.why_not === 'later' ? t.later : one.expires ? t.ranOut(f.dayShort(one.expires)) : ''}`}
        {one.counts && one.expires && ` · ${t.expires(f.day(one.expires))}`}
      </p>
      <Attached all={one.attachments} reason={reason} />
      {one.comments.map((said) => (
        <p key={said.at + said.by} className={styles.said}><b>{said.by}</b> {said.text} <span className="k-xs k-faint">{f.ago(said.at)}</span></p>
      ))}
      {one.contest && (
        <div className={styles.contest}>
          <p><b>{t.contested}</b> · {contestStates[language][one.contest.state]} <span className="k-xs k-faint">{f.ago(one.contest.at)}</span></p>
          <p>“{one.contest.reason}”</p>
          {one.contest.answer && <p><b>{one.contest.answered_by}</b> {one.contest.answer}</p>}
          {one.contest.state === 'open' && own && (
            <Button size="compact-sm" variant="subtle" loading={withdraw.isPending} onClick={() => withdraw.mutate(one.contest?.id ?? 0, { onSuccess: done(t.withdrawn) })}>{t.withdraw}</Button>
          )}
        </div>
      )}
      {writing === 'contest' ? (
        <Write label={t.contestTitle} help={t.contestHelp} send={t.contestSend} busy={contest.isPending} error={contest.error} onSend={(reason) => contest.mutate({ assessment: one.id, reason }, { onSuccess: done(t.contestSent) })} onCancel={() => setWriting(null)} />
      ) : writing === 'attach' ? (
        <Attach assessment={one.id} reason={reason} onDone={() => setWriting(null)} />
      ) : writing === 'comment' ? (
        <Write label={t.comment} help={t.commentPlaceholder} send={t.commentSend} busy={comment.isPending} error={comment.error} onSend={(text) => comment.mutate({ assessment: one.id, text }, { onSuccess: () => setWriting(null) })} onCancel={() => setWriting(null)} />
      ) : (
        one.counts && (
          <div className={`k-row k-no-print ${styles.acts}`}>
            {mayContest && !one.contest && one.source !== 'self' && <button type="button" onClick={() => setWriting('contest')}>{t.disagree}</button>}
            {(own || can(actor, 'record_assessment')) && <button type="button" onClick={() => setWriting('comment')}>{t.comment}</button>}
            {(own || one.own) && <button type="button" onClick={() => setWriting('attach')}>{t.attach}</button>}
          </div>
        )
      )}
      <span className="k-unseen">{t.levelOnly(`${one.level} / ${max}`)}</span>
    </li>
  );
}

function Whole({ answer, own, reason, onRecord }: { answer: Explanation; own: boolean; reason?: string; onRecord?: () => void }) {
  const t = useTexts(assessments);
  const f = useFormats();
  const label = useLabel();
  const language = useLanguage();
  return (
    <div className="k-stack">
      <div>
        {answer.level != null && (
          <p className={styles.sum}>
            <b>{f.level(answer.level)}</b>
            {answer.uncertainty != null && <span> ± {f.level(answer.uncertainty)}</span>}
            <span className="k-mut"> · {t.confidenceIs(f.decimal(answer.confidence))}</span>
          </p>
        )}
        <LevelBar level={answer.level} uncertainty={answer.uncertainty} required={answer.required} max={answer.scale.max} />
        {answer.required != null && (
          <p className={`k-s k-mut ${styles.cover}`}>
            {answer.covered ? t.covered(f.number(answer.required)) : answer.covered_by.length > 0 ? t.coveredBy(f.number(answer.required), f.either(answer.covered_by.map((one) => t.oneStatement(sourceNames[language][one.source], f.number(one.level))))) : t.coveredByNone(f.number(answer.required))}
          </p>
        )}
      </div>
      {answer.evidence.length === 0 ? (
        <Empty icon="info" title={t.noEvidence} action={onRecord && <Button onClick={onRecord}>{own ? t.recordOwn : t.record}</Button>}>{t.noEvidenceHelp}</Empty>
      ) : (
        <section>
          <div className="k-row"><h3>{t.whyTitle}</h3><span className="k-grow" />{onRecord && <Button size="compact-sm" variant="default" onClick={onRecord}>{own ? t.recordOwn : t.record}</Button>}</div>
          <ul>{answer.evidence.map((one) => <Piece key={one.id} one={one} own={own} max={answer.scale.max} reason={reason} />)}</ul>
          <details className="k-how">
            <summary>{t.how}</summary>
            <p>{t.explain}</p>
            <code>{t.formula(f.number(answer.half_life_months))}</code>
          </details>
          {answer.level != null && answer.self_only ? <p className="k-s k-mut">{t.explainSelf}</p> : answer.level != null && answer.confidence < answer.threshold && <p className="k-s k-mut">{t.explainLow(f.decimal(answer.threshold))}</p>}
        </section>
      )}
      <details className="k-how">
        <summary>{t.levels}</summary>
        <ol className={styles.anchors}>
          {answer.scale.levels.map((level) => (
            <li key={level.level} data-here={answer.level != null && Math.round(answer.level) === level.level}>
              <b>{level.level}</b>
              <span><span className={styles.source}>{label(level.name)}</span> <span className="k-mut">{label(answer.anchors.find((anchor) => anchor.level === level.level)?.text ?? level.anchor)}</span></span>
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}

export function Explained({ person, skill, own, reason, onRecord }: { person: Id; skill: Id; own: boolean; reason?: string; onRecord?: () => void }) {
  const asked = useExplanation(person, skill, reason);
  return (
    <Answered asked={asked} bones={<Bones rows={8} />}>
      {(answer) => <Whole answer={answer} own={own} reason={reason} onRecord={onRecord} />}
    </Answered>
  );
}
