// How a goal goes, in a word; and how far it has come against the time.
import type { GoalRow, GoalState } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import styles from './goals.module.css';
import { goals, goalStates } from './texts';

const tones: Record<GoalState, string | undefined> = { unread: undefined, behind: 'look', on_track: 'good', reached: 'good', missed: 'bad', dropped: undefined };

export const StateTag = ({ state }: { state: GoalState }) => <span className="k-tag" data-tone={tones[state]}>{goalStates[useLanguage()][state]}</span>;

/** A value with what it counts: "15 %", "140 dagar". */
export function useMeasured() {
  const f = useFormats();
  const label = useLabel();
  return (value: number, measure: GoalRow['measure']) => `${f.decimal(value)}${label(measure) ? ` ${label(measure)}` : ''}`;
}

export function Way({ row }: { row: GoalRow }) {
  const t = useTexts(goals);
  const f = useFormats();
  const measured = useMeasured();
  const share = Math.min(1, Math.max(0, row.progress ?? 0));
  const said = row.latest ? t.progress(f.percent(Math.max(0, row.progress ?? 0)), f.percent(row.expected)) : t.noReading;
  return (
    <div className={styles.way}>
      <span>{t.fromTo(f.decimal(row.baseline), measured(row.target, row.measure))}</span>
      <span className={styles.track} role="img" aria-label={said}>
        <i data-state={row.state} style={{ width: `${share * 100}%` }} />
        {row.state !== 'dropped' && <b style={{ left: `calc(${row.expected * 100}% - 1px)` }} />}
      </span>
      <small>{row.latest ? t.now(measured(row.latest.value, row.measure)) : t.noReading}</small>
    </div>
  );
}
