// A field that chooses who answers for something. Whoever may see people finds anybody; others, those who lead somebody.
import { Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { can, useActor } from '../api/session';
import type { Id } from '../api/types';
import { useTexts } from '../ui/i18n';
import { PersonPicker } from '../ui/pickers';
import { words } from '../ui/words';
import { useLeaders } from './api';

interface Props {
  label: string;
  description?: string;
  error?: string;
  known: { person: Id; name: string } | null | undefined;
  value: Id | null | undefined;
  onChange: (person: Id | null) => void;
}

function LeaderPicker({ known, value, onChange, ...more }: Props) {
  const t = useTexts(words);
  const actor = useActor();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed, 160);
  const { data } = useLeaders(asked, true);
  const options = useMemo(() => {
    const found = new Map((data ?? []).map((one) => [one.person, one.name]));
    if (known) found.set(known.person, known.name);
    if (actor.person) found.set(actor.person, actor.name);
    return [...found].map(([person, name]) => ({ value: String(person), label: name }));
  }, [data, known, actor]);
  return <Select searchable clearable placeholder={t.choose} nothingFoundMessage={t.nothingFound} limit={50} {...more} data={options} value={value == null ? null : String(value)} onChange={(chosen) => onChange(chosen ? Number(chosen) : null)} onSearchChange={setTyped} />;
}

export function Person(props: Props) {
  const { known, ...more } = props;
  return can(useActor(), 'view_people') ? <PersonPicker {...more} known={known && { id: known.person, name: known.name }} /> : <LeaderPicker {...props} />;
}
