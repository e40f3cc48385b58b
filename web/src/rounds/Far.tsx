// How far something has come: what is done in full, what is begun beside it.
import styles from './rounds.module.css';

export function Far({ part, begun = 0, whole, label }: { part: number; begun?: number; whole: number; label: string }) {
  const share = (n: number) => `${whole > 0 ? Math.min(100, (100 * n) / whole) : 0}%`;
  return (
    <span className={styles.far} role="img" aria-label={label}>
      <i data-begun style={{ width: share(Math.max(begun, part)) }} />
      <i style={{ width: share(part) }} />
    </span>
  );
}
