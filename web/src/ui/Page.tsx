// The frame of a page: a half-sentence of where we are, a title that asks the reader's question, what can be done here.
import { useEffect, type ReactNode } from 'react';
import styles from './Page.module.css';

export function useTitle(title: string) {
  useEffect(() => {
    document.title = title ? `${title} – Kunna` : 'Kunna';
  }, [title]);
}

export function Page({ title, crumb, actions, children }: { title: string; crumb?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  useTitle(title);
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <div className={styles.words}>
          {crumb && <div className={styles.crumb}>{crumb}</div>}
          <h1>{title}</h1>
        </div>
        {actions && <div className={`${styles.actions} k-no-print`}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}
