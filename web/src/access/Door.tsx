// The frame of the pages before the house: the mark, what Kunna is, one form; language and nothing else.
import type { ReactNode } from 'react';
import { useChooseLanguage } from '../ui/chosenLanguage';
import { useLanguage, useTexts } from '../ui/i18n';
import { Mark } from '../ui/icons';
import { useTitle } from '../ui/Page';
import styles from './Door.module.css';
import { access } from './texts';

// A still picture of the gap map in the product's own colours; it says what waits inside.
const cells = [0, 0, 1, 3, 0, 2, 0, 9, 1, 0, 0, 2, 4, 1, 0, 0, 1, 5, 0, 3, 9, 2, 0, 1, 0, 0, 3, 0, 2, 0, 1, 4, 0, 1, 0, 2, 0, 9, 0, 5, 3, 0, 1, 0, 0, 2, 1, 0];

export function Door({ title, help, children }: { title: string; help?: string; children: ReactNode }) {
  const t = useTexts(access);
  const language = useLanguage();
  const choose = useChooseLanguage();
  useTitle(title);
  return (
    <div className={styles.door}>
      <aside className={styles.picture} aria-hidden="true">
        <div className={styles.cells}>
          {cells.map((step, i) => (
            <i key={i} className={step === 9 ? 'k-unknown' : ''} style={step === 9 ? undefined : { background: `var(--h${step})` }} />
          ))}
        </div>
        <p className={styles.welcome}>{t.welcome}</p>
        <p className="k-mut">{t.tagline}</p>
      </aside>
      <main className={styles.main}>
        <div className={styles.top}>
          <span className={styles.brand}><Mark size={28} />Kunna</span>
          <span className="k-grow" />
          {(['sv', 'en'] as const).map((one) => (
            <button key={one} type="button" lang={one} className={styles.language} aria-pressed={language === one} onClick={() => choose(one)}>
              {one === 'sv' ? 'Svenska' : 'English'}
            </button>
          ))}
        </div>
        <div className={styles.form}>
          <h1>{title}</h1>
          {help && <p className="k-mut">{help}</p>}
          {children}
        </div>
      </main>
    </div>
  );
}
