// May managers elsewhere find me? One switch, what it means in full, and every choice there has been.
import { Checkbox, Switch } from '@mantine/core';
import type { Findable, Id } from '../api/types';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { Answered, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { useAgree, useConsent, useWithdraw } from './api';
import { wishes } from './texts';
import styles from './Wishes.module.css';

function Choice({ person, now }: { person: Id; now: Findable }) {
  const t = useTexts(wishes);
  const f = useFormats();
  const agree = useAgree(person);
  const withdraw = useWithdraw(person);
  const busy = agree.isPending || withdraw.isPending;
  const choose = (findable: boolean) =>
    findable ? agree.mutate({ edition: now.edition, own_ratings: false }, { onSuccess: () => say(t.agreed, { tone: 'good' }) }) : withdraw.mutate(undefined, { onSuccess: () => say(t.withdrawn, { tone: 'good' }) });
  return (
    <div className="k-stack-s">
      {now.words.split('\n').map((part) => <p key={part} className="k-s k-mut">{part}</p>)}
      <Switch label={t.allow} checked={now.findable} disabled={busy} onChange={(event) => choose(event.currentTarget.checked)} />
      {now.findable && (
        <Checkbox size="sm" label={t.ownToo} checked={now.own_ratings} disabled={busy} onChange={(event) => agree.mutate({ edition: now.edition, own_ratings: event.currentTarget.checked }, { onSuccess: () => say(t.changed, { tone: 'good' }) })} />
      )}
      <Refused error={agree.error ?? withdraw.error} />
      {now.history.length > 0 && (
        <details className={styles.history}>
          <summary>{t.history}</summary>
          <ul>
            {now.history.map((one) => (
              <li key={one.given}>{[t.given(f.instant(one.given)), one.withdrawn && t.until(f.instant(one.withdrawn)), t.edition(one.edition), one.own_ratings && t.withOwn].filter(Boolean).join(', ')}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

export function Consent({ person }: { person: Id }) {
  const t = useTexts(wishes);
  const asked = useConsent(person);
  return (
    <section className="k-card k-no-print">
      <h2>{t.findable}</h2>
      <Answered asked={asked}>{(now) => <Choice person={person} now={now} />}</Answered>
    </section>
  );
}
