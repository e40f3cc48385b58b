// Closing a strategy, or giving a draft up; asked about once, in place, with a reason that is kept.
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Strategy } from '../api/types';
import { useTexts } from '../ui/i18n';
import { Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { useCloseStrategy } from './api';
import { strategy as texts } from './texts';

export function Closing({ strategy }: { strategy: Strategy }) {
  const t = useTexts(texts);
  const w = useTexts(words);
  const [asking, setAsking] = useState(false);
  const [why, setWhy] = useState('');
  const close = useCloseStrategy(strategy.id);
  const verb = strategy.state === 'draft' ? t.giveUp : t.close;
  if (!asking) return <div className="k-no-print"><Button variant="subtle" color="gray" onClick={() => setAsking(true)}>{verb}</Button></div>;
  return (
    <form
      className="k-card k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        close.mutate(why, { onSuccess: () => (say(t.closed), setAsking(false)) });
      }}
    >
      <Textarea label={t.closeWhy} autosize minRows={2} value={why} onChange={(event) => setWhy(event.currentTarget.value)} />
      <Refused error={close.error} />
      <div className="k-row">
        <Button type="submit" disabled={why.trim() === ''} loading={close.isPending}>{verb}</Button>
        <Button variant="subtle" color="gray" onClick={() => setAsking(false)}>{w.cancel}</Button>
      </div>
    </form>
  );
}
