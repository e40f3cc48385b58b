// The plan bench: limits left, result right. Changing a limit is tried by solving again.
import { Button, SegmentedControl } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { isRefusal } from '../api/client';
import { can, useActor } from '../api/session';
import type { Plan, PlanFrame, PlanTold } from '../api/types';
import { ExportMenu, useTableWays } from '../ui/ExportMenu';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { JobBar } from '../ui/JobBar';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Answered, Bone, Bones, Empty, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { useParam } from '../ui/useParam';
import { words } from '../ui/words';
import { reload, solving, usePlan, useRemovePlan, useSolve } from './api';
import { BudgetCurve } from './BudgetCurve';
import { ByGoal } from './ByGoal';
import { Costs } from './Costs';
import { differs, sent } from './drawn';
import { Fairness } from './Fairness';
import { FrameFacts } from './FrameFacts';
import { FrameForm } from './FrameForm';
import { parts } from './partTexts';
import styles from './plans.module.css';
import { Result, Reviews, SolveFirst, Sums } from './Result';
import { useSayings } from './said';
import { ByActivity, ByUnit, Quarters } from './Sides';
import { StateTag } from './StateTag';
import { useSteps } from './Steps';
import { plans } from './texts';
import { Who } from './Who';
import { Conflicts, LeftOut, Worth } from './Worth';

const views = ['goals', 'units', 'activities', 'calendar', 'who', 'fairness', 'costs'] as const;
type View = (typeof views)[number];

function Parts({ plan, told }: { plan: Plan; told: PlanTold }) {
  const t = useTexts(plans);
  const p = useTexts(parts);
  const f = useFormats();
  const [asked, setView] = useParam('view');
  const { currency } = plan.frame;
  const published = plan.row.state === 'published' || plan.row.state === 'replaced';
  const offered = views.filter((one) => one !== 'costs' || published);
  const view: View = offered.find((one) => one === asked) ?? 'goals';
  const shown: Record<View, () => ReactNode> = {
    goals: () => <ByGoal goals={told.goals} currency={currency} />,
    units: () => <ByUnit units={told.units} currency={currency} />,
    activities: () => <ByActivity activities={told.activities} currency={currency} />,
    calendar: () => <Quarters told={told} currency={currency} />,
    who: () => <Who plan={plan} />,
    fairness: () => <Fairness ages={told.ages} genders={told.genders} />,
    costs: () => <Costs plan={plan} />,
  };
  return (
    <section className="k-card k-flush" aria-label={p.look}>
      <div className={styles.head}>
        <h2>{t.sum(f.number(told.items), f.number(told.people))}</h2>
        <span className="k-grow" />
        <div className={styles.scroll}><SegmentedControl size="xs" aria-label={p.look} value={view} onChange={(value) => setView(value === 'goals' ? null : value)} data={offered.map((value) => ({ value, label: p[value] }))} /></div>
      </div>
      {shown[view]()}
    </section>
  );
}

function Note({ tone, children, action }: { tone?: 'info' | 'bad'; children: ReactNode; action?: ReactNode }) {
  return <div className={styles.note} data-tone={tone} role="status"><Icon name={tone === 'bad' ? 'warning' : 'info'} size={16} /><span>{children}</span>{action}</div>;
}

function Notes({ plan, changed, busy }: { plan: Plan; changed: boolean; busy: boolean }) {
  const t = useTexts(plans);
  const f = useFormats();
  const { job, row } = plan;
  const open = row.state === 'draft' || row.state === 'review';
  return (
    <>
      {plan.because && <Note>{t.backBecause}: {plan.because}</Note>}
      {plan.published && <Note tone="info">{t.publishedOn(f.day(plan.published.slice(0, 10)), plan.approved_by)}. {row.state === 'replaced' && t.replaced}</Note>}
      {plan.based_on != null && <Note tone="info" action={<Link to={to.plan(plan.based_on)}>{t.before}</Link>}>{t.basedOn}.</Note>}
      {changed && plan.told && !busy && <Note><b>{t.drawn}.</b> {t.drawnHelp}</Note>}
      {!changed && plan.told && plan.outdated && open && !busy && <Note><b>{t.outdated}.</b> {t.outdatedHelp}</Note>}
      {job?.state === 'failed' && <Note tone="bad"><b>{t.failed}.</b> {job.problem?.detail || job.problem?.title}</Note>}
      {job?.state === 'cancelled' && !plan.told && <Note>{t.cancelled}</Note>}
    </>
  );
}

function RemoveDraft({ plan }: { plan: Plan }) {
  const t = useTexts(plans);
  const navigate = useNavigate();
  const remove = useRemovePlan();
  if (!plan.may_edit || plan.row.state !== 'draft') return null;
  return (
    <div className="k-stack-s">
      <Refused error={remove.error} />
      <div><Button size="compact-sm" variant="subtle" color="gray" loading={remove.isPending} onClick={() => remove.mutate(plan.row.id, { onSuccess: () => (say(t.removed, { tone: 'good' }), void navigate(to.plans)) })}>{t.remove}</Button></div>
    </div>
  );
}

