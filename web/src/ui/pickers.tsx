// Fields that choose a unit, a skill, a role, a person or a day; shared because many domains ask for them.
import { Select, TextInput, type ComboboxItem, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { usePlaces, useSkillMatches } from '../api/finding';
import { useCatalogue, useOwners, useRoles, useSearch, useUnits } from '../api/queries';
import { useActor } from '../api/session';
import type { Day, Id } from '../api/types';
import { useFormats } from './format';
import { useLabel, useTexts } from './i18n';
import { words } from './words';

type Picked = Omit<SelectProps, 'data' | 'value' | 'onChange' | 'defaultValue'> & {
  value: Id | null | undefined;
  onChange: (id: Id | null) => void;
};

const toId = (value: string | null) => (value === null ? null : Number(value));

function Picker({ value, onChange, data, ...more }: Picked & { data: { value: string; label: string }[] }) {
  const t = useTexts(words);
  return (
    <Select
      searchable
      clearable={!more.required}
      placeholder={t.choose}
      nothingFoundMessage={t.nothingFound}
      maxDropdownHeight={320}
      limit={200}
      {...more}
      data={data}
      value={value == null ? null : String(value)}
      onChange={(chosen) => onChange(toId(chosen))}
    />
  );
}

export function UnitPicker(props: Picked) {
  const { data } = useUnits();
  // Figure spaces keep the tree visible in a plain list.
  const options = useMemo(() => (data ?? []).map((unit) => ({ value: String(unit.id), label: `${'\u2007'.repeat(unit.depth * 2)}${unit.name}` })), [data]);
  return <Picker {...props} data={options} />;
}

/** Where units are; nothing to choose from until some unit says so. */
export function PlacePicker({ value, onChange, ...more }: Omit<SelectProps, 'data' | 'value' | 'onChange'> & { value: string | undefined; onChange: (place: string | null) => void }) {
  const t = useTexts(words);
  const places = usePlaces();
  if (places.length === 0 && !value) return null;
  return <Select searchable clearable aria-label={t.place} placeholder={t.place} nothingFoundMessage={t.nothingFound} {...more} data={places} value={value ?? null} onChange={onChange} />;
}

/** By name in either language at once; then what the server finds by other names, misspellings and parts of words. */
export function SkillPicker({ without, ...props }: Picked & { without?: Set<Id> }) {
  const { data } = useCatalogue();
  const label = useLabel();
  const f = useFormats();
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed, 120);
  const { data: matches } = useSkillMatches(asked);
  const options = useMemo(
    () =>
      (data?.items ?? [])
        .filter((skill) => !skill.retired && !without?.has(skill.id))
        .map((skill) => ({ value: String(skill.id), label: label(skill.name), names: `${skill.name.sv}\n${skill.name.en}` }))
        .sort((a, b) => f.compare(a.label, b.label)),
    [data, label, without, f],
  );
  const [names, reasons] = useMemo(() => [new Map(options.map((one) => [one.value, one.names])), new Map(matches?.map((one) => [String(one.skill), one.reason]))], [options, matches]);
  const has = (value: string, search: string) => (names.get(value) ?? '').toLowerCase().includes(search.trim().toLowerCase());
  return (
    <Picker
      {...props}
      data={options}
      onSearchChange={setTyped}
      filter={({ options: all, search }) => {
        const items = all.filter((one): one is ComboboxItem => 'value' in one);
        const places = [...reasons.keys()];
        const others = items.filter((one) => !has(one.value, search) && reasons.has(one.value)).sort((a, b) => places.indexOf(a.value) - places.indexOf(b.value));
        return [...items.filter((one) => has(one.value, search)), ...others];
      }}
      renderOption={({ option }) => (typed && !has(option.value, typed) && reasons.has(option.value) ? <span>{option.label} <span className="k-s k-mut">{reasons.get(option.value)}</span></span> : option.label)}
    />
  );
}

export function RolePicker({ without, ...props }: Picked & { without?: Set<Id> }) {
  const { data } = useRoles();
  const label = useLabel();
  const f = useFormats();
  const options = useMemo(
    () => (data ?? []).filter((role) => !without?.has(role.id)).map((role) => ({ value: String(role.id), label: label(role.name) })).sort((a, b) => f.compare(a.label, b.label)),
    [data, label, without, f],
  );
  return <Picker {...props} data={options} />;
}

type Known = { id: Id; name: string } | null | undefined;

/** Asks the server for what is typed. What is chosen stays an option while other words are asked for: a Select forgets a value that has none. */
function FoundPicker({ found, known, onChange, ...props }: Picked & { found: { value: string; label: string }[]; known: Known }) {
  const [chosen, setChosen] = useState<{ value: string; label: string } | null>(null);
  const options = useMemo(() => {
    const kept = [chosen, known && { value: String(known.id), label: known.name }].filter((one) => !!one);
    return [...kept.filter((one, i) => kept.findIndex((other) => other.value === one.value) === i && !found.some((other) => other.value === one.value)), ...found];
  }, [found, known, chosen]);
  return (
    <Picker
      {...props}
      data={options}
      filter={({ options: all }) => all}
      onChange={(id) => {
        setChosen(options.find((one) => one.value === String(id)) ?? null);
        onChange(id);
      }}
    />
  );
}

/** Searches on the server: a company may have a million people. */
export function PersonPicker({ known, ...props }: Picked & { known?: Known }) {
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed, 160);
  const { data } = useSearch(asked, 20);
  const found = useMemo(() => (data ?? []).filter((hit) => hit.kind === 'person').map((hit) => ({ value: String(hit.id), label: hit.detail ? `${hit.name} · ${hit.detail}` : hit.name })), [data]);
  return <FoundPicker {...props} known={known} found={found} onSearchChange={setTyped} />;
}

/** Who answers for something: those who lead somebody, oneself, and for those who may search people anybody. */
export function OwnerPicker({ known, ...props }: Picked & { known?: { person: Id; name: string } | null }) {
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed, 160);
  const { data } = useOwners(asked);
  const actor = useActor();
  const found = useMemo(() => {
    const all = new Map(data);
    if (actor.person && !all.has(actor.person)) all.set(actor.person, actor.name);
    return [...all].map(([id, name]) => ({ value: String(id), label: name }));
  }, [data, actor]);
  return <FoundPicker {...props} known={known && { id: known.person, name: known.name }} found={found} onSearchChange={setTyped} />;
}

/** A day, by the browser's own calendar: it speaks the reader's language and works on a phone. */
export function DayField({ value, onChange, ...more }: { value: Day | ''; onChange: (day: Day | '') => void; label?: string; 'aria-label'?: string; required?: boolean; error?: string; description?: string; min?: Day; max?: Day; w?: number }) {
  return <TextInput type="date" {...more} value={value} onChange={(event) => onChange(event.currentTarget.value)} />;
}
