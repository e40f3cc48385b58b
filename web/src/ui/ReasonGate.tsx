// Whoever reads levels for a reason that is kept states it here; one reason stands until the page is loaded again.
import { Button, Textarea } from '@mantine/core';
import { useState, useSyncExternalStore } from 'react';
import type { Id } from '../api/types';
import { Choice } from './Chip';
import { useTexts } from './i18n';
import { words } from './words';

let stated: { by: Id; reason: string } | undefined;
const watchers = new Set<() => void>();
const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};
const state = (by: Id, reason: string) => {
  stated = { by, reason };
  watchers.forEach((watcher) => watcher());
};

/** The reason an account gave for looking into a cell of the map, kept while one goes from cell to cell. */
export const useReason = (account: Id) => [useSyncExternalStore(watch, () => (stated?.by === account ? stated.reason : undefined)), (reason: string) => state(account, reason)] as const;

export function ReasonGate({ help, onReason, small }: { help: string; onReason: (reason: string) => void; small?: boolean }) {
  const t = useTexts(words);
  const [reason, setReason] = useState('');
  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        onReason(reason.trim());
      }}
    >
      {!small && <h2>{t.reasonTitle}</h2>}
      <p className={small ? 'k-s k-mut' : 'k-mut'}>{help}</p>
      <div className="k-row">
        {t.reasonExamples.split('|').map((one) => (
          <Choice key={one} on={reason === one} onClick={() => setReason(one)}>{one}</Choice>
        ))}
      </div>
      <Textarea aria-label={t.reason} placeholder={t.reason} autosize minRows={small ? 1 : 2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={300} />
      <div><Button type="submit" size={small ? 'compact-md' : undefined} disabled={reason.trim().length < 3}>{t.reasonGo}</Button></div>
    </form>
  );
}
