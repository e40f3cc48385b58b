// A line of how many are able over a line of how many are assessed: what rises because more were asked is seen to.
import type { TrendPoint } from '../api/types';
import { useTexts } from '../ui/i18n';
import styles from './analytics.module.css';
import { analytics } from './texts';

/** Points in a box of width × height; nothing where a point is hidden. */
export function path(values: (number | null)[], most: number, width: number, height: number): string {
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  let drawn = '';
  let pen = false;
  values.forEach((value, i) => {
    if (value === null) {
      pen = false;
      return;
    }
    drawn += `${pen ? 'L' : 'M'}${(i * step).toFixed(1)} ${(height - (most > 0 ? value / most : 0) * height).toFixed(1)}`;
    pen = true;
  });
  return drawn;
}

export function Sparkline({ points, label, width = 108, height = 26, big }: { points: TrendPoint[]; label: string; width?: number; height?: number; big?: boolean }) {
  const able = points.map((point) => (point.hidden ? null : point.able));
  const known = points.map((point) => (point.hidden ? null : point.known));
  const most = Math.max(1, ...known.map((value) => value ?? 0), ...able.map((value) => value ?? 0));
  const line = { fill: 'none', strokeLinejoin: 'round', strokeLinecap: 'round', vectorEffect: 'non-scaling-stroke' } as const;
  return (
    <svg className={`${styles.spark} ${big ? styles.big : ''}`} role="img" aria-label={label} viewBox={`-3 -3 ${width + 6} ${height + 6}`} width={big ? undefined : width + 6} height={big ? undefined : height + 6}>
      <path d={path(known, most, width, height)} {...line} stroke="var(--line-3)" strokeWidth={1.5} strokeDasharray="3 3" />
      <path d={path(able, most, width, height)} {...line} stroke="var(--fjall)" strokeWidth={2} />
    </svg>
  );
}

export function Lines() {
  const t = useTexts(analytics);
  return (
    <div className={styles.legend}>
      <span title={t.ableHelp}><i className={styles.line} />{t.ableCount}</span>
      <span><i className={styles.line} data-known="true" />{t.coverage}</span>
    </div>
  );
}
