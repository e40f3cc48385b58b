// How are they doing? Each cohort with its members' stages and steps; who goes on, who leaves and why; and what became of
// those placed.
import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { can, useActor } from '../api/session';
import type { Cohort, CohortBoard, CohortMember, FollowUp, Id, LeftReason, Stage } from '../api/types';
import { ExportMenu, useTableWays } from '../ui/ExportMenu';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { to } from '../ui/paths';
import { Side } from '../ui/Side';
import { Answered, Bones, Empty, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { useCohorts, useGiveRole, useSetStage } from './api';
import { CohortForm } from './CohortForm';
import { Frame } from './Frame';
import { Stages, useStepName } from './MyPart';
import { leftReasons, stageNames } from './names';
import { Pays } from './ProgrammePage';
import { programmes } from './programmeTexts';
import styles from './reskilling.module.css';
import { reskilling } from './texts';

function Follow({ all }: { all: FollowUp[] }) {
  const t = useTexts(programmes);
  const f = useFormats();
  const told = (one: FollowUp) => {
    if (one.state === 'ahead') return t.ahead(f.day(one.due));
    const role = one.in_role ? t.inRole : t.notInRole;
    return `${one.state === 'told' ? t.met(f.number(one.met ?? 0), f.number(one.requirements)) : t.due}, ${role}`;
  };
  return <div><h3>{t.followUp}</h3>{all.map((one) => <div key={one.months} className="k-fact"><span>{t.months(one.months)}</span><span data-state={one.state}>{told(one)}</span></div>)}</div>;
}

function Leaving({ member, onClose }: { member: CohortMember; onClose: () => void }) {
  const t = useTexts(programmes);
  const names = leftReasons[useLanguage()];
  const [reason, setReason] = useState<LeftReason | null>(null);
  const set = useSetStage();
  return (
    <form className="k-stack" noValidate onSubmit={(event) => (event.preventDefault(), set.mutate({ member: member.id, stage: 'left', reason: reason ?? undefined }, { onSuccess: onClose }))}>
      <Select label={t.reason} data={Object.entries(names).filter(([value]) => value !== 'withdrew').map(([value, label]) => ({ value, label }))} value={reason} onChange={(value) => setReason(value as LeftReason)} />
      <Refused error={set.error} />
      <div><Button type="submit" loading={set.isPending}>{t.leaves}</Button></div>
    </form>
  );
}

/** Placed, and what the register says is another role still. */
function Placed({ member }: { member: CohortMember }) {
  const t = useTexts(programmes);
  const label = useLabel();
  const give = useGiveRole();
  const may = can(useActor(), 'edit_roles');
  return (
    <div className="k-row">
      <span className="k-tag" data-tone="look" title={t.noRoleHelp}>{t.noRoleYet}</span>
      {may && <Button size="compact-sm" title={t.giveRoleHelp} loading={give.isPending} onClick={() => give.mutate(member.id, { onSuccess: () => say(t.roleGiven(member.name, label(member.role_name)), { tone: 'good' }) })}>{t.giveRole}</Button>}
      <Refused error={give.error} />
    </div>
  );
}

function Goes({ member }: { member: CohortMember }) {
  const t = useTexts(programmes);
  const names = stageNames[useLanguage()];
  const set = useSetStage();
  const [leaving, setLeaving] = useState(false);
  const word: Partial<Record<Stage, string>> = { learning: t.goLearning, trial: t.goTrial, placed: t.goPlaced };
  const waits: Partial<Record<Stage, string>> = { selected: t.waitsCohort, learning: t.waitsSteps, trial: t.waitsTrial };
  const { next } = member;
  if (member.stage === 'placed') return member.has_role ? null : <Placed member={member} />;
  return (
    <div className="k-row">
      {next ? (
        <Button size="compact-sm" loading={set.isPending} onClick={() => set.mutate({ member: member.id, stage: next }, { onSuccess: (now) => say(t.stageNow(now.name, names[now.stage]), { tone: 'good' }) })}>{word[next]}</Button>
      ) : (
        <span className="k-s k-mut">{t.waits} {waits[member.stage]}</span>
      )}
      <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setLeaving(true)}>{t.leaves}</Button>
      <Refused error={set.error} />
      <Side title={t.leavesTitle(member.name)} open={leaving} onClose={() => setLeaving(false)}><Leaving member={member} onClose={() => setLeaving(false)} /></Side>
    </div>
  );
}

