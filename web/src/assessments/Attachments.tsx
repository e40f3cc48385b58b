// Links and files that a statement rests on, and the way to add one.
import { Button, FileButton, TextInput } from '@mantine/core';
import { useState } from 'react';
import { download } from '../api/client';
import { useActor } from '../api/session';
import type { Attachment, Id } from '../api/types';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { useAttachFile, useAttachLink, useDetach } from './api';
import styles from './Explained.module.css';
import { assessments } from './texts';

const largest = 10_000_000; // bytes, as the server has it

export function Attached({ all, reason }: { all: Attachment[]; reason?: string }) {
  const t = useTexts(assessments);
  const f = useFormats();
  const actor = useActor();
  const detach = useDetach();
  if (all.length === 0) return null;
  return (
    <ul className={styles.attached}>
      {all.map((one) => (
        <li key={one.id}>
          {/* What somebody else has put there opens apart, and is not told where it was opened from. */}
          {one.link ? <a href={one.link} target="_blank" rel="noopener noreferrer">{one.name}</a> : <a href={download(`/attachments/${one.id}`, { reason })} download={one.name}>{one.name}</a>}
          <span className="k-xs k-faint"> {one.size != null && `${f.bytes(one.size)} · `}{one.by} {f.ago(one.at)}</span>
          {one.account === actor.account && (
            <button type="button" className="k-no-print" aria-label={t.detach(one.name)} disabled={detach.isPending} onClick={() => detach.mutate(one.id, { onSuccess: () => say(t.detached) })}><Icon name="close" size={13} /></button>
          )}
        </li>
      ))}
      <Refused error={detach.error} />
    </ul>
  );
}

export function Attach({ assessment, reason, onDone }: { assessment: Id; reason?: string; onDone: () => void }) {
  const t = useTexts(assessments);
  const w = useTexts(words);
  const [link, setLink] = useState('');
  const [name, setName] = useState('');
  const [tooLarge, setTooLarge] = useState(false);
  const byLink = useAttachLink(reason);
  const byFile = useAttachFile(reason);
  const done = {
    onSuccess: () => {
      say(t.attached, { tone: 'good' as const });
      onDone();
    },
  };
  return (
    <form
      className="k-stack-s"
      aria-label={t.attachTitle}
      onSubmit={(event) => {
        event.preventDefault();
        byLink.mutate({ assessment, link: link.trim(), name: name.trim() }, done);
      }}
    >
      <p className="k-s k-mut">{t.attachHelp}</p>
      <TextInput label={t.attachLink} placeholder="https://" inputMode="url" value={link} onChange={(event) => setLink(event.currentTarget.value)} maxLength={2000} />
      {link && <TextInput label={t.attachName} value={name} onChange={(event) => setName(event.currentTarget.value)} maxLength={200} />}
      <Refused error={byLink.error ?? byFile.error} />
      {tooLarge && <p role="alert" className="k-s">{t.tooLarge}</p>}
      <div className="k-row">
        {link ? (
          <Button type="submit" loading={byLink.isPending}>{t.attach}</Button>
        ) : (
          <FileButton
            onChange={(file) => {
              if (!file) return;
              setTooLarge(file.size > largest);
              if (file.size <= largest) byFile.mutate({ assessment, file }, done);
            }}
          >
            {(open) => <Button {...open} loading={byFile.isPending}>{t.attachFile}</Button>}
          </FileButton>
        )}
        <Button variant="subtle" color="gray" onClick={onDone}>{w.cancel}</Button>
      </div>
    </form>
  );
}
