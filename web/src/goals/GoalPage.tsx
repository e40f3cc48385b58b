// One goal: what is measured and how it goes, what it needs and how far that is met.
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useGoals } from '../api/queries';
import { can, useActor } from '../api/session';
import type { Goal } from '../api/types';
import { ExportMenu, useTableWays } from '../ui/ExportMenu';
import { Figure } from '../ui/Figure';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Side } from '../ui/Side';
import { Answered, Bone, Bones, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { useDropGoal, useGoal, useResumeGoal, useStanding } from './api';
import { GoalForm } from './GoalForm';
import styles from './goals.module.css';
import { Learning } from './Learning';
import { Needs } from './Needs';
import { NeedsEditor } from './NeedsEditor';
import { Readings } from './Readings';
import { StateTag, useMeasured, Way } from './StateTag';
import { goals } from './texts';

function Says({ goal }: { goal: Goal }) {
  const t = useTexts(goals);
  const f = useFormats();
  const label = useLabel();
  const measured = useMeasured();
  const { data: all } = useGoals();
  const { row } = goal;
  const above = all?.items.find((one) => one.id === row.parent);
  return (
    <section className="k-card">
      {label(goal.description) && <p style={{ marginBottom: 8, whiteSpace: 'pre-line' }}>{label(goal.description)}</p>}
      <div className="k-fact"><span>{t.metric}</span><span>{label(row.metric)}</span></div>
      <div className="k-fact"><span>{t.way}</span><span>{t.fromTo(f.decimal(row.baseline), measured(row.target, row.measure))}</span></div>
      <div className="k-fact"><span>{t.owner}</span><span>{row.owner.name}{row.owner.left && ` (${t.left})`}</span></div>
      <div className="k-fact"><span>{t.due}</span><span>{t.period(f.dayShort(row.starts), f.day(row.due))}</span></div>
      <div className="k-fact"><span>{t.weight}</span><span>{t.weightOf(f.number(row.weight))}</span></div>
      <div className="k-fact"><span>{t.concerns}</span><span>{row.units.length === 0 ? t.wholeOrganisation : row.units.map((unit) => unit.name).join(', ')}</span></div>
      {above && <div className="k-fact"><span>{t.partOf}</span><span><Link to={to.goal(above.id)}>{label(above.name)}</Link></span></div>}
    </section>
  );
}

function Drop({ goal }: { goal: Goal }) {
  const t = useTexts(goals);
  const w = useTexts(words);
  const [asking, setAsking] = useState(false);
  const [because, setBecause] = useState('');
  const drop = useDropGoal(goal.row.id);
  const resume = useResumeGoal(goal.row.id);
  if (goal.row.state === 'dropped')
    return (
      <section className="k-card k-stack-s">
        <p><b>{t.droppedBecause}:</b> {goal.dropped_because}</p>
        <Refused error={resume.error} />
        {goal.may_edit && <div className="k-row"><Button variant="default" loading={resume.isPending} onClick={() => resume.mutate(undefined, { onSuccess: () => say(t.resumed, { tone: 'good' }) })}>{t.resume}</Button></div>}
      </section>
    );
  if (!goal.may_edit) return null;
  if (!asking) return <div className="k-row"><Button variant="subtle" color="gray" onClick={() => setAsking(true)}>{t.drop}</Button></div>;
  return (
    <form className="k-card k-stack-s" onSubmit={(event) => (event.preventDefault(), drop.mutate(because, { onSuccess: () => (say(t.dropped), setAsking(false)) }))}>
      <Textarea label={t.because} description={t.becauseHelp} required withAsterisk={false} autosize minRows={2} value={because} onChange={(event) => setBecause(event.currentTarget.value)} />
      <Refused error={drop.error} />
      <div className="k-row"><Button type="submit" loading={drop.isPending}>{t.drop}</Button><Button variant="subtle" color="gray" onClick={() => setAsking(false)}>{w.cancel}</Button></div>
    </form>
  );
}

function Shown({ goal }: { goal: Goal }) {
  const t = useTexts(goals);
  const w = useTexts(words);
  const f = useFormats();
  const label = useLabel();
  const session = useActor();
  const [editing, setEditing] = useState<'goal' | 'needs' | null>(null);
  const counts = can(session, 'view_aggregates') && goal.needs.length > 0;
  const { data: standing } = useStanding(goal.row.id, counts);
  const ways = useTableWays(`/goals/${goal.row.id}/standing/export`);
  const coverage = standing?.coverage;
  if (editing === 'needs') return <NeedsEditor goal={goal} onClose={() => setEditing(null)} />;
  return (
    <Page title={label(goal.row.name)} crumb={<><Link to={to.goals}>{t.list}</Link> · {label(goal.row.metric)} <StateTag state={goal.row.state} /></>} actions={<>{counts && goal.needs.length > 0 && <ExportMenu ways={ways} />}{goal.may_edit && <Button variant="default" leftSection={<Icon name="edit" size={15} />} onClick={() => setEditing('goal')}>{w.edit}</Button>}</>}>
      <div className="k-two">
        <div className="k-stack">
          <div className="k-half">
            <section className="k-card"><Way row={goal.row} /></section>
            {counts && <Figure label={t.coverage} value={coverage === undefined || coverage === null ? '–' : f.percent(coverage)} waiting={!standing}>{coverage === undefined || coverage === null ? t.few : t.coverageHelp}</Figure>}
          </div>
          <Needs goal={goal} onEdit={() => setEditing('needs')} />
          <Learning goal={goal} />
          <Readings goal={goal} />
        </div>
        <div className="k-stack">
          <Says goal={goal} />
          <Drop goal={goal} />
        </div>
      </div>
      <Side title={t.editTitle} size={560} open={editing === 'goal'} onClose={() => setEditing(null)}>
        <GoalForm goal={goal} starter={null} onClose={() => setEditing(null)} />
      </Side>
    </Page>
  );
}

export function GoalPage() {
  const { goal = '' } = useParams();
  const asked = useGoal(Number(goal) || 0);
  return (
    <Answered whole asked={asked} bones={<div className="k-stack"><Bone width={260} height={26} /><div className={styles.pair}><div className="k-card"><Bones rows={8} /></div><div className="k-card"><Bones rows={6} /></div></div></div>}>
      {(one) => <Shown key={one.row.id} goal={one} />}
    </Answered>
  );
}
