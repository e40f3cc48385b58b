// What a goal needs and how far each need is met, with who is near one step away.
import { Button } from '@mantine/core';
import { Link } from 'react-router';
import { can, useActor } from '../api/session';
import type { Goal, NeedAhead, NeedRow, Priority } from '../api/types';
import { chance } from '../ui/chance';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { NeedCurve } from '../ui/NeedCurve';
import { to } from '../ui/paths';
import { Empty } from '../ui/states';
import { words } from '../ui/words';
import { useGoalForecast, useStanding } from './api';
import styles from './goals.module.css';
import { goals } from './texts';

function Standing({ row, of }: { row: NeedRow; of?: Priority }) {
  const t = useTexts(goals);
  const f = useFormats();
  const session = useActor();
  if (!of) return <span className="k-mut">–</span>;
  if (!of.standing) return <span className="k-mut">{of.untold === 'outside' ? t.outsideReach : t.few}</span>;
  const { standing } = of;
  const share = standing.coverage;
  return (
    <div className={styles.way}>
      <span>{t.covered(f.decimal(standing.qualified), f.number(row.need.headcount))}</span>
      <span className={styles.track} role="img" aria-label={f.percent(share)}><i style={{ width: `${share * 100}%` }} /></span>
      <div className={styles.facts}>
        {standing.uncertain > 0 && <span>{t.uncertain(f.number(standing.uncertain))}</span>}
        {standing.near > 0 && (
          <span>
            {t.near(f.number(standing.near))}
            {can(session, 'view_levels') && <> · <Link to={to.findSkill(row.need.skill, Math.max(1, row.need.level - 1), row.need.unit ?? undefined)}>{t.nearHelp}</Link></>}
          </span>
        )}
        {standing.unknown > 0 && <span>{t.unknown(f.number(standing.unknown))}</span>}
        {share < 1 && standing.hours > 0 && <span>{t.hours(f.number(standing.hours))}</span>}
        {standing.outside > 0 && <span>{t.outside(f.number(standing.outside))}</span>}
      </div>
    </div>
  );
}

/** What is expected on its day, if nothing but what the scenario assumes happens. */
function Expected({ row, of }: { row: NeedRow; of?: NeedAhead }) {
  const t = useTexts(goals);
  const f = useFormats();
  const label = useLabel();
  if (!of) return <span className="k-mut">–</span>;
  if (of.untold) return <span className="k-mut">{of.untold === 'outside' ? t.outsideReach : t.few}</span>;
  if (of.able_then == null || of.chance_then == null) return <span className="k-mut">{t.beyond}</span>;
  return (
    <div className={styles.way}>
      <span>{t.expected(f.level(of.able_then), f.number(row.need.headcount))}</span>
      <span><NeedCurve curve={of.curve} says={t.expectedSays(label(row.skill_name), f.level(of.able_now ?? 0), f.level(of.able_then), f.number(row.need.headcount))} /></span>
      <div className={styles.facts}><b className={of.chance_then < 0.5 ? styles.unlikely : undefined}>{t.chance(chance(f.percent, of.chance_then))}</b></div>
    </div>
  );
}

export function Needs({ goal, onEdit }: { goal: Goal; onEdit: () => void }) {
  const t = useTexts(goals);
  const w = useTexts(words);
  const f = useFormats();
  const label = useLabel();
  const session = useActor();
  const counts = can(session, 'view_aggregates');
  const { data: standing } = useStanding(goal.row.id, counts && goal.needs.length > 0);
  const all = standing && [...standing.items, ...standing.not_funded];
  const foresees = can(session, 'view_forecast');
  const { data: ahead } = useGoalForecast(goal.row.id, foresees && goal.needs.length > 0);
  const edit = goal.may_edit && <Button size="compact-sm" variant="default" onClick={onEdit}>{goal.needs.length > 0 ? t.editNeeds : t.addNeed}</Button>;
  return (
    <section className="k-card k-stack-s">
      <div className="k-row"><h2>{t.needs}</h2><span className="k-grow" />{goal.needs.length > 0 && edit}</div>
      {goal.needs.length === 0 ? (
        <Empty icon="skills" title={t.needsEmpty} action={edit}>{t.needsEmptyHelp}</Empty>
      ) : (
        <div className={styles.scroll}>
          <table className={styles.table} aria-label={t.needs}>
            <thead><tr><th scope="col">{t.need}</th><th scope="col">{t.standing}</th>{foresees && <th scope="col" className={styles.wide}>{t.onTheDay}</th>}</tr></thead>
            <tbody>
              {goal.needs.map((row) => {
                const of = all?.find((one) => one.row.need.id === row.need.id);
                const later = ahead?.needs.find((one) => one.row.need.id === row.need.id);
                return (
                  <tr key={row.need.id}>
                    <th scope="row">
                      <Link to={to.skill(row.need.skill)}>{label(row.skill_name)}</Link> {row.need.must && <span className="k-tag">{w.must}</span>}
                      <small>{t.asked(f.number(row.need.headcount), f.number(row.need.level))}, {t.by_(f.dayShort(row.need.due))}</small>
                      <small>{row.role_name ? label(row.role_name) : t.everyRole} · {row.unit_name ?? t.everyUnit}</small>
                      {row.choice?.not_funded && <small>{t.notFunded}: {row.choice.because}</small>}
                      {row.retired && <small>{t.retired}</small>}
                    </th>
                    <td>
                      <Standing row={row} of={of} />
                      {foresees && <div className={styles.narrow}><b>{t.onTheDay}</b><Expected row={row} of={later} /></div>}
                    </td>
                    {foresees && <td className={styles.wide}><Expected row={row} of={later} /></td>}
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
      {ahead && ahead.needs.some((one) => !one.untold) && <p className={`k-s k-mut ${styles.note}`}>{ahead.scenario_name ? t.expectedUnder(ahead.scenario_name) : t.expectedUsual} <Link to={ahead.scenario ? to.scenario(ahead.scenario) : to.scenarios}>{t.toScenarios}</Link></p>}
      {!counts && goal.needs.length > 0 && <p className="k-s k-mut">{t.withheld}</p>}
    </section>
  );
}
