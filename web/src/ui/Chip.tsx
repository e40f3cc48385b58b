// Chips that are pressed to choose a view, or removed to drop a filter.
import type { ReactNode } from 'react';
import styles from './Chip.module.css';
import { Icon } from './icons';

export const Choice = ({ on, onClick, children }: { on: boolean; onClick: () => void; children: ReactNode }) => (
  <button type="button" className={`k-chip ${styles.press}`} aria-pressed={on} onClick={onClick}>
    {children}
  </button>
);

export const Removable = ({ label, onRemove, children }: { label: string; onRemove: () => void; children: ReactNode }) => (
  <span className={`k-chip ${styles.on}`}>
    {children}
    <button type="button" className={styles.x} aria-label={label} onClick={onRemove}>
      <Icon name="close" size={12} />
    </button>
  </span>
);
