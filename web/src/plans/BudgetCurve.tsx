// What other budgets would close: value and bound at each, the plan's own marked. A table stands behind it.
import { Button } from '@mantine/core';
import { useState } from 'react';
import type { BudgetPoint, Plan, PlanTold } from '../api/types';
import { useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Bones } from '../ui/states';
import { curveScale } from './drawn';
import styles from './plans.module.css';
import { useSayings } from './said';
import { plans } from './texts';

const frame = { width: 460, height: 190, left: 44, right: 14, top: 14, bottom: 26 };

function Picture({ points, plan, told }: { points: BudgetPoint[]; plan: Plan; told: PlanTold }) {
  const t = useTexts(plans);
  const said = useSayings();
  const { currency } = plan.frame;
  const own = { budget: plan.row.budget, closed: told.closed, bound: told.bound };
  const { x, y, marks, most } = curveScale(points, own, frame);
  const [looked, setLooked] = useState<BudgetPoint | null>(null);
  const line = (of: (point: BudgetPoint) => number) => points.map((one, i) => `${i ? 'L' : 'M'}${x(one.budget).toFixed(1)} ${y(of(one)).toFixed(1)}`).join('');
  const [first, last] = [points[0], points.at(-1)];
  const floor = frame.height - frame.bottom;
  const shown = looked ?? own;
  const says = (point: BudgetPoint) => t.curveSays(said.short(point.budget, currency), said.share(point.closed), said.share(point.bound));
  return (
    <figure className={styles.curve}>
      <div className={styles.canvas}>
        <svg viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-label={`${t.curveAt}. ${says(own)}`}>
          {marks.map((mark) => (
            <g key={mark} className={styles.mark}>
              <line x1={frame.left} x2={frame.width - frame.right} y1={y(mark)} y2={y(mark)} />
              <text x={frame.left - 6} y={y(mark) + 4} textAnchor="end">{Math.round(mark * 100)}</text>
            </g>
          ))}
          {first && last && <path className={styles.area} d={`${line((one) => one.closed)}L${x(last.budget).toFixed(1)} ${floor}L${x(first.budget).toFixed(1)} ${floor}Z`} />}
          <path className={styles.boundLine} d={line((one) => one.bound)} />
          <path className={styles.closedLine} d={line((one) => one.closed)} />
          <line className={styles.ownLine} x1={x(own.budget)} x2={x(own.budget)} y1={y(own.closed)} y2={floor} />
          <text className={styles.tick} x={frame.left} y={frame.height - 7}>0</text>
          {x(own.budget) > frame.left + 70 && x(own.budget) < frame.width - 100 && <text className={styles.tick} x={x(own.budget)} y={frame.height - 7} textAnchor="middle">{said.short(own.budget, currency)}</text>}
          <text className={styles.tick} x={frame.width - frame.right} y={frame.height - 7} textAnchor="end">{said.short(most, currency)}</text>
        </svg>
        {points.map((one) => <button key={one.budget} type="button" className={styles.point} aria-label={says(one)} style={{ left: `${(x(one.budget) / frame.width) * 100}%`, top: `${(y(one.closed) / frame.height) * 100}%` }} onPointerEnter={() => setLooked(one)} onPointerLeave={() => setLooked(null)} onFocus={() => setLooked(one)} onBlur={() => setLooked(null)} />)}
        <span className={styles.own} aria-hidden="true" style={{ left: `${(x(own.budget) / frame.width) * 100}%`, top: `${(y(own.closed) / frame.height) * 100}%` }} />
      </div>
      <figcaption>{says(shown)}{shown === own && <span className="k-faint"> {t.ownBudget}</span>}</figcaption>
    </figure>
  );
}

function Table({ points, plan }: { points: BudgetPoint[]; plan: Plan }) {
  const t = useTexts(plans);
  const said = useSayings();
  return (
    <table className={styles.table} aria-label={t.curveAt}>
      <thead><tr><th scope="col">{t.axis}</th><th scope="col" className={styles.number}>{t.value}</th><th scope="col" className={styles.number}>{t.bound}</th></tr></thead>
      <tbody>{points.map((one) => <tr key={one.budget}><th scope="row">{said.whole(one.budget, plan.frame.currency)}</th><td className={styles.number}>{said.share(one.closed)}</td><td className={styles.number}>{said.share(one.bound)}</td></tr>)}</tbody>
    </table>
  );
}

export function BudgetCurve({ plan, told, busy }: { plan: Plan; told: PlanTold; busy: boolean }) {
  const t = useTexts(plans);
  const [table, setTable] = useState(false);
  const points = told.curve;
  return (
    <section className="k-card" aria-label={t.curve}>
      <div className="k-row">
        <h2>{t.curve}</h2>
        <span className="k-s k-mut">{t.curveSub}</span>
        <span className="k-grow" />
        {points.length > 0 && <Button size="compact-sm" variant="subtle" onClick={() => setTable(!table)} leftSection={<Icon name={table ? 'status' : 'table'} size={14} />}>{table ? t.asChart : t.asTable}</Button>}
      </div>
      {points.length === 0 ? <div className={styles.soon}><p className="k-s k-mut">{busy ? t.curveSoon : t.curveNone}</p>{busy && <Bones rows={4} />}</div> : table ? <Table points={points} plan={plan} /> : <Picture points={points} plan={plan} told={told} />}
    </section>
  );
}
