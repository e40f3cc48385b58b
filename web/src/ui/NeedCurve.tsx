// A need in a glance: who will be able, month by month, and how many are needed from its day on. The numbers stand beside it.
import type { NeedCurve as Curve } from '../api/types';
import { band, line, scales } from './fan';
import styles from './NeedCurve.module.css';

const frame = { width: 132, height: 34, left: 2, right: 2, top: 3, bottom: 3 };

export function NeedCurve({ curve, says }: { curve: Curve; says: string }) {
  const months = curve.able.length - 1;
  const to = scales(frame, months, 0, Math.max(1, ...curve.high, ...curve.demand));
  const from = curve.demand.findIndex((wanted) => wanted > 0);
  const wanted = from < 0 ? '' : `M${to.x(from)} ${to.y(0)}V${to.y(curve.demand[from] ?? 0)}H${to.x(months)}`;
  return (
    <svg className={styles.curve} viewBox={`0 0 ${frame.width} ${frame.height}`} role="img" aria-label={says}>
      <path className={styles.band} d={band(to, curve.low, curve.high)} />
      <path className={styles.wanted} d={wanted} />
      <path className={styles.able} d={line(to, curve.able)} />
    </svg>
  );
}
