// A share as a bar and its words, with a stroke where no plan can come past.
import styles from './plans.module.css';
import { useSayings } from './said';

export function ShareBar({ share, bound, label, large }: { share: number; bound?: number; label: string; large?: boolean }) {
  return (
    <div className={styles.bar} data-large={large || undefined} role="img" aria-label={label}>
      <i style={{ width: `${share * 100}%` }} />
      {bound !== undefined && <b style={{ left: `${bound * 100}%` }} />}
    </div>
  );
}

export function Share({ share, bound, label, under }: { share: number; bound?: number; label: string; under?: string }) {
  const said = useSayings();
  return (
    <div className={styles.share}>
      <ShareBar share={share} bound={bound} label={label} />
      <span>{said.share(share)}</span>
      {under && <small>{under}</small>}
    </div>
  );
}
