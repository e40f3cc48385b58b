// The needs matrix: every row says how many are to know what, at which level, where and when; all saved at once.
import { ActionIcon, Button, NumberInput, Select, Switch } from '@mantine/core';
import { useMemo, useState } from 'react';
import { isRefusal } from '../api/client';
import { useCatalogue, useScales } from '../api/queries';
import type { Goal, GoalNeed, Id, Text } from '../api/types';
import { useLabel, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { DayField, RolePicker, SkillPicker, UnitPicker } from '../ui/pickers';
import { Empty, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { useSetNeeds } from './api';
import styles from './goals.module.css';
import { goals } from './texts';

type Row = { key: number; name: Text; retired: boolean; need: GoalNeed };

function Edited({ row, field, onChange, onRemove }: { row: Row; field: (name: string) => string | undefined; onChange: (change: Partial<GoalNeed>) => void; onRemove: () => void }) {
  const t = useTexts(goals);
  const label = useLabel();
  const { data: catalogue } = useCatalogue();
  const { data: scales } = useScales();
  const { need } = row;
  const scale = scales?.find((one) => one.id === catalogue?.items.find((skill) => skill.id === need.skill)?.scale);
  const name = label(row.name);
  const grade = (words: string[]) => words.map((word, i) => ({ value: String(i + 1), label: `${i + 1} ${word}` }));
  return (
    <li className={styles.need} aria-label={name}>
      <b>{name}{row.retired && <small>{t.retired}</small>}{field('skill') && <small role="alert" style={{ color: 'var(--plum)' }}>{field('skill')}</small>}</b>
      <RolePicker label={`${t.need}: ${t.everyRole}`} labelProps={{ className: 'k-unseen' }} placeholder={t.everyRole} value={need.role} onChange={(role) => onChange({ role: role ?? undefined })} error={field('role')} />
      <UnitPicker label={`${t.need}: ${t.everyUnit}`} labelProps={{ className: 'k-unseen' }} placeholder={t.everyUnit} value={need.unit} onChange={(unit) => onChange({ unit: unit ?? undefined })} error={field('unit')} />
      <NumberInput label={t.headcount} min={1} allowDecimal={false} value={need.headcount} onChange={(value) => onChange({ headcount: Number(value) || 0 })} error={field('headcount')} />
      <Select label={t.at} allowDeselect={false} value={String(need.level)} onChange={(value) => onChange({ level: Number(value) })} data={(scale?.levels ?? []).filter((one) => one.level > (scale?.min ?? 0)).map((one) => ({ value: String(one.level), label: `${one.level} ${label(one.name)}` }))} error={field('level')} />
      <DayField label={t.when} required value={need.due} onChange={(due) => onChange({ due: due || need.due })} error={field('due')} />
      <Select label={t.consequence} allowDeselect={false} value={String(need.consequence)} onChange={(value) => onChange({ consequence: Number(value) })} data={grade([t.low, t.middle, t.high])} error={field('consequence')} />
      <Select label={t.scarcity} allowDeselect={false} value={String(need.scarcity)} onChange={(value) => onChange({ scarcity: Number(value) })} data={grade([t.easy, t.hard, t.scarce])} error={field('scarcity')} />
      <Switch label={t.must} checked={need.must} onChange={(event) => onChange({ must: event.currentTarget.checked })} mb={8} />
      <ActionIcon aria-label={t.removeNeed(name)} onClick={onRemove} mb={4}><Icon name="trash" size={16} /></ActionIcon>
    </li>
  );
}

let made = 0;

export function NeedsEditor({ goal, onClose }: { goal: Goal; onClose: () => void }) {
  const t = useTexts(goals);
  const w = useTexts(words);
  const label = useLabel();
  const { data: catalogue } = useCatalogue();
  const before = useMemo<Row[]>(() => goal.needs.map((row) => ({ key: ++made, name: row.skill_name, retired: row.retired, need: row.need })), [goal]);
  const [rows, setRows] = useState(before);
  const save = useSetNeeds(goal);
  const field = (index: number) => (name: string) => (isRefusal(save.error) ? save.error.field(`/needs/${index}/${name}`) : undefined);
  const add = (skill: Id | null) => {
    const found = catalogue?.items.find((one) => one.id === skill);
    if (found) setRows((now) => [...now, { key: ++made, name: found.name, retired: false, need: { skill: found.id, level: 3, headcount: 1, due: goal.row.due, must: false, consequence: 2, scarcity: 2 } }]);
  };
  const remove = (index: number) => {
    const gone = rows[index];
    setRows((now) => now.filter((_, i) => i !== index));
    if (gone) say(t.removedNeed(label(gone.name)), { undo: () => setRows((now) => [...now.slice(0, index), gone, ...now.slice(index)]) });
  };
  return (
    <Page title={t.needsTitle(label(goal.row.name))} crumb={t.needsHelp}>
      <form
        className="k-stack"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(
            rows.map((row) => ({ ...row.need, id: undefined })),
            { onSuccess: () => (say(t.needsSaved, { tone: 'good' }), onClose()) },
          );
        }}
      >
        <section className={`k-card ${styles.scroll}`}>
          {rows.length === 0 ? (
            <Empty icon="skills" title={t.needsEmpty}>{t.needsEmptyHelp}</Empty>
          ) : (
            <ul className={styles.rows}>
              {rows.map((row, i) => (
                <Edited key={row.key} row={row} field={field(i)} onChange={(change) => setRows((now) => now.map((one, j) => (j === i ? { ...one, need: { ...one.need, ...change } } : one)))} onRemove={() => remove(i)} />
              ))}
            </ul>
          )}
          <SkillPicker label={t.pick} value={null} onChange={add} maw={360} mt={12} />
        </section>
        <Refused error={save.error} />
        <div className="k-row">
          <Button type="submit" loading={save.isPending} disabled={rows === before}>{t.saveNeeds}</Button>
          <Button variant="subtle" color="gray" onClick={onClose}>{w.cancel}</Button>
          {rows !== before && <span className="k-s k-faint">{t.unsaved}</span>}
        </div>
      </form>
    </Page>
  );
}
