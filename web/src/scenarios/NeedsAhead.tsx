// What the goals need by their days, and what there will be of it under the scenario.
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { ForecastTold, NeedAhead } from '../api/types';
import { chance } from '../ui/chance';
import { DataTable, type Columns } from '../ui/DataTable';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { NeedCurve } from '../ui/NeedCurve';
import { to } from '../ui/paths';
import { Empty } from '../ui/states';
import { words } from '../ui/words';
import styles from './scenarios.module.css';
import { scenarios } from './texts';

export function NeedsAhead({ told }: { told: ForecastTold }) {
  const t = useTexts(scenarios);
  const w = useTexts(words);
  const f = useFormats();
  const label = useLabel();
  const columns = useMemo<Columns<NeedAhead>>(
    () => [
      {
        id: 'need', header: t.need_, accessorFn: (one) => label(one.row.skill_name), sortingFn: (a, b) => f.compare(label(a.original.row.skill_name), label(b.original.row.skill_name)),
        cell: ({ row: { original: one } }) => (
          <span className={styles.need}>
            <b>{label(one.row.skill_name)}</b> {one.row.need.must && <span className="k-tag">{w.must}</span>}
            <small>{t.needOf(f.number(one.row.need.headcount), f.number(one.row.need.level))} · {one.row.role_name ? label(one.row.role_name) : t.everyRole}{one.row.unit_name && ` · ${one.row.unit_name}`}</small>
            <small><Link to={to.goal(one.goal)}>{label(one.goal_name)}</Link></small>
          </span>
        ),
      },
      { id: 'due', header: t.needDue, accessorFn: (one) => one.row.need.due, cell: ({ row: { original: one } }) => f.dayShort(one.row.need.due), meta: { numeric: true, wide: true } },
      {
        id: 'then', header: t.needThen, accessorFn: (one) => one.able_then ?? -1,
        cell: ({ row: { original: one } }) => (one.untold ? <span className="k-s k-mut">{one.untold === 'outside' ? t.outside : t.hidden}</span> : one.able_then == null ? <span className="k-s k-mut">{t.beyond}</span> : t.ofNeeded(f.level(one.able_then), f.number(one.row.need.headcount))),
        meta: { numeric: true },
      },
      {
        id: 'curve', header: t.needCurve, enableSorting: false,
        cell: ({ row: { original: one } }) => !one.untold && <NeedCurve curve={one.curve} says={t.needSays(label(one.row.skill_name), f.level(one.able_now ?? 0), f.level(one.able_then ?? one.curve.able.at(-1) ?? 0), f.number(one.row.need.headcount))} />,
        meta: { wide: true },
      },
      { id: 'first', header: t.first, accessorFn: (one) => one.first_shortage ?? '9', cell: ({ row: { original: one } }) => (one.untold || one.beyond ? '' : one.first_shortage ? (one.first_shortage === told.day ? w.today : f.dayShort(one.first_shortage)) : <span className="k-faint">{t.none_short}</span>), meta: { numeric: true, wide: true } },
      { id: 'chance', header: t.needChance, accessorFn: (one) => one.chance_then ?? 2, cell: ({ row: { original: one } }) => (one.chance_then == null ? '' : <b className={one.chance_then < 0.5 ? styles.lack : undefined}>{chance(f.percent, one.chance_then)}</b>), meta: { numeric: true } },
    ],
    [t, w, f, label, told.day],
  );
  return (
    <section className="k-card k-flush">
      <div className={styles.head}>
        <h2>{t.needs}</h2>
        <p className="k-s k-mut">{t.needsHelp}</p>
      </div>
      <DataTable label={t.needs} rows={told.needs} columns={columns} rowKey={(one) => one.row.need.id ?? 0} empty={<Empty icon="status" title={t.needsNone}>{t.needsNoneHelp}</Empty>} />
    </section>
  );
}
