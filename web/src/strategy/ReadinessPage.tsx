// Readiness: the four questions, each criterion with what it rests on, and the way to put right what is lacking.
import { Button, SegmentedControl, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { isRefusal } from '../api/client';
import type { CriterionScore, QuestionScore, Standing, Strategy } from '../api/types';
import { useFormats } from '../ui/format';
import { useLanguage, useTexts } from '../ui/i18n';
import { Side } from '../ui/Side';
import { Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { useGiveEvidence } from './api';
import { Frame } from './Frame';
import { usePlaces } from './places';
import { LightTag } from './QuestionRow';
import styles from './strategy.module.css';
import { criterionNames, questionNames, strategy as texts } from './texts';

function Answer({ strategy, score, onClose }: { strategy: Strategy; score: CriterionScore; onClose: () => void }) {
  const t = useTexts(texts);
  const w = useTexts(words);
  const names = criterionNames[useLanguage()];
  const [points, setPoints] = useState(String(score.said?.score ?? 0));
  const [evidence, setEvidence] = useState(score.said?.evidence ?? '');
  const [link, setLink] = useState(score.said?.link ?? '');
  const give = useGiveEvidence(strategy.id);
  const field = (pointer: string) => (isRefusal(give.error) ? give.error.field(pointer) : undefined);
  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        give.mutate({ criterion: score.criterion, body: { score: Number(points), evidence, link } }, { onSuccess: () => (say(t.answered, { tone: 'good' }), onClose()) });
      }}
    >
      <p>{names[score.criterion]}</p>
      <SegmentedControl fullWidth aria-label={t.answer} value={points} onChange={setPoints} data={[{ value: '0', label: t.score0 }, { value: '1', label: t.score1 }, { value: '2', label: t.score2 }]} />
      <Textarea label={t.evidence} description={t.evidenceHelp} autosize minRows={3} maxLength={8000} value={evidence} onChange={(event) => setEvidence(event.currentTarget.value)} error={field('/evidence')} />
      <TextInput label={t.link} placeholder="https://" inputMode="url" value={link} onChange={(event) => setLink(event.currentTarget.value)} error={field('/link')} />
      <Refused error={give.error} />
      <div className="k-row">
        <Button type="submit" loading={give.isPending}>{w.save}</Button>
        <Button variant="subtle" color="gray" onClick={onClose}>{w.cancel}</Button>
      </div>
    </form>
  );
}

function Row({ score, strategy, onAnswer }: { score: CriterionScore; strategy: Strategy; onAnswer: () => void }) {
  const t = useTexts(texts);
  const f = useFormats();
  const names = criterionNames[useLanguage()];
  const place = usePlaces();
  const figure = score.value != null && (score.of != null ? t.of(f.number(score.value), f.number(score.of)) : f.number(score.value));
  const asked = score.basis !== 'computed';
  return (
    <li className={styles.criterion}>
      <span className={styles.points} data-points={score.score} role="img" aria-label={t.points(String(score.score))}><i /><i /></span>
      <div className="k-grow">
        <div>{names[score.criterion]}</div>
        <div className="k-s k-mut">{[score.basis !== 'evidence' && t.computed, figure, score.said && t.said(score.said.by, f.ago(score.said.at))].filter(Boolean).join(' · ')}</div>
        {score.said?.evidence && <div className="k-s">{score.said.evidence} {score.said.link && <a href={score.said.link} target="_blank" rel="noopener noreferrer">{t.evidenceLink}</a>}</div>}
      </div>
      {strategy.may_change && asked && <Button size="compact-md" variant="default" aria-label={`${t.answer}: ${names[score.criterion]}`} onClick={onAnswer}>{t.answer}</Button>}
      {score.score < 2 && score.remedy !== 'readiness' && <Button size="compact-md" component={Link} to={place(score.remedy)} variant={score.score === 0 ? 'filled' : 'default'} aria-label={`${t.fix}: ${names[score.criterion]}`}>{t.fix}</Button>}
    </li>
  );
}

function Question({ score, strategy }: { score: QuestionScore; strategy: Strategy }) {
  const t = useTexts(texts);
  const f = useFormats();
  const names = questionNames[useLanguage()];
  const [open, setOpen] = useState<CriterionScore | null>(null);
  return (
    <section className="k-card" aria-label={names[score.question]}>
      <div className="k-row"><h2 className="k-grow">{names[score.question]}</h2><b>{f.percent(score.percent / 100)}</b><LightTag light={score.light} /></div>
      <ul>{score.criteria.map((one) => <Row key={one.criterion} score={one} strategy={strategy} onAnswer={() => setOpen(one)} />)}</ul>
      <Side title={t.answerTitle} open={open !== null} onClose={() => setOpen(null)}>
        {open && <Answer strategy={strategy} score={open} onClose={() => setOpen(null)} />}
      </Side>
    </section>
  );
}

export function ReadinessPage() {
  const t = useTexts(texts);
  return (
    <Frame title={t.readinessTitle}>
      {(standing: Standing) => (
        <>
          <p className="k-s k-mut">{t.rule}</p>
          <div className="k-half">{standing.readiness.questions.map((one) => <Question key={one.question} score={one} strategy={standing.strategy} />)}</div>
        </>
      )}
    </Frame>
  );
}
