// The confirm step of a draft: each proposed skill is kept, changed or dropped; then the role is made, with the skills that are missing.
import { Button, Checkbox, SegmentedControl, Select, Switch, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Link, useNavigate } from 'react-router';
import { isRefusal } from '../api/client';
import { useCatalogue, useScales } from '../api/queries';
import type { Id, Text } from '../api/types';
import { useLabel, useTexts } from '../ui/i18n';
import { to } from '../ui/paths';
import { Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { useAddRole } from './api';
import styles from './Drafts.module.css';
import { drafts } from './texts';

export interface Line {
  key: string;
  concept?: Id;
  skill?: Id;
  name: Text;
  level: number;
  importance: number;
  must: boolean;
  kept: boolean;
  /** Why it is proposed, in a few words. */
  why: ReactNode;
}

function Row({ one, onChange }: { one: Line; onChange: (change: Partial<Line>) => void }) {
  const t = useTexts(drafts);
  const w = useTexts(words);
  const label = useLabel();
  const { data: catalogue } = useCatalogue();
  const { data: scales } = useScales();
  const skill = catalogue?.items.find((item) => item.id === one.skill);
  const scale = scales?.find((item) => (skill ? item.id === skill.scale : item.key === 'kunna'));
  const name = label(one.name);
  return (
    <li id={`line-${one.key}`} className={styles.row} data-dropped={!one.kept || undefined}>
      <Checkbox aria-label={t.keep(name)} checked={one.kept} onChange={(event) => onChange({ kept: event.currentTarget.checked })} />
      <div className={styles.name}>
        {one.skill ? <Link to={to.skill(one.skill)}>{name}</Link> : one.concept ? <Link to={to.concept(one.concept)}>{name}</Link> : name}
        <small>{one.why}{!one.skill && <> · <span className="k-tag" data-tone="info">{t.missing}</span></>}</small>
      </div>
      {one.kept && (
        <div className={styles.choices}>
          <Select aria-label={`${t.level}: ${name}`} allowDeselect={false} w={230} size="xs" value={String(one.level)} onChange={(value) => onChange({ level: Number(value) })} data={(scale?.levels ?? []).filter((level) => level.level > (scale?.min ?? 0)).map((level) => ({ value: String(level.level), label: `${level.level} ${label(level.name)}` }))} />
          <SegmentedControl aria-label={`${t.importance}: ${name}`} size="xs" value={String(one.importance)} onChange={(value) => onChange({ importance: Number(value) })} data={[{ value: '1', label: w.importance1 }, { value: '2', label: w.importance2 }, { value: '3', label: w.importance3 }]} />
          <Switch label={t.must} aria-label={`${t.must}: ${name}`} checked={one.must} onChange={(event) => onChange({ must: event.currentTarget.checked })} />
        </div>
      )}
    </li>
  );
}

export function DraftEditor({ name: proposed, description, lines, rule, attribution }: { name: Text; description: Text; lines: Line[]; rule: string; attribution: string }) {
  const t = useTexts(drafts);
  const label = useLabel();
  const navigate = useNavigate();
  const [name, setName] = useState(proposed);
  const [rows, setRows] = useState(lines);
  const add = useAddRole();
  const field = (pointer: string) => (isRefusal(add.error) ? (add.error.field(pointer) ?? add.error.field('/name')) : undefined);
  const kept = rows.filter((row) => row.kept);
  const keepAll = (yes: boolean) => setRows((now) => now.map((row) => ({ ...row, kept: yes })));
  return (
    <form
      className="k-stack"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate(
          { name, description, note: '', requirements: kept.map(({ skill, concept, level, importance, must }) => ({ skill, concept, level, importance, must })) },
          {
            onSuccess: (role) => {
              say(t.created(label(role.name)), { tone: 'good' });
              void navigate(to.role(role.id));
            },
          },
        );
      }}
    >
      <section className={`k-card ${styles.names}`}>
        <TextInput label={t.nameSv} value={name.sv} onChange={(event) => setName({ ...name, sv: event.currentTarget.value })} error={field('/name/sv')} />
        <TextInput label={t.nameEn} value={name.en} onChange={(event) => setName({ ...name, en: event.currentTarget.value })} error={field('/name/en')} />
      </section>
      <section className={`k-card ${styles.lines}`}>
        <div className={styles.top}>
          <h2>{t.lines} <span className="k-faint">{rows.length}</span></h2>
          <Button variant="default" size="compact-sm" onClick={() => keepAll(true)}>{t.all}</Button>
          <Button variant="default" size="compact-sm" onClick={() => keepAll(false)}>{t.none}</Button>
        </div>
        <p className="k-s k-mut"><b>{t.rule}:</b> {rule}</p>
        <ul>
          {rows.map((row, i) => (
            <Row key={row.key} one={row} onChange={(change) => setRows((now) => now.map((one, j) => (j === i ? { ...one, ...change } : one)))} />
          ))}
        </ul>
        {attribution && <p className="k-xs k-faint" lang="en">{attribution}</p>}
      </section>
      <section className={`k-card ${styles.finish}`}>
        <p role="status">{t.chosen(kept.length, kept.filter((row) => !row.skill).length)}</p>
        <Refused error={add.error} />
        <Button type="submit" loading={add.isPending} disabled={kept.length === 0 || !(name.sv.trim() || name.en.trim())}>{t.create}</Button>
      </section>
    </form>
  );
}
