// Who is signed in: the button at the foot of the side that opens the account's menu.
import type { ComponentProps } from 'react';
import { useActor } from '../api/session';
import { useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import styles from './Shell.module.css';
import { shell } from './texts';

export function AccountButton(props: ComponentProps<'button'>) {
  const t = useTexts(shell);
  const actor = useActor();
  return (
    <button type="button" className={styles.who} {...props}>
      <span className="k-unseen">{t.accountMenu}:</span>
      <span className={styles.initials} aria-hidden="true">
        {actor.name.split(/\s+/).map((part) => part[0]).filter(Boolean).slice(0, 2).join('')}
      </span>
      <span className={styles.whoWords}>
        <span className="k-clip">{actor.name}</span>
        <small className="k-clip">{actor.organisation}</small>
      </span>
      <Icon name="up" size={14} />
    </button>
  );
}
