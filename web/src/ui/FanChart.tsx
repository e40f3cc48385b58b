// Curves ahead with their fans: who is able, what is needed. A picture with words for those who do not see it; the numbers
// stand in a table behind it.
import { useMediaQuery } from '@mantine/hooks';
import { useState } from 'react';
import type { Curve, Day } from '../api/types';
import { at, band, line, scales, ticks } from './fan';
import styles from './FanChart.module.css';
import { fan } from './fanTexts';
import { useFormats } from './format';
import { useTexts } from './i18n';
import { Scrolled } from './Scrolled';

/** Another curve beside it, without its fan, and what it is called. */
export interface Beside {
  curve: Curve;
  label: string;
}

export function FanChart({ curve, days, what, posts, beside }: { curve: Curve; days: Day[]; what: string; posts: boolean; beside?: Beside }) {
  const t = useTexts(fan);
  const f = useFormats();
  const narrow = useMediaQuery('(max-width: 720px)');
  const [month, setMonth] = useState<number | null>(null);
  const months = days.length - 1;
  const frame = narrow ? { width: 360, height: 260, left: 34, right: 10, top: 12, bottom: 26 } : { width: 760, height: 300, left: 44, right: 14, top: 12, bottom: 28 };
  const marks = ticks(Math.min(...curve.low, ...curve.demand_low, ...(beside?.curve.able ?? [])), Math.max(...curve.high, ...curve.demand_high, ...(beside?.curve.able ?? []), ...(beside?.curve.demand ?? [])));
  const to = scales(frame, months, marks[0] ?? 0, marks.at(-1) ?? 1);
  const step = months > 24 ? 12 : months > 8 ? 6 : 1;
  const years = days.map((day, number) => ({ day: day.slice(0, 7), number })).filter(({ number }) => number % step === 0);
  const said = t.chartSays(what, f.number(months), f.level(at(curve.able, 0)), f.level(at(curve.able, months)), f.level(at(curve.low, months)), f.level(at(curve.high, months)), f.level(at(curve.demand, months)));
  const shown = month ?? months;
  return (
    <figure className={styles.figure}>
      <svg
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        role="img"
        aria-label={said}
        onPointerMove={(event) => {
          const box = event.currentTarget.getBoundingClientRect();
          const x = ((event.clientX - box.left) / box.width) * frame.width;
          setMonth(Math.max(0, Math.min(months, Math.round(((x - frame.left) / (frame.width - frame.left - frame.right)) * months))));
        }}
        onPointerLeave={() => setMonth(null)}
      >
        {marks.map((mark) => (
          <g key={mark} className={styles.mark}>
            <line x1={frame.left} x2={frame.width - frame.right} y1={to.y(mark)} y2={to.y(mark)} />
            <text x={frame.left - 6} y={to.y(mark) + 4} textAnchor="end">{f.decimal(mark)}</text>
          </g>
        ))}
        {years.map(({ day, number }) => (
          <text key={number} className={styles.year} x={to.x(number)} y={frame.height - 8} textAnchor={number === 0 ? 'start' : number === months ? 'end' : 'middle'}>{day}</text>
        ))}
        <path className={styles.demandBand} d={band(to, curve.demand_low, curve.demand_high)} />
        <path className={styles.outer} d={band(to, curve.low, curve.high)} />
        <path className={styles.inner} d={band(to, curve.inner_low, curve.inner_high)} />
        {beside && <path className={styles.beforeDemand} d={line(to, beside.curve.demand)} />}
        {beside && <path className={styles.beforeAble} d={line(to, beside.curve.able)} />}
        <path className={styles.demandLine} d={line(to, curve.demand)} />
        <path className={styles.ableLine} d={line(to, curve.able)} />
        <line className={styles.here} x1={to.x(shown)} x2={to.x(shown)} y1={frame.top} y2={frame.height - frame.bottom} />
        <circle className={styles.dot} cx={to.x(shown)} cy={to.y(at(curve.able, shown))} r="4" />
      </svg>
      <figcaption className={styles.legend}>
        <b>{f.dayShort(days[shown] ?? '')}</b>
        <span><i data-mark="able" />{posts ? t.inPost : t.able} <b>{f.level(at(curve.able, shown))}</b> <small>{f.level(at(curve.low, shown))}–{f.level(at(curve.high, shown))}</small></span>
        {beside && <span><i data-mark="before" />{beside.label} <b>{f.level(at(beside.curve.able, shown))}</b></span>}
        <span><i data-mark="demand" />{t.demand} <b>{f.level(at(curve.demand, shown))}</b></span>
        <span>{t.shortage} <b>{f.level(at(curve.shortage, shown))}</b></span>
        {at(curve.unknown, shown) > 0 && <span>{t.unknownMany} <b>{f.level(at(curve.unknown, shown))}</b></span>}
        <span className="k-faint"><i data-mark="band" />{t.band80}</span>
      </figcaption>
    </figure>
  );
}

export function CurveTable({ curve, days, what, posts, beside }: { curve: Curve; days: Day[]; what: string; posts: boolean; beside?: Beside }) {
  const t = useTexts(fan);
  const f = useFormats();
  const able = posts ? t.inPost : t.able;
  const columns: [string, number[]][] = [
    ...(beside ? ([[t.of(able, beside.label), beside.curve.able]] as [string, number[]][]) : []),
    [able, curve.able], [t.low, curve.low], [t.high, curve.high], [t.unknownMany, curve.unknown],
    ...(beside ? ([[t.of(t.demand, beside.label), beside.curve.demand]] as [string, number[]][]) : []),
    [t.demand, curve.demand],
    ...(beside ? ([[t.of(t.shortage, beside.label), beside.curve.shortage]] as [string, number[]][]) : []),
    [t.shortage, curve.shortage], [t.surplus, curve.surplus],
  ];
  return (
    <Scrolled className={styles.tall} label={what}>
      <table className={styles.table} aria-label={what}>
        <thead>
          <tr><th scope="col">{t.month}</th>{columns.map(([head]) => <th key={head} scope="col" className={styles.number}>{head}</th>)}</tr>
        </thead>
        <tbody>
          {days.map((day, number) => (
            <tr key={day}>
              <th scope="row">{f.dayShort(day)}</th>
              {columns.map(([head, values]) => <td key={head} className={styles.number}>{f.level(at(values, number))}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
