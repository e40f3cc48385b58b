// Expresses interest in a programme: which roles, a few words, and what it means, in full, beside the button.
import { Button, Checkbox, Textarea } from '@mantine/core';
import { useState } from 'react';
import { isRefusal } from '../api/client';
import type { OpenProgramme, OpenProgrammes } from '../api/types';
import { useLabel, useTexts } from '../ui/i18n';
import { Side } from '../ui/Side';
import { Refused } from '../ui/states';
import { say } from '../ui/toast';
import { useExpress, useTakeBack } from './api';
import styles from './reskilling.module.css';
import { reskilling } from './texts';

export const Meaning = ({ words }: { words: string }) => <div className={styles.words}>{words.split('\n').map((part) => <p key={part}>{part}</p>)}</div>;

function Form({ programme, all, onClose }: { programme: OpenProgramme; all: OpenProgrammes; onClose: () => void }) {
  const t = useTexts(reskilling);
  const label = useLabel();
  const [roles, setRoles] = useState(programme.interest?.roles ?? (programme.roles.length === 1 ? programme.roles.map((one) => one.role) : []));
  const [words, setWords] = useState(programme.interest?.words ?? '');
  const express = useExpress(programme.id);
  const takeBack = useTakeBack(programme.id);
  const field = (pointer: string) => (isRefusal(express.error) ? express.error.field(pointer) : undefined);
  const open = programme.state === 'open';
  return (
    <form
      className="k-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        express.mutate({ edition: all.edition, roles, words }, { onSuccess: () => (say(programme.interest ? t.changedNow : t.sent, { tone: 'good' }), onClose()) });
      }}
    >
      <Checkbox.Group label={t.whichRoles} value={roles.map(String)} onChange={(chosen) => setRoles(chosen.map(Number))} error={field('/roles')}>
        <div className="k-stack-s" style={{ padding: '6px 0' }}>{programme.roles.map((one) => <Checkbox key={one.role} value={String(one.role)} label={`${label(one.name)}, ${t.places(one.headcount)}`} disabled={!open} />)}</div>
      </Checkbox.Group>
      <Textarea label={t.yourWords} description={t.wordsHelp} autosize minRows={2} maxLength={1000} value={words} onChange={(event) => setWords(event.currentTarget.value)} error={field('/words')} disabled={!open} />
      <section className="k-stack-s"><h3>{t.means}</h3><Meaning words={all.consent} /></section>
      <Refused error={express.error ?? takeBack.error} />
      <div className="k-row">
        {open && <Button type="submit" loading={express.isPending}>{programme.interest ? t.change : t.express}</Button>}
        {programme.interest && <Button variant="default" loading={takeBack.isPending} onClick={() => takeBack.mutate(undefined, { onSuccess: () => (say(t.takenBack, { tone: 'good' }), onClose()) })}>{t.takeBack}</Button>}
      </div>
    </form>
  );
}

export function InterestSide({ programme, all, onClose }: { programme: OpenProgramme | undefined; all: OpenProgrammes; onClose: () => void }) {
  const t = useTexts(reskilling);
  if (!programme) return null;
  return <Side title={t.interestTitle(programme.name)} open onClose={onClose}><Form programme={programme} all={all} onClose={onClose} /></Side>;
}
