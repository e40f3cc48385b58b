// The fields that narrow the gap map: unit, role, area, kind, day. Fetched when the filter is first opened.
import { Select } from '@mantine/core';
import { useCatalogue } from '../api/queries';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { DayField, RolePicker, UnitPicker } from '../ui/pickers';
import { kindNames, words } from '../ui/words';
import type { Filters } from './filters';
import { insights } from './texts';

export function FilterForm({ filters }: { filters: Filters }) {
  const t = useTexts(insights);
  const w = useTexts(words);
  const label = useLabel();
  const kinds = kindNames[useLanguage()];
  const { data: catalogue } = useCatalogue();
  return (
    <div className="k-stack-s">
      <UnitPicker label={w.unit} comboboxProps={{ withinPortal: false }} value={filters.unit} onChange={filters.setUnit} />
      <RolePicker label={w.role} comboboxProps={{ withinPortal: false }} value={filters.role} onChange={filters.setRole} />
      <Select label={t.group} clearable comboboxProps={{ withinPortal: false }} placeholder={w.all} value={filters.group ? String(filters.group) : null} onChange={(value) => filters.setGroup(value ? Number(value) : null)} data={(catalogue?.groups ?? []).map((group) => ({ value: String(group.id), label: label(group.name) }))} />
      <Select label={t.kind} clearable comboboxProps={{ withinPortal: false }} placeholder={w.all} value={filters.kind ?? null} onChange={filters.setKind} data={(['technical', 'tool', 'soft'] as const).map((kind) => ({ value: kind, label: kinds[kind] }))} />
      <DayField label={w.asOf} value={filters.asOf ?? ''} onChange={filters.setDay} />
    </div>
  );
}
