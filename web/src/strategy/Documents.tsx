// The decision and the minutes: links and files, and the way to add one.
import { Button, FileButton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { download } from '../api/client';
import type { Id, Strategy, StrategyDocument } from '../api/types';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Refused } from '../ui/states';
import { say } from '../ui/toast';
import { useAddFile, useAddLink, useRemoveDocument } from './api';
import styles from './strategy.module.css';
import { strategy as texts } from './texts';

const largest = 10_000_000; // bytes, as the server has it

export function Documents({ all, strategy, none }: { all: StrategyDocument[]; strategy: Strategy; none: string }) {
  const t = useTexts(texts);
  const f = useFormats();
  const remove = useRemoveDocument();
  if (all.length === 0) return <p className="k-s k-mut">{none}</p>;
  return (
    <ul className={styles.documents}>
      {all.map((one) => (
        <li key={one.id}>
          <Icon name="file" size={15} />
          {one.link ? <a href={one.link} target="_blank" rel="noopener noreferrer">{one.name}</a> : <a href={download(`/strategies/documents/${one.id}`)} download={one.name}>{one.name}</a>}
          <span className="k-xs k-faint">{one.size != null && `${f.bytes(one.size)} · `}{one.by} {f.ago(one.at)}</span>
          {strategy.may_change && strategy.state === 'draft' && <button type="button" className="k-no-print" aria-label={t.removeDocument(one.name)} disabled={remove.isPending} onClick={() => remove.mutate(one.id, { onSuccess: () => say(t.documentRemoved) })}><Icon name="close" size={13} /></button>}
        </li>
      ))}
      <Refused error={remove.error} />
    </ul>
  );
}

export function AddDocument({ strategy, negotiation }: { strategy: Id; negotiation?: Id }) {
  const t = useTexts(texts);
  const [link, setLink] = useState('');
  const [tooLarge, setTooLarge] = useState(false);
  const byLink = useAddLink(strategy);
  const byFile = useAddFile(strategy);
  const done = { onSuccess: () => (say(t.documentAdded, { tone: 'good' as const }), setLink('')) };
  return (
    <form
      className="k-stack-s k-no-print"
      onSubmit={(event) => {
        event.preventDefault();
        byLink.mutate({ link: link.trim(), name: '', negotiation }, done);
      }}
    >
      <div className={styles.inline}>
        <TextInput aria-label={t.addLink} placeholder="https://" inputMode="url" value={link} onChange={(event) => setLink(event.currentTarget.value)} maxLength={2000} />
        {link ? (
          <Button type="submit" variant="default" loading={byLink.isPending}>{t.addLink}</Button>
        ) : (
          <FileButton
            onChange={(file) => {
              if (!file) return;
              setTooLarge(file.size > largest);
              if (file.size <= largest) byFile.mutate({ file, negotiation }, done);
            }}
          >
            {(open) => <Button {...open} variant="default" loading={byFile.isPending}>{t.addFile}</Button>}
          </FileButton>
        )}
      </div>
      <Refused error={byLink.error ?? byFile.error} />
      {tooLarge && <p role="alert" className="k-s">{t.tooLarge}</p>}
    </form>
  );
}