function Row({ member }: { member: CohortMember }) {
  const t = useTexts(programmes);
  const r = useTexts(reskilling);
  const f = useFormats();
  const label = useLabel();
  const name = useStepName();
  const done = member.steps.filter((one) => one.done).length;
  const entered = { selected: member.selected, learning: member.learning, trial: member.trial, placed: member.placed, left: member.left_on }[member.stage];
  return (
    <article className={styles.part} aria-label={member.name}>
      <div className="k-row"><h3><Link to={to.person(member.person)}>{member.name}</Link></h3><span className="k-mut k-s">{label(member.role_name)}{entered && `, ${t.since(f.day(entered))}`}</span><span className="k-grow" /><Goes member={member} /></div>
      <Stages stage={member.stage} />
      <details className="k-how">
        <summary>{t.done(f.number(done), f.number(member.steps.length))}</summary>
        <div className="k-stack-s">
          <ul className={styles.steps}>{member.steps.map((step) => <li key={step.id}><span>{name(step)}</span><span className="k-mut">{step.done ? r.doneOn(f.day(step.done)) : r.hoursOf(f.decimal(step.hours))}</span></li>)}</ul>
          {member.break_even && <div><h3>{t.breakEven}</h3><Pays told={member.break_even} hours={member.hours} /></div>}
          {member.follow_up.length > 0 && <Follow all={member.follow_up} />}
        </div>
      </details>
    </article>
  );
}

function Group({ cohort, members, onEdit }: { cohort: Cohort | null; members: CohortMember[]; onEdit?: () => void }) {
  const t = useTexts(programmes);
  const f = useFormats();
  return (
    <section className="k-card" aria-label={cohort?.name ?? t.noCohort}>
      <div className="k-row">
        <h2>{cohort?.name ?? t.noCohort}</h2>
        {cohort && <span className="k-s k-mut">{[f.day(cohort.starts), cohort.place, `${t.mentor}: ${cohort.mentor?.name ?? t.noMentor}`].filter(Boolean).join(' · ')}</span>}
        <span className="k-grow" />
        {onEdit && <Button variant="subtle" size="compact-sm" leftSection={<Icon name="edit" size={14} />} onClick={onEdit}>{t.editCohort}</Button>}
      </div>
      {members.map((one) => <Row key={one.id} member={one} />)}
    </section>
  );
}

function Cohorts({ programme, board, closed }: { programme: Id; board: CohortBoard; closed: boolean }) {
  const t = useTexts(programmes);
  const [editing, setEditing] = useState<Cohort | 'new'>();
  const loose = board.members.filter((one) => one.cohort == null);
  if (board.members.length === 0 && board.cohorts.length === 0)
    return <div className="k-card"><Empty icon="team" title={t.cohortsEmpty} action={<Button component={Link} to={to.candidates(programme)}>{t.toCandidates}</Button>}>{t.cohortsEmptyHelp}</Empty></div>;
  return (
    <>
      {!closed && <div className="k-row k-no-print"><Button leftSection={<Icon name="plus" size={16} />} onClick={() => setEditing('new')}>{t.addCohort}</Button></div>}
      {loose.length > 0 && <Group cohort={null} members={loose} />}
      {board.cohorts.map((cohort) => <Group key={cohort.id} cohort={cohort} members={board.members.filter((one) => one.cohort === cohort.id)} onEdit={closed ? undefined : () => setEditing(cohort)} />)}
      <Side title={editing === 'new' ? t.addCohort : t.editCohort} open={!!editing} onClose={() => setEditing(undefined)}>{editing && <CohortForm programme={programme} cohort={editing === 'new' ? null : editing} board={board} onClose={() => setEditing(undefined)} />}</Side>
    </>
  );
}

function Asked({ programme, closed }: { programme: Id; closed: boolean }) {
  const asked = useCohorts(programme);
  return <Answered asked={asked} bones={<div className="k-card"><Bones rows={10} /></div>}>{(board) => <Cohorts programme={programme} board={board} closed={closed} />}</Answered>;
}

const Out = ({ programme }: { programme: Id }) => <ExportMenu ways={useTableWays(`/programmes/${programme}/cohorts/export`)} />;

export function CohortsPage() {
  const t = useTexts(programmes);
  return <Frame here="cohorts" title={t.cohortsTitle} actions={(programme) => programme.may_run && <Out programme={programme.id} />}>{(programme) => <Asked programme={programme.id} closed={programme.state === 'closed'} />}</Frame>;
}
