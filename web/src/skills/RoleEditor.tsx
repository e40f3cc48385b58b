// Writes a new version of a role profile: skills, the level by its words, weight, must; says what differs before it is saved.
import { ActionIcon, Button, SegmentedControl, Select, Switch, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { isRefusal } from '../api/client';
import { useCatalogue, useScales, useSkill } from '../api/queries';
import type { Day, Id, Requirement, RoleProfile } from '../api/types';
import { today } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { DayField, SkillPicker } from '../ui/pickers';
import { Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { useAddProfile } from './api';
import { changesBetween } from './difference';
import styles from './RoleEditor.module.css';
import { skills } from './texts';

function Row({ one, onChange, onRemove }: { one: Requirement; onChange: (change: Partial<Requirement>) => void; onRemove: () => void }) {
  const t = useTexts(skills);
  const w = useTexts(words);
  const label = useLabel();
  const { data: catalogue } = useCatalogue();
  const { data: scales } = useScales();
  const { data: skill } = useSkill(one.skill);
  const row = catalogue?.items.find((item) => item.id === one.skill);
  const scale = skill?.scale ?? scales?.find((item) => item.id === row?.scale);
  const name = label(one.name ?? row?.name);
  const anchor = skill?.anchors.find((item) => item.level === one.level)?.text;
  return (
    <li className={styles.row}>
      <div className={styles.name}>
        <b>{name}</b>
        <p className="k-s k-mut">{label(anchor)}</p>
      </div>
      <Select aria-label={`${t.chosenLevel}: ${name}`} allowDeselect={false} w={220} value={String(one.level)} onChange={(value) => onChange({ level: Number(value) })} data={(scale?.levels ?? []).filter((level) => level.level > 0).map((level) => ({ value: String(level.level), label: `${level.level} ${label(level.name)}` }))} />
      <SegmentedControl aria-label={`${t.importance}: ${name}`} size="xs" value={String(one.importance)} onChange={(value) => onChange({ importance: Number(value) as 1 | 2 | 3 })} data={[{ value: '1', label: w.importance1 }, { value: '2', label: w.importance2 }, { value: '3', label: w.importance3 }]} />
      <Switch label={t.mustSwitch} aria-label={`${t.mustSwitch}: ${name}`} checked={one.must} onChange={(event) => onChange({ must: event.currentTarget.checked })} />
      <ActionIcon aria-label={`${t.removeOne}: ${name}`} onClick={onRemove}><Icon name="trash" size={16} /></ActionIcon>
    </li>
  );
}

export function RoleEditor({ role, onClose }: { role: RoleProfile; onClose: () => void }) {
  const t = useTexts(skills);
  const w = useTexts(words);
  const label = useLabel();
  const before = useMemo(() => role.profile?.requirements ?? [], [role]);
  const [rows, setRows] = useState<Requirement[]>(before);
  const [from, setFrom] = useState<Day | ''>(today());
  const [note, setNote] = useState('');
  const save = useAddProfile(role.id);
  const chosen = useMemo(() => new Set(rows.map((row) => row.skill)), [rows]);
  const changes = changesBetween(before, rows);
  const field = (pointer: string) => (isRefusal(save.error) ? save.error.field(pointer) : undefined);

  const { data: catalogue } = useCatalogue();
  const add = (skill: Id | null) =>
    skill !== null && setRows((now) => [...now, { skill, name: catalogue?.items.find((item) => item.id === skill)?.name, level: 3, importance: 2, must: false }]);
  const remove = (index: number) => {
    const gone = rows[index];
    setRows((now) => now.filter((_, i) => i !== index));
    if (gone) say(t.removedOne(label(gone.name)), { undo: () => setRows((now) => [...now.slice(0, index), gone, ...now.slice(index)]) });
  };

  return (
    <Page title={t.editorTitle(label(role.name))} crumb={t.editorHelp}>
      <form
        className="k-stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (!from) return;
          save.mutate(
            { valid_from: from, note: note.trim(), requirements: rows.map(({ skill, level, importance, must }) => ({ skill, level, importance, must })) },
            {
              onSuccess: () => {
                say(t.versionSaved, { tone: 'good' });
                onClose();
              },
            },
          );
        }}
      >
        <section className="k-card">
          <ul>
            {rows.map((row, i) => (
              <Row key={row.skill} one={row} onChange={(change) => setRows((now) => now.map((one, j) => (j === i ? { ...one, ...change } : one)))} onRemove={() => remove(i)} />
            ))}
          </ul>
          {rows.length === 0 && <p className="k-mut">{t.noneChosen}</p>}
          <SkillPicker label={t.addSkillTo} value={null} onChange={add} without={chosen} maw={360} mt={12} />
        </section>
        <section className="k-card k-stack-s" style={{ maxWidth: 640 }}>
          <DayField label={t.validFrom} required value={from} onChange={setFrom} error={field('/valid_from')} />
          <TextInput label={t.note} value={note} onChange={(event) => setNote(event.currentTarget.value)} maxLength={400} error={field('/note')} />
          <p className="k-s k-mut" role="status">{changes.length === 0 ? t.same : changes.map((change) => `${label(change.name)}: ${t[change.kind]}`).join(' · ')}</p>
          <Refused error={save.error} />
          <div className="k-row">
            <Button type="submit" loading={save.isPending} disabled={rows.length === 0 || !from || changes.length === 0}>{t.save}</Button>
            <Button variant="subtle" color="gray" onClick={onClose}>{w.cancel}</Button>
            <span className="k-s k-faint">{changes.length > 0 && t.unsaved}</span>
          </div>
        </section>
      </form>
    </Page>
  );
}
