// How many requirements are met, uncertain, below, unknown: one bar whose unknown part is a pattern, and its words.
import type { State } from '../api/types';
import { useFormats } from './format';
import { useLanguage, useTexts } from './i18n';
import styles from './StateBar.module.css';
import { stateNames, words } from './words';

const order: State[] = ['met', 'uncertain', 'gap', 'unknown'];
export type States = Record<State, number>;

export function StateBar({ states, legend }: { states: States; legend?: boolean }) {
  const f = useFormats();
  const names = stateNames[useLanguage()];
  const { none } = useTexts(words);
  const total = order.reduce((sum, state) => sum + states[state], 0);
  const shown = order.filter((state) => states[state] > 0);
  return (
    <div>
      <div className={styles.bar} role="img" aria-label={shown.map((state) => `${f.number(states[state])} ${names[state]}`).join(', ') || none}>
        {shown.map((state) => (
          <div key={state} data-state={state} className={styles.part} style={{ flexGrow: states[state] / (total || 1) }} />
        ))}
      </div>
      {legend && (
        <ul className={styles.legend}>
          {order.map((state) => (
            <li key={state} data-none={states[state] === 0 || undefined}>
              <Swatch state={state} /> <b>{f.number(states[state])}</b> {names[state]}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

export const Swatch = ({ state }: { state: State }) => <span className={`${styles.part} ${styles.swatch}`} data-state={state} />;

export function StateTag({ state }: { state: State }) {
  const names = stateNames[useLanguage()];
  const tone = { met: 'good', uncertain: 'info', gap: 'look', unknown: undefined }[state];
  return (
    <span className={`k-tag ${state === 'unknown' ? styles.tagUnknown : ''}`} data-tone={tone}>
      {names[state]}
    </span>
  );
}
