// One round: the draft and whom it would ask, how far it has come while it is open, what has moved when it is closed.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import type { Round } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Figure } from '../ui/Figure';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Side } from '../ui/Side';
import { Answered, Bone, Bones, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { useCloseRound, useDiscardRound, useOpenRound, useRound } from './api';
import { Assessors } from './Assessors';
import { Comparison } from './Comparison';
import { Editor } from './Editor';
import { Progress } from './Progress';
import { Reminders } from './Reminders';
import { StateTag } from './StateTag';
import { rounds, talking, voiceNames } from './texts';

function Says({ round }: { round: Round }) {
  const t = useTexts(rounds);
  const f = useFormats();
  const label = useLabel();
  const names = voiceNames[useLanguage()];
  const list = (all: string[], none: string) => (all.length === 0 ? none : all.join(', '));
  return (
    <section className="k-card">
      <div className="k-fact"><span>{t.units}</span><span>{list(round.units.map((unit) => unit.name), t.everybody)}</span></div>
      <div className="k-fact"><span>{t.roles}</span><span>{list(round.roles.map((role) => label(role.name)), t.everyRole)}</span></div>
      <div className="k-fact"><span>{t.about}</span><span>{round.skills_from === 'profile' ? t.fromProfile : round.goal ? <><Link to={to.goal(round.goal.id)}>{label(round.goal.name)}</Link>: {list(round.skills.map((skill) => label(skill.name)), '–')}</> : list(round.skills.map((skill) => label(skill.name)), '–')}</span></div>
      <div className="k-fact"><span>{t.who}</span><span>{round.voices.map((sum) => (sum.voice === 'peer' ? `${names.peer} (${t.upTo(f.number(round.peers))})` : names[sum.voice])).join(' · ')}</span></div>
      <div className="k-fact"><span>{t.opens}</span><span>{f.day(round.opens)}</span></div>
      <div className="k-fact"><span>{t.closes}</span><span>{f.day(round.closes)}</span></div>
      {round.closed && <div className="k-fact"><span>{t.closedAt}</span><span>{f.instant(round.closed)}</span></div>}
      {round.by && <div className="k-fact"><span>{t.by}</span><span>{round.by}</span></div>}
    </section>
  );
}

function Draft({ round }: { round: Round }) {
  const t = useTexts(rounds);
  const w = useTexts(words);
  const f = useFormats();
  const navigate = useNavigate();
  const [editing, setEditing] = useState(false);
  const open = useOpenRound();
  const discard = useDiscardRound();
  const would = round.would_ask;
  return (
    <div className="k-two">
      <section className="k-card k-stack-s">
        {would && <h2>{t.wouldAsk(f.number(would.asked))}</h2>}
        {would && would.chosen > would.asked && <p className="k-mut">{t.leftOut(f.number(would.chosen - would.asked))}</p>}
        <p className="k-mut">{t.openHelp}</p>
        <Refused error={open.error ?? discard.error} />
        {round.may_change && (
          <div className="k-row">
            <Button loading={open.isPending} disabled={!would?.asked} onClick={() => open.mutate(round.id, { onSuccess: () => say(t.opened, { tone: 'good' }) })}>{t.open}</Button>
            <Button variant="default" leftSection={<Icon name="edit" size={15} />} onClick={() => setEditing(true)}>{w.edit}</Button>
            <span className="k-grow" />
            <Button variant="subtle" color="gray" loading={discard.isPending} onClick={() => discard.mutate(round.id, { onSuccess: () => (say(t.discarded), void navigate(to.rounds)) })}>{t.discard}</Button>
          </div>
        )}
      </section>
      <Says round={round} />
      <Side title={t.editTitle} open={editing} onClose={() => setEditing(false)}>
        <Editor round={round} onClose={() => setEditing(false)} />
      </Side>
    </div>
  );
}

// Closing cannot be taken back, so it is asked about once, in place.
function Close({ round }: { round: Round }) {
  const t = useTexts(rounds);
  const w = useTexts(words);
  const [asking, setAsking] = useState(false);
  const close = useCloseRound();
  return (
    <section className="k-card k-stack-s">
      <p className="k-s k-mut">{t.closeHelp}</p>
      <Refused error={close.error} />
      <div className="k-row">
        {asking ? (
          <>
            <Button loading={close.isPending} onClick={() => close.mutate(round.id, { onSuccess: () => say(t.closed, { tone: 'good' }) })}>{t.reallyClose}</Button>
            <Button variant="subtle" color="gray" onClick={() => setAsking(false)}>{w.cancel}</Button>
          </>
        ) : (
          <Button variant="default" onClick={() => setAsking(true)}>{t.close}</Button>
        )}
      </div>
    </section>
  );
}

function Figures({ round }: { round: Round }) {
  const t = useTexts(rounds);
  const f = useFormats();
  const names = voiceNames[useLanguage()];
  return (
    <div className="k-figures">
      {round.voices.map((sum) => (
        <Figure key={sum.voice} label={names[sum.voice]} value={f.percent(sum.cases > 0 ? sum.done / sum.cases : 0)}>{t.figure(f.number(sum.done), f.number(sum.cases), f.number(sum.begun))}</Figure>
      ))}
    </div>
  );
}

function Shown({ round }: { round: Round }) {
  const t = useTexts(rounds);
  const talk = useTexts(talking);
  const f = useFormats();
  return (
    <Page title={round.name} crumb={<><Link to={to.rounds}>{t.one}</Link> · {t.period(f.dayShort(round.opens), f.dayShort(round.closes))} <StateTag state={round.state} /></>} actions={round.state !== 'draft' && round.voices.length > 1 && <Button variant="default" component={Link} to={to.roundTalks(round.id)}>{talk.open}</Button>}>
      {round.state === 'draft' ? (
        <Draft round={round} />
      ) : (
        <>
          <Figures round={round} />
          <div className="k-two">
            <div className="k-stack">
              {round.state === 'closed' && <Comparison round={round.id} />}
              <Progress round={round.id} />
            </div>
            <div className="k-stack">
              {round.may_change && <Assessors round={round} />}
              {round.state === 'open' && round.may_change && <Close round={round} />}
              <Reminders round={round} />
              <Says round={round} />
            </div>
          </div>
        </>
      )}
    </Page>
  );
}

export function RoundPage() {
  const { round = '' } = useParams();
  const asked = useRound(Number(round) || 0);
  return (
    <Answered whole asked={asked} bones={<div className="k-stack"><Bone width={260} height={26} /><div className="k-two"><div className="k-card"><Bones rows={8} /></div><div className="k-card"><Bones rows={6} /></div></div></div>}>
      {(one) => <Shown key={one.id} round={one} />}
    </Answered>
  );
}
