// Chooses an activity of the catalogue by its name.
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import type { Id } from '../api/types';
import { useLabel, useTexts } from '../ui/i18n';
import { words } from '../ui/words';
import { useActivityNames } from './api';

export function ActivityPicker({ value, onChange, known = [], label, error, without }: { value: Id | null; onChange: (activity: Id | null, name: string) => void; known?: { id: Id; name: string }[]; label: string; error?: string; without?: Id }) {
  const w = useTexts(words);
  const text = useLabel();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed, 160);
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const { data } = useActivityNames(asked === chosen?.label ? '' : asked);
  // What is chosen stays an option while other words are asked for: a Select forgets a value that has none.
  const options = useMemo(() => {
    const all = [...(chosen ? [chosen] : []), ...known.map((one) => ({ value: String(one.id), label: one.name })), ...(data ?? []).map((one) => ({ value: String(one.id), label: text(one.name) }))];
    return all.filter((one, i) => Number(one.value) !== without && all.findIndex((other) => other.value === one.value) === i);
  }, [data, known, chosen, text, without]);
  return (
    <Select
      label={label}
      placeholder={w.choose}
      searchable
      clearable
      nothingFoundMessage={w.nothingFound}
      maxDropdownHeight={300}
      error={error}
      data={options}
      filter={({ options: all, search }) => (known.length > 0 ? all.filter((one) => 'label' in one && one.label.toLowerCase().includes(search.trim().toLowerCase())) : all)}
      onSearchChange={setTyped}
      value={value === null ? null : String(value)}
      onChange={(id) => {
        const found = options.find((one) => one.value === id) ?? null;
        setChosen(found);
        onChange(id === null ? null : Number(id), found?.label ?? '');
      }}
    />
  );
}
