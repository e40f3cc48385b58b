// What a solved plan closes, how close to the best possible that is, and the proof of it.
import { Button } from '@mantine/core';
import { download } from '../api/client';
import { can, useActor } from '../api/session';
import type { Plan, PlanTold } from '../api/types';
import { Figure } from '../ui/Figure';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Refused } from '../ui/states';
import { useVerification } from './api';
import styles from './plans.module.css';
import { useSayings } from './said';
import { ShareBar } from './Share';
import { plans } from './texts';

function Proof({ plan, told }: { plan: Plan; told: PlanTold }) {
  const t = useTexts(plans);
  const f = useFormats();
  const actor = useActor();
  const check = useVerification(plan.row.id);
  const found = check.data;
  // Recomputed by other code in another order: the bound may differ in its last digits.
  const holds = found && found.value === told.value && Math.abs(found.bound - told.bound_value) <= 1e-6 * Math.max(1, told.bound_value);
  return (
    <div className="k-stack-s">
      <div className="k-row">
        <button type="button" className={styles.link} disabled={check.isPending} onClick={() => check.mutate()}>{check.isPending ? t.checking : t.check}</button>
        {can(actor, 'view_levels') && can(actor, 'make_plans') && <a className="k-s" href={download(`/plans/${plan.row.id}/certificate`)} download>{t.certificate}</a>}
      </div>
      <Refused error={check.error} />
      <div role="status">
        {found && (
          <div className={styles.proof} data-tone={holds ? 'good' : 'bad'}>
            <Icon name={holds ? 'check' : 'warning'} size={16} />
            <div>
              <b>{holds ? t.holds : t.differs}</b>
              <p>{holds ? t.holdsText(f.number(found.people), f.number(found.chosen)) : t.differsHelp}</p>
              <p className="k-faint">{t.holdsValue(f.number(found.value), f.number(Math.floor(found.bound)))}</p>
            </div>
          </div>
        )}
      </div>
    </div>
  );
}

export function Result({ plan, told }: { plan: Plan; told: PlanTold }) {
  const t = useTexts(plans);
  const said = useSayings();
  return (
    <section className="k-card" aria-label={t.closes}>
      <div className={styles.label}>{t.closes}</div>
      <div className={styles.value}>{said.share(told.closed)}</div>
      <p className="k-s k-mut">{t.noMore} <b>{said.share(told.bound)}</b></p>
      <ShareBar large share={told.closed} bound={told.bound} label={t.barSays(said.share(told.closed), said.share(told.bound))} />
      <p className="k-s k-mut">{t.gap(said.gap(told.gap))}</p>
      <Proof key={`${told.value}.${told.bound_value}`} plan={plan} told={told} />
      <details className="k-how" style={{ marginTop: 10 }}><summary>{t.gapWhat}</summary><p>{t.gapHelp}</p></details>
    </section>
  );
}

export function Sums({ plan, told }: { plan: Plan; told: PlanTold }) {
  const t = useTexts(plans);
  const f = useFormats();
  const said = useSayings();
  return (
    <div className="k-figures">
      <Figure label={t.cost} value={said.short(told.cost, plan.frame.currency)}>{t.costOf(said.short(plan.row.budget, plan.frame.currency))}</Figure>
      <Figure label={t.time} value={f.number(told.hours)}>{told.people > 0 && t.timeEach(f.level(told.hours / told.people))}</Figure>
      {told.hired > 0 && <Figure label={t.hired} value={f.number(told.hired)}>{t.hiredHelp}</Figure>}
      {told.reskilled != null && <Figure label={t.reskilled} value={f.number(told.reskilled)}>{t.reskilledHelp}</Figure>}
    </div>
  );
}

/** How the managers have said, and the people answered. */
export function Reviews({ plan }: { plan: Plan }) {
  const t = useTexts(plans);
  const f = useFormats();
  const { waiting, agreed, swapped, deferred, declined, contested } = plan.reviews;
  const parts: [string, number, string | undefined][] = [[t.waiting, waiting, undefined], [t.agreed, agreed, 'good'], [t.swapped, swapped, 'info'], [t.deferred, deferred, 'look']];
  const answered: [string, number, string | undefined][] = [[t.declined, declined, 'look'], [t.contested, contested, 'bad']];
  const published = plan.row.state === 'published' || plan.row.state === 'replaced';
  const counts = (of: typeof parts) => <ul className={styles.counts}>{of.map(([what, n, tone]) => <li key={what}><span className="k-tag" data-tone={n > 0 ? tone : undefined}>{what}</span><b>{f.number(n)}</b></li>)}</ul>;
  return (
    <section className="k-card k-stack-s" aria-label={t.reviews}>
      <div className={styles.spoken}>
        <div><h2>{t.reviews}</h2>{counts(parts)}</div>
        {published && <div><h2>{t.answers}</h2>{counts(answered)}</div>}
      </div>
      {plan.row.state === 'review' && <p className="k-s k-mut">{t.waitHelp}</p>}
    </section>
  );
}

export const SolveFirst = ({ may, busy, onSolve }: { may: boolean; busy: boolean; onSolve: () => void }) => {
  const t = useTexts(plans);
  return (
    <section className="k-card">
      <div className={styles.unsolved}>
        <h2>{t.unsolved}</h2>
        <p className="k-mut">{may ? t.unsolvedHelp : t.unsolvedView}</p>
        {may && <div><Button loading={busy} onClick={onSolve}>{t.solve}</Button></div>}
      </div>
    </section>
  );
};
