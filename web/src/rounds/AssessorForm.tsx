// Invites an assessor from outside, and gives one more people.
import { Button, MultiSelect, Select, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { isRefusal } from '../api/client';
import { useCatalogue } from '../api/queries';
import type { Assessor, GivenCases, Id, Invitation, Language, Round } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { Invited } from '../ui/Invited';
import { DayField, UnitPicker } from '../ui/pickers';
import { Several } from '../ui/Several';
import { Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { useAddAssessor, useGiveCases, useInviteAgain, useMembers } from './api';
import { outside } from './assessorTexts';
import styles from './rounds.module.css';

type Cases = Required<GivenCases>;
const noCases: Cases = { people: [], unit: null, skills: [] };

function Members({ round, value, onChange, error }: { round: Id; value: Id[]; onChange: (people: Id[]) => void; error?: string }) {
  const t = useTexts(outside);
  const w = useTexts(words);
  const [find, setFind] = useState('');
  const [settled] = useDebouncedValue(find.trim(), 160);
  const { data } = useMembers(round, settled);
  // Those who were chosen keep their names when another is searched for.
  const [known, setKnown] = useState<{ value: string; label: string }[]>([]);
  const options = (data ?? []).map((one) => ({ value: String(one.person), label: `${one.name} · ${one.unit_name}` }));
  const all = [...options, ...known.filter((one) => !options.some((other) => other.value === one.value))];
  return (
    <MultiSelect
      label={t.people}
      description={t.peopleHelp}
      error={error}
      searchable
      clearable
      hidePickedOptions
      nothingFoundMessage={w.nothingFound}
      placeholder={value.length === 0 ? w.choose : undefined}
      searchValue={find}
      onSearchChange={setFind}
      filter={({ options: shown }) => shown.filter((one) => 'value' in one && options.some((other) => other.value === one.value))}
      data={all}
      value={value.map(String)}
      onChange={(chosen) => {
        setKnown(all.filter((one) => chosen.includes(one.value)));
        onChange(chosen.map(Number));
      }}
    />
  );
}

function Whom({ round, value, onChange, field }: { round: Round; value: Cases; onChange: (cases: Cases) => void; field: (pointer: string) => string | undefined }) {
  const t = useTexts(outside);
  const label = useLabel();
  const f = useFormats();
  const { data: catalogue } = useCatalogue();
  const skills = useMemo(() => {
    const asked = new Set(round.skills.map((skill) => skill.id));
    return (catalogue?.items ?? []).filter((skill) => (asked.size === 0 ? !skill.retired : asked.has(skill.id))).map((skill) => ({ value: String(skill.id), label: label(skill.name) })).sort((a, b) => f.compare(a.label, b.label));
  }, [catalogue, round, label, f]);
  return (
    <>
      <Members round={round.id} value={value.people} onChange={(people) => onChange({ ...value, people })} error={field('/people')} />
      <UnitPicker label={t.unit} value={value.unit} onChange={(unit) => onChange({ ...value, unit })} error={field('/unit')} />
      <Several label={t.skills} description={t.skillsHelp} placeholder={t.everySkill} options={skills} value={value.skills} onChange={(chosen) => onChange({ ...value, skills: chosen })} error={field('/skills')} />
    </>
  );
}

export function Made({ round, account, made }: { round: Id; account: Id; made: Invitation }) {
  const byHand = useInviteAgain(round, account);
  return <Invited made={made} byHand={{ ...byHand, ask: () => byHand.mutate(true) }} />;
}

export function Invite({ round }: { round: Round }) {
  const t = useTexts(outside);
  const w = useTexts(words);
  const [input, setInput] = useState({ name: '', organisation: '', email: '', language: useLanguage(), last_day: round.closes });
  const [cases, setCases] = useState<Cases>(noCases);
  const add = useAddAssessor(round.id);
  const put = (change: Partial<typeof input>) => setInput((before) => ({ ...before, ...change }));
  const field = (pointer: string) => (isRefusal(add.error) ? add.error.field(pointer) : undefined);
  if (add.data) return <Made round={round.id} account={add.data.assessor.account} made={add.data} />;
  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({ ...input, ...cases });
      }}
    >
      <p className="k-s k-mut">{t.help}</p>
      <TextInput label={t.name} required withAsterisk={false} data-autofocus value={input.name} onChange={(event) => put({ name: event.currentTarget.value })} error={field('/name')} />
      <TextInput label={t.organisation} required withAsterisk={false} value={input.organisation} onChange={(event) => put({ organisation: event.currentTarget.value })} error={field('/organisation')} />
      <TextInput label={t.email} type="email" required withAsterisk={false} value={input.email} onChange={(event) => put({ email: event.currentTarget.value })} error={field('/email')} />
      <div className={styles.dates}>
        <Select label={t.language} allowDeselect={false} value={input.language} onChange={(value) => value && put({ language: value as Language })} data={[{ value: 'sv', label: w.swedish }, { value: 'en', label: w.english }]} />
        <DayField label={t.lastDay} required value={input.last_day} onChange={(last_day) => put({ last_day })} error={field('/last_day')} />
      </div>
      <Whom round={round} value={cases} onChange={setCases} field={field} />
      <Refused error={add.error} />
      <div><Button type="submit" loading={add.isPending}>{t.invite}</Button></div>
    </form>
  );
}

export function GiveMore({ round, assessor }: { round: Round; assessor: Assessor }) {
  const t = useTexts(outside);
  const [cases, setCases] = useState<Cases>(noCases);
  const give = useGiveCases(round.id, assessor.account);
  const field = (pointer: string) => (isRefusal(give.error) ? give.error.field(pointer) : undefined);
  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        give.mutate(cases, { onSuccess: () => (say(t.given, { tone: 'good' }), setCases(noCases)) });
      }}
    >
      <h3>{t.more}</h3>
      <Whom round={round} value={cases} onChange={setCases} field={field} />
      <Refused error={give.error} />
      <div><Button type="submit" variant="default" disabled={cases.people.length === 0 && !cases.unit} loading={give.isPending}>{t.give}</Button></div>
    </form>
  );
}
