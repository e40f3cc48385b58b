// A scenario as a form: its name, what is assumed for everybody, and the changes of roles and units.
import { Button, Checkbox, NumberInput, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isRefusal } from '../api/client';
import type { Assumptions, Scenario } from '../api/types';
import { useTexts } from '../ui/i18n';
import { DayField } from '../ui/pickers';
import { Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { useRemoveScenario, useSaveScenario } from './api';
import { Changes } from './Changes';
import styles from './scenarios.module.css';
import { scenarios } from './texts';

// As people write shares: 0.025 is 2,5.
const percent = (share: number) => Math.round(share * 1e6) / 1e4;

type Share = 'growth' | 'retirement' | 'moves' | 'refill' | 'ready' | 'training' | 'decay' | 'demand_spread' | 'attrition_spread';

export function Editor({ scenario, first, onClose, onSaved, onRemoved }: { scenario: Scenario | null; first: Assumptions; onClose: () => void; onSaved?: (saved: Scenario) => void; onRemoved?: () => void }) {
  const t = useTexts(scenarios);
  const w = useTexts(words);
  const [name, setName] = useState(scenario?.name ?? '');
  const [description, setDescription] = useState(scenario?.description ?? '');
  const [base, setBase] = useState(scenario?.base ?? false);
  const [input, setInput] = useState(first);
  const [removing, setRemoving] = useState(false);
  const save = useSaveScenario(scenario);
  const remove = useRemoveScenario();
  const put = (change: Partial<Assumptions>) => setInput((before) => ({ ...before, ...change }));
  const field = (pointer: string) => (isRefusal(save.error) ? save.error.field(pointer) : undefined);
  const share = (key: Share, label: string, help?: string) => (
    <NumberInput label={label} description={help} value={percent(input[key])} onChange={(value) => put({ [key]: Number(value) / 100 })} decimalScale={2} step={1} error={field(`/assumptions/${key}`)} />
  );
  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ name, description, base, assumptions: input }, {
          onSuccess: (saved) => {
            say(t.saved, { tone: 'good' });
            onClose();
            onSaved?.(saved);
          },
        });
      }}
    >
      <TextInput label={t.name} required withAsterisk={false} data-autofocus value={name} onChange={(event) => setName(event.currentTarget.value)} error={field('/name')} />
      <Textarea label={t.description} autosize minRows={2} value={description} onChange={(event) => setDescription(event.currentTarget.value)} error={field('/description')} />
      <Checkbox label={t.isBase} description={t.isBaseHelp} checked={base} onChange={(event) => setBase(event.currentTarget.checked)} error={field('/base')} />
      <div className={styles.fields}>
        <NumberInput label={t.horizon} value={input.months} onChange={(value) => put({ months: Math.round(Number(value)) })} error={field('/assumptions/months')} />
        {share('growth', t.growthField)}
        {share('training', t.trainingField, t.trainingFieldHelp)}
        {share('refill', t.refill)}
      </div>
      <Changes changes={input.changes ?? []} onChange={(changes) => put({ changes })} field={(at, key) => field(`/assumptions/changes/${at}/${key}`)} />
      <details className="k-how">
        <summary>{t.moreFields}</summary>
        <div className={styles.fields}>
          <NumberInput label={t.attritionOwn} description={t.attritionOwnHelp} value={input.attrition == null ? '' : percent(input.attrition)} onChange={(value) => put({ attrition: value === '' ? null : Number(value) / 100 })} decimalScale={3} step={0.1} error={field('/assumptions/attrition')} />
          <NumberInput label={t.firstYearOwn} description={t.attritionOwnHelp} value={input.first_year ?? ''} onChange={(value) => put({ first_year: value === '' ? null : Number(value) })} decimalScale={2} step={0.1} error={field('/assumptions/first_year')} />
          <NumberInput label={t.factorField} value={input.attrition_factor} onChange={(value) => put({ attrition_factor: Number(value) })} decimalScale={2} step={0.1} error={field('/assumptions/attrition_factor')} />
          {share('retirement', t.retirement, t.retirementHelp)}
          <NumberInput label={t.pensionAge} description={t.pensionAgeHelp} value={input.pension_age ?? 66} onChange={(value) => put({ pension_age: value === '' ? null : Math.round(Number(value)) })} min={60} max={70} clampBehavior="none" error={field('/assumptions/pension_age')} />
          {share('moves', t.moves)}
          {share('ready', t.ready, t.readyHelp)}
          {share('decay', t.decay)}
          <DayField label={t.trainingFrom} value={input.training_from ?? ''} onChange={(day) => put({ training_from: day || null })} error={field('/assumptions/training_from')} />
          {share('demand_spread', t.demandSpread)}
          {share('attrition_spread', t.attritionSpread)}
        </div>
      </details>
      <Refused error={save.error ?? remove.error} />
      <div className="k-row" style={{ marginTop: 8 }}>
        <Button type="submit" loading={save.isPending}>{w.save}</Button>
        <Button variant="subtle" color="gray" onClick={onClose}>{w.cancel}</Button>
        <span className="k-grow" />
        {scenario && !removing && <Button variant="subtle" color="gray" onClick={() => setRemoving(true)}>{t.remove}</Button>}
        {scenario && removing && (
          <>
            <span className="k-s">{t.confirmRemove} {t.confirmHelp}</span>
            <Button
              variant="default"
              loading={remove.isPending}
              onClick={() => remove.mutate(scenario.id, { onSuccess: () => { say(t.removed, { tone: 'good' }); onClose(); onRemoved?.(); } })}
            >
              {t.remove}
            </Button>
          </>
        )}
      </div>
    </form>
  );
}
