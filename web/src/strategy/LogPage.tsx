// The decision log: who, what, when, why; and the way to note a decision that nothing else writes down.
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Criterion, LogEntry, NegotiationOutcome, Stance, Standing, StepName } from '../api/types';
import { isDay, useFormats, type Formats } from '../ui/format';
import { useLanguage, useTexts } from '../ui/i18n';
import { Answered, Bones, Refused } from '../ui/states';
import { stepNames } from '../ui/stepNames';
import { say } from '../ui/toast';
import { useLog, useNote } from './api';
import { Frame } from './Frame';
import styles from './strategy.module.css';
import { criterionNames, logKinds, outcomeNames, stanceNames, strategy as texts } from './texts';

function Note({ standing }: { standing: Standing }) {
  const t = useTexts(texts);
  const [what, setWhat] = useState('');
  const [why, setWhy] = useState('');
  const note = useNote(standing.strategy.id);
  return (
    <form
      className="k-card k-stack-s k-no-print"
      aria-label={t.noteTitle}
      onSubmit={(event) => {
        event.preventDefault();
        note.mutate({ what, why }, { onSuccess: () => (say(t.noted, { tone: 'good' }), setWhat(''), setWhy('')) });
      }}
    >
      <h2>{t.noteTitle}</h2>
      <TextInput label={t.what} value={what} onChange={(event) => setWhat(event.currentTarget.value)} />
      <Textarea label={t.why} autosize minRows={2} maxLength={8000} value={why} onChange={(event) => setWhy(event.currentTarget.value)} />
      <Refused error={note.error} />
      <div><Button type="submit" variant="default" disabled={!what.trim() || !why.trim()} loading={note.isPending}>{t.noteTitle}</Button></div>
    </form>
  );
}

/** What an entry is about and why, with the words of the house in the reader's language. */
export function told(entry: LogEntry, language: 'sv' | 'en', f: Formats): { what: string; why: string } {
  const what = entry.kind === 'step' ? stepNames[language][entry.what as StepName] : entry.kind === 'evidence' ? criterionNames[language][entry.what as Criterion] : isDay(entry.what) ? f.day(entry.what) : entry.what;
  const [word = '', ...rest] = entry.why.split(': ');
  const names: Partial<Record<string, string>> = entry.kind === 'answered' ? stanceNames[language] : entry.kind === 'negotiated' ? outcomeNames[language] : {};
  const known = names[word as Stance | NegotiationOutcome];
  if (known) return { what, why: [known, rest.join(': ')].filter(Boolean).join(': ') };
  return { what, why: isDay(entry.why) ? f.day(entry.why) : entry.why };
}

export function LogTable({ entries }: { entries: LogEntry[] }) {
  const t = useTexts(texts);
  const f = useFormats();
  const language = useLanguage();
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={t.logTab}>
        <thead><tr><th scope="col">{t.when}</th><th scope="col">{t.who}</th><th scope="col">{t.what}</th><th scope="col">{t.why}</th></tr></thead>
        <tbody>
          {entries.map((one) => {
            const { what, why } = told(one, language, f);
            return <tr key={one.id}><td className={styles.when}>{f.instant(one.at)}</td><td>{one.by || t.server}</td><th scope="row">{logKinds[language][one.kind]}{what && <span>{what}</span>}</th><td className={styles.prose}>{why}</td></tr>;
          })}
        </tbody>
      </table>
    </div>
  );
}

function Log({ standing }: { standing: Standing }) {
  const t = useTexts(texts);
  const asked = useLog(standing.strategy.id);
  return (
    <>
      <p className="k-s k-mut">{t.logHelp}</p>
      {standing.strategy.may_change && <Note standing={standing} />}
      <div className="k-card k-flush"><Answered asked={asked} bones={<div style={{ padding: 16 }}><Bones rows={8} /></div>}>{(all) => <LogTable entries={all} />}</Answered></div>
    </>
  );
}

export function LogPage() {
  const t = useTexts(texts);
  return <Frame title={t.logTitle}>{(standing) => <Log standing={standing} />}</Frame>;
}
