// A field that chooses several.
import { MultiSelect } from '@mantine/core';
import { useMemo } from 'react';
import type { Id } from '../api/types';
import { useTexts } from './i18n';
import { words } from './words';

// depth: how far in an option stands, in a tree.
export type Option = { value: string; label: string; depth?: number };

export function Several({ value, onChange, options, ...more }: { value: Id[]; onChange: (ids: Id[]) => void; options: Option[]; label: string; description?: string; placeholder?: string; error?: string; onSearchChange?: (words: string) => void }) {
  const t = useTexts(words);
  const depths = useMemo(() => new Map(options.map((one) => [one.value, one.depth ?? 0])), [options]);
  return <MultiSelect renderOption={({ option }) => <span style={{ paddingLeft: (depths.get(option.value) ?? 0) * 14 }}>{option.label}</span>} searchable clearable limit={200} maxDropdownHeight={280} nothingFoundMessage={t.nothingFound} {...more} placeholder={value.length === 0 ? more.placeholder : undefined} data={options} value={value.map(String)} onChange={(chosen) => onChange(chosen.map(Number))} />;
}
