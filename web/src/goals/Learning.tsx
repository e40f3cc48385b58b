// Which learning serves what the goal needs, and what its seats would cost for those who are lacking.
import { Link } from 'react-router';
import { can, useActor } from '../api/session';
import type { CostEstimate, Goal, NeedLearning, ServingActivity } from '../api/types';
import { ExportMenu, useTableWays } from '../ui/ExportMenu';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { to } from '../ui/paths';
import { Answered, Bones } from '../ui/states';
import { activityKinds } from '../ui/words';
import { useGoalLearning } from './api';
import styles from './goals.module.css';
import { goals } from './texts';

function Estimate({ of }: { of: CostEstimate }) {
  const t = useTexts(goals);
  const f = useFormats();
  return (
    <>
      {f.money(of.amount, of.currency)}
      <small>{t.estimateOf(f.number(of.people), of.sessions)}</small>
    </>
  );
}

function One({ one, costs }: { one: ServingActivity; costs: boolean }) {
  const t = useTexts(goals);
  const f = useFormats();
  const label = useLabel();
  const kinds = activityKinds[useLanguage()];
  return (
    <tr>
      <th scope="row">
        <Link to={to.activity(one.activity)}>{label(one.name)}</Link>
        <small>{kinds[one.kind]} · {t.raise(f.number(one.from), f.number(one.to))} · {t.hoursEach(f.decimal(one.hours))}{one.next_session && ` · ${t.nextAt(f.dayShort(one.next_session))}`}{!one.reaches && ` · ${t.onTheWay}`}</small>
      </th>
      {costs && <td className={styles.sum}>{one.estimate && one.estimate.people > 0 ? <Estimate of={one.estimate} /> : null}</td>}
    </tr>
  );
}

function OfNeed({ need, costs }: { need: NeedLearning; costs: boolean }) {
  const t = useTexts(goals);
  const f = useFormats();
  const label = useLabel();
  const lacking = need.lacking == null ? (need.untold ? (need.untold === 'outside' ? t.outsideReach : t.few) : '') : need.lacking > 0 ? t.lacking(f.number(need.lacking)) : t.nobodyLacking;
  return (
    <div>
      <h3 style={{ marginTop: 8 }}>{t.servedTo(label(need.row.skill_name), f.number(need.row.need.level))} <span className="k-s k-mut" style={{ fontWeight: 400 }}>{lacking}</span></h3>
      {need.activities.length === 0 ? (
        <p className="k-s k-mut">{t.noneServes} <Link to={to.learningOf(need.row.need.skill)}>{t.toCatalogue}</Link></p>
      ) : (
        <table className={styles.table} aria-label={t.servedTo(label(need.row.skill_name), f.number(need.row.need.level))}><tbody>{need.activities.map((one) => <One key={one.activity} one={one} costs={costs} />)}</tbody></table>
      )}
    </div>
  );
}

export function Learning({ goal }: { goal: Goal }) {
  const t = useTexts(goals);
  const f = useFormats();
  const costs = can(useActor(), 'view_learning_costs');
  const ways = useTableWays(`/goals/${goal.row.id}/activities/export`);
  const asked = useGoalLearning(goal.row.id, goal.needs.length > 0);
  if (goal.needs.length === 0) return null;
  return (
    <section className="k-card k-stack-s">
      <div className="k-row"><h2>{t.learning}</h2><span className="k-grow" /><ExportMenu ways={ways} /></div>
      <Answered asked={asked} bones={<Bones rows={6} />}>
        {(told) => (
          <>
            {told.needs.map((need) => <OfNeed key={need.row.need.id} need={need} costs={costs} />)}
            {costs && told.least.some((sum) => sum.amount > 0) && <p><b>{t.leastOf(told.least.map((sum) => f.money(sum.amount, sum.currency)).join(' + '))}</b></p>}
            {told.unreached > 0 && <p className="k-s k-mut">{t.unreached(told.unreached)}</p>}
            {told.needs.some((need) => need.activities.some((one) => one.estimate)) && <p className="k-s k-mut">{t.estimateHelp}</p>}
          </>
        )}
      </Answered>
    </section>
  );
}