interface Drawn {
  name: string;
  frame: PlanFrame;
  /** Over which it is saved: what others save meanwhile is not written over. */
  version: number;
}

function Bench({ plan }: { plan: Plan }) {
  const t = useTexts(plans);
  const f = useFormats();
  const said = useSayings();
  const actor = useActor();
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const solution = useSolve(plan.row.id);
  const stored = { name: plan.row.name, frame: { ...plan.frame, locks: plan.locks } };
  const now = drawn ?? { ...stored, version: plan.row.version };
  const changed = drawn !== null && differs(drawn.name, drawn.frame, stored);
  const put = ({ name, frame }: { name?: string; frame?: Partial<PlanFrame> }) => setDrawn((before) => { const from = before ?? now; return { version: from.version, name: name ?? from.name, frame: { ...from.frame, ...frame } }; });
  const busy = solving(plan) || solution.isPending;
  const refusal = isRefusal(solution.error) ? solution.error : undefined;
  const stale = refusal?.status === 412;
  const drop = () => (setDrawn(null), solution.reset());
  const solve = () => solution.mutate({ drawn: changed ? { name: now.name, frame: sent(now.frame) } : null, version: now.version, saved: () => setDrawn(null) });
  const steps = useSteps(plan, { solve, busy, drawn: changed });
  const ways = useTableWays(`/plans/${plan.row.id}/activities/export`);
  const { told, row } = plan;
  // Only what belongs to no field that is shown; those of fields stand there.
  const general = refusal && (refusal.status !== 422 || !refusal.problem.errors?.length) ? solution.error : null;
  const curving = solving(plan) && !!told && !plan.outdated;
  return (
    <Page
      title={t.titleOf(said.short(now.frame.budget, now.frame.currency))}
      crumb={<><Link to={to.plans}>{t.list}</Link> · {row.name} <StateTag state={row.state} />{told && ` ${t.took(f.level(told.ms / 1000))} · ${t.asOf(f.dayShort(told.day))}`}</>}
      actions={<>{told && <ExportMenu ways={ways} />}{steps.buttons}</>}
    >
      {steps.refused}
      {general ? <div className="k-row"><div className="k-grow"><Refused error={general} /></div>{stale && <Button variant="default" onClick={() => (drop(), void reload(row.id))}>{t.staleReload}</Button>}</div> : null}
      <Notes plan={plan} changed={changed} busy={busy} />
      <div className={styles.bench}>
        {plan.may_edit ? (
          <FrameForm name={now.name} frame={now.frame} put={put} field={(pointer) => refusal?.field(pointer)} errors={refusal?.problem.errors ?? undefined} used={told && !changed && !plan.outdated ? told.cost : undefined}>
            {changed && <div className="k-row"><Button loading={busy} onClick={solve}>{told ? t.again : t.solve}</Button><Button variant="subtle" color="gray" onClick={drop}>{t.undo}</Button></div>}
            <RemoveDraft plan={plan} />
          </FrameForm>
        ) : <FrameFacts plan={plan} />}
        <div className="k-stack">
          {plan.job && solving(plan) && <div className="k-card"><JobBar job={plan.job} label={curving ? t.curving : t.solving} /></div>}
          {!told && !solving(plan) && <SolveFirst may={plan.may_edit && can(actor, 'make_plans')} busy={busy} onSolve={solve} />}
          {!told && solving(plan) && <div className="k-card"><Bones rows={6} /></div>}
          {told && (
            <>
              {row.state !== 'draft' && <Reviews plan={plan} />}
              <Conflicts plan={plan} conflicts={told.conflicts} />
              <div className={styles.top}>
                <Result plan={plan} told={told} />
                <BudgetCurve plan={plan} told={told} busy={busy} />
              </div>
              <Sums plan={plan} told={told} />
              <Parts plan={plan} told={told} />
            </>
          )}
        </div>
        {told && <div className="k-stack"><Worth plan={plan} told={told} /><LeftOut told={told} /></div>}
      </div>
      {steps.side}
    </Page>
  );
}

export function PlanPage() {
  const t = useTexts(plans);
  const w = useTexts(words);
  const actor = useActor();
  const { plan = '' } = useParams();
  const asked = usePlan(Number(plan) || 0);
  if (!can(actor, 'view_plans'))
    return <Page title={t.title} crumb={t.crumb}><div className="k-card"><Empty icon="key" title={w.forbiddenTitle}>{w.forbidden}</Empty></div></Page>;
  return (
    <Answered whole asked={asked} bones={<div className="k-stack"><Bone width={280} height={26} /><div className={styles.bench}><div className="k-card"><Bones rows={8} /></div><div className="k-card"><Bones rows={12} /></div></div></div>}>
      {(one) => <Bench key={one.row.id} plan={one} />}
    </Answered>
  );
}
