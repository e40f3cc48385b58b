// Sets a goal or changes it: what is measured, from where, to where, by when, and who answers for it.
import { Button, NumberInput, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { isRefusal } from '../api/client';
import { useGoals, useUnits } from '../api/queries';
import type { Goal, Id, NewGoal, Starter } from '../api/types';
import { today } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { DayField, OwnerPicker } from '../ui/pickers';
import { Several } from '../ui/Several';
import { Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { useSaveGoal } from './api';
import styles from './goals.module.css';
import { goals } from './texts';

type Input = Omit<Required<NewGoal>, 'owner' | 'baseline' | 'target' | 'parent'> & { owner: Id | null; parent: Id | null; baseline: number | string; target: number | string };

const inTwoYears = (day: string) => `${Number(day.slice(0, 4)) + 2}${day.slice(4) === '-02-29' ? '-02-28' : day.slice(4)}`;
const none = { sv: '', en: '' };

function first(goal: Goal | null, starter: Starter | null): Input {
  if (goal) {
    const { row } = goal;
    return { parent: row.parent ?? null, name: row.name, description: goal.description, owner: row.owner.person, metric: row.metric, measure: row.measure, baseline: row.baseline, target: row.target, starts: row.starts, due: row.due, weight: row.weight, units: row.units.map((unit) => unit.id) };
  }
  const day = today();
  return { parent: null, name: starter?.name ?? none, description: none, owner: null, metric: starter?.metric ?? none, measure: starter?.measure ?? none, baseline: starter?.baseline ?? '', target: starter?.target ?? '', starts: day, due: inTwoYears(day), weight: 3, units: [] };
}

export function GoalForm({ goal, starter, onClose, onSaved }: { goal: Goal | null; starter: Starter | null; onClose: () => void; onSaved?: (goal: Goal) => void }) {
  const t = useTexts(goals);
  const w = useTexts(words);
  const label = useLabel();
  const language = useLanguage();
  const [input, setInput] = useState(() => first(goal, starter));
  const { data: all } = useGoals();
  const { data: units } = useUnits();
  const save = useSaveGoal(goal);
  const put = (change: Partial<Input>) => setInput((before) => ({ ...before, ...change }));
  // The server's pointers stand in /goal when it is a new one.
  const field = (pointer: string) => (isRefusal(save.error) ? (save.error.field(`/goal${pointer}`) ?? save.error.field(pointer)) : undefined);
  const unitOptions = useMemo(() => (units ?? []).map((unit) => ({ value: String(unit.id), label: unit.name, depth: unit.depth })), [units]);
  const parents = (all?.items ?? []).filter((row) => row.id !== goal?.row.id).map((row) => ({ value: String(row.id), label: label(row.name) }));
  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        if (input.owner === null || !input.starts || !input.due) return;
        const wanted: NewGoal = { ...input, owner: input.owner, parent: input.parent ?? undefined, baseline: Number(input.baseline), target: Number(input.target) };
        save.mutate(
          { goal: wanted, needs: (starter?.needs ?? []).map((row) => ({ ...row.need, due: input.due })) },
          {
            onSuccess: (saved) => {
              say(t.saved, { tone: 'good' });
              onClose();
              onSaved?.(saved);
            },
          },
        );
      }}
    >
      <TextInput label={t.nameSv} data-autofocus value={input.name.sv} onChange={(event) => put({ name: { ...input.name, sv: event.currentTarget.value } })} error={field('/name')} />
      <TextInput label={t.nameEn} value={input.name.en} onChange={(event) => put({ name: { ...input.name, en: event.currentTarget.value } })} />
      <div className={styles.pair}>
        <TextInput label={t.metricSv} value={input.metric.sv} onChange={(event) => put({ metric: { ...input.metric, sv: event.currentTarget.value } })} error={field('/metric')} />
        <TextInput label={t.metricEn} value={input.metric.en} onChange={(event) => put({ metric: { ...input.metric, en: event.currentTarget.value } })} />
      </div>
      <p className="k-s k-mut">{t.metricHelp}</p>
      <div className={styles.pair}>
        <TextInput label={t.measureSv} placeholder={t.measureHelp} value={input.measure.sv} onChange={(event) => put({ measure: { ...input.measure, sv: event.currentTarget.value } })} error={field('/measure')} />
        <TextInput label={t.measureEn} placeholder={t.measureHelp} value={input.measure.en} onChange={(event) => put({ measure: { ...input.measure, en: event.currentTarget.value } })} />
        <NumberInput label={t.baseline} required withAsterisk={false} decimalSeparator={language === 'sv' ? ',' : '.'} value={input.baseline} onChange={(baseline) => put({ baseline })} error={field('/baseline')} />
        <NumberInput label={t.target} required withAsterisk={false} decimalSeparator={language === 'sv' ? ',' : '.'} value={input.target} onChange={(target) => put({ target })} error={field('/target')} />
        <DayField label={t.starts} required value={input.starts} onChange={(starts) => put({ starts })} error={field('/starts')} />
        <DayField label={t.dueDay} required value={input.due} onChange={(due) => put({ due })} error={field('/due')} />
      </div>
      <OwnerPicker label={t.owner} description={t.ownerHelp} required withAsterisk={false} known={goal?.row.owner} value={input.owner} onChange={(owner) => put({ owner })} error={field('/owner')} />
      <div>
        <div className={styles.label} id="goal-weight">{t.weight}</div>
        <SegmentedControl fullWidth aria-labelledby="goal-weight" value={String(input.weight)} onChange={(value) => put({ weight: Number(value) })} data={[{ value: '1', label: `1 ${t.weight1}` }, '2', '3', '4', { value: '5', label: `5 ${t.weight5}` }]} />
      </div>
      <Several label={t.units} placeholder={t.wholeOrganisation} options={unitOptions} value={input.units} onChange={(chosen) => put({ units: chosen })} error={field('/units')} />
      {parents.length > 0 && <Select label={t.parent} clearable searchable placeholder={w.none} nothingFoundMessage={w.nothingFound} data={parents} value={input.parent === null ? null : String(input.parent)} onChange={(id) => put({ parent: id === null ? null : Number(id) })} error={field('/parent')} />}
      <Textarea label={`${t.describe} (${w.swedish})`} autosize minRows={2} value={input.description.sv} onChange={(event) => put({ description: { ...input.description, sv: event.currentTarget.value } })} error={field('/description')} />
      <Textarea label={`${t.describe} (${w.english})`} autosize minRows={2} value={input.description.en} onChange={(event) => put({ description: { ...input.description, en: event.currentTarget.value } })} />
      <Refused error={save.error} />
      <div className="k-row" style={{ marginTop: 8 }}>
        <Button type="submit" loading={save.isPending}>{t.save}</Button>
        <Button variant="subtle" color="gray" onClick={onClose}>{w.cancel}</Button>
      </div>
    </form>
  );
}
