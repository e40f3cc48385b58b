// The changes of a scenario: a line each, of a role, a unit or both.
import { ActionIcon, Button, NumberInput, Select } from '@mantine/core';
import type { ChangeKind, ScenarioChange } from '../api/types';
import { useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { DayField, RolePicker, UnitPicker } from '../ui/pickers';
import styles from './scenarios.module.css';
import { changeKinds, scenarios } from './texts';

const fresh = (kind: ChangeKind): ScenarioChange => ({ kind, role: null, unit: null, amount: 0, from: null, by: null });

const amountOf = (change: ScenarioChange) => (change.kind === 'heads' ? change.amount : Math.round(change.amount * 1e6) / 1e4);

export function Changes({ changes, onChange, field }: { changes: ScenarioChange[]; onChange: (changes: ScenarioChange[]) => void; field: (at: number, key: string) => string | undefined }) {
  const t = useTexts(scenarios);
  const kinds = changeKinds[useLanguage()];
  const put = (at: number, change: Partial<ScenarioChange>) => onChange(changes.map((one, i) => (i === at ? { ...one, ...change } : one)));
  return (
    <fieldset className={styles.changes}>
      <legend>{t.changes}</legend>
      {changes.map((change, at) => (
        <div key={at} className={styles.change}>
          <Select aria-label={t.kind} allowDeselect={false} value={change.kind} onChange={(kind) => kind && put(at, { ...fresh(kind as ChangeKind), role: change.role, unit: change.unit, from: change.from, by: change.by })} data={Object.entries(kinds).map(([value, label]) => ({ value, label }))} error={field(at, 'kind')} />
          {change.kind !== 'closing' && <RolePicker aria-label={t.role} placeholder={change.kind === 'growth' ? t.someRole : t.role} value={change.role} onChange={(role) => put(at, { role })} error={field(at, 'role')} />}
          {change.kind !== 'attrition' && <UnitPicker aria-label={t.unit} placeholder={change.kind === 'closing' ? t.unit : t.someUnit} value={change.unit} onChange={(unit) => put(at, { unit })} error={field(at, 'unit')} />}
          {change.kind !== 'closing' && <NumberInput aria-label={change.kind === 'heads' ? t.amountHeads : t.amountPercent} placeholder={change.kind === 'heads' ? t.amountHeads : t.amountPercent} suffix={change.kind === 'heads' ? undefined : ' %'} value={amountOf(change)} onChange={(value) => put(at, { amount: change.kind === 'heads' ? Number(value) : Number(value) / 100 })} decimalScale={change.kind === 'heads' ? 0 : 2} error={field(at, 'amount')} />}
          {change.kind !== 'closing' && change.kind !== 'attrition' && <DayField label={t.from} value={change.from ?? ''} onChange={(day) => put(at, { from: day || null })} error={field(at, 'from')} />}
          {change.kind !== 'attrition' && <DayField label={t.by} value={change.by ?? ''} onChange={(day) => put(at, { by: day || null })} error={field(at, 'by')} />}
          <ActionIcon variant="subtle" color="gray" aria-label={t.dropChange} onClick={() => onChange(changes.filter((_, i) => i !== at))}><Icon name="close" size={14} /></ActionIcon>
        </div>
      ))}
      <Button variant="default" size="compact-sm" leftSection={<Icon name="plus" size={14} />} onClick={() => onChange([...changes, fresh('heads')])}>{t.addChange}</Button>
    </fieldset>
  );
}
