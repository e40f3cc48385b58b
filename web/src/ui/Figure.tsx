// A figure and the half-sentence that says what it means.
import type { ReactNode } from 'react';
import { Bone } from './states';
import styles from './Figure.module.css';

export function Figure({ label, value, children, small, waiting }: { label: string; value: ReactNode; children?: ReactNode; small?: boolean; waiting?: boolean }) {
  return (
    <div className={`k-card ${styles.figure}`}>
      <div className={styles.label}>{label}</div>
      <div className={small ? styles.words : styles.value}>{waiting ? <Bone width={72} height={26} /> : value}</div>
      <div className={styles.meaning}>{waiting ? <Bone width="80%" height={12} /> : children}</div>
    </div>
  );
}
