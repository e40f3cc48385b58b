// Objections that wait for this actor: what was said, what the person answers, and the two ways to settle it.
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { isRefusal } from '../api/client';
import { useSkill } from '../api/queries';
import { useActor } from '../api/session';
import type { ContestRow } from '../api/types';
import { Choice } from '../ui/Chip';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { LevelChoice } from '../ui/LevelChoice';
import { More } from '../ui/More';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Answered, Bones, Empty, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { sourceNames } from '../ui/words';
import { useAnswerContest, useOpenContests, useWithdraw } from './api';
import { assessments } from './texts';

function One({ row }: { row: ContestRow }) {
  const t = useTexts(assessments);
  const f = useFormats();
  const label = useLabel();
  const sources = sourceNames[useLanguage()];
  const [outcome, setOutcome] = useState<'upheld' | 'corrected' | null>(null);
  const [level, setLevel] = useState<number | null>(null);
  const [text, setText] = useState('');
  const { data: skill } = useSkill(outcome === 'corrected' ? row.skill : null);
  const send = useAnswerContest(row.contest.id);
  const withdraw = useWithdraw();
  const own = useActor().person === row.person;
  return (
    <li className="k-card k-stack-s">
      <div>
        <div className="k-s k-mut">{label(row.skill_name)} · {t.about(sources[row.source], row.level, row.assessor)}</div>
        <h2><Link to={to.person(row.person)}>{row.person_name}</Link></h2>
      </div>
      {row.note && <p className="k-s k-mut">“{row.note}”</p>}
      <p><b>{t.said(row.person_name.split(' ')[0] ?? '')}</b> <span className="k-xs k-faint">{f.ago(row.contest.at)}</span><br />{row.contest.reason}</p>
      {own ? (
        <div className="k-row">
          <span className="k-s k-mut k-grow">{t.ownContest}</span>
          <Button size="compact-sm" variant="subtle" loading={withdraw.isPending} onClick={() => withdraw.mutate(row.contest.id, { onSuccess: () => say(t.withdrawn) })}>{t.withdraw}</Button>
        </div>
      ) : (
      <form
        className="k-stack-s"
        onSubmit={(event) => {
          event.preventDefault();
          if (!outcome) return;
          send.mutate({ outcome, answer: text.trim(), level: outcome === 'corrected' ? (level ?? undefined) : undefined }, { onSuccess: () => say(t.answered, { tone: 'good' }) });
        }}
      >
        <div className="k-row" role="group" aria-label={t.answerTitle}>
          <Choice on={outcome === 'upheld'} onClick={() => setOutcome('upheld')}>{t.uphold}</Choice>
          <Choice on={outcome === 'corrected'} onClick={() => setOutcome('corrected')}>{t.correct}</Choice>
        </div>
        {outcome === 'corrected' && (skill ? <><p className="k-s k-mut">{t.correctedHelp}</p><LevelChoice label={t.newLevel} scale={skill.scale} anchors={skill.anchors} value={level} onChange={setLevel} error={isRefusal(send.error) ? send.error.field('/level') : undefined} /></> : <Bones rows={5} height={30} />)}
        {outcome && (
          <>
            <Textarea label={t.answerTitle} placeholder={t.answerPlaceholder} autosize minRows={2} value={text} onChange={(event) => setText(event.currentTarget.value)} maxLength={2000} />
            <Refused error={send.error} />
            <div><Button type="submit" loading={send.isPending} disabled={!text.trim() || (outcome === 'corrected' && level === null)}>{t.answer}</Button></div>
          </>
        )}
      </form>
      )}
    </li>
  );
}

export function ContestsPage() {
  const t = useTexts(assessments);
  const asked = useOpenContests();
  return (
    <Page title={t.contestsTitle} crumb={t.contestsCrumb}>
      <Answered asked={asked}>
        {(data) => {
          const rows = data.pages.flatMap((page) => page.items);
          return rows.length === 0 ? (
            <div className="k-card"><Empty icon="contest" title={t.contestsNone}>{t.contestsNoneHelp}</Empty></div>
          ) : (
            <ul className="k-stack" style={{ maxWidth: 760 }}>
              {rows.map((row) => <One key={row.contest.id} row={row} />)}
              <More list={asked} />
            </ul>
          );
        }}
      </Answered>
    </Page>
  );
}
