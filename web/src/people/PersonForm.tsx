// Creates a person, or changes the facts about one.
import { Button, NumberInput, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { isRefusal } from '../api/client';
import type { Day, Gender, Id, Person } from '../api/types';
import { today } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { to } from '../ui/paths';
import { DayField, PersonPicker, UnitPicker } from '../ui/pickers';
import { Side } from '../ui/Side';
import { Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { useAddPerson, useChangePerson } from './api';
import { allGenders, genders } from './genders';
import { people } from './texts';

function Form({ person, onClose }: { person?: Person; onClose: () => void }) {
  const t = useTexts(people);
  const w = useTexts(words);
  const g = useTexts(genders);
  const navigate = useNavigate();
  const [given, setGiven] = useState(person?.given ?? '');
  const [family, setFamily] = useState(person?.family ?? '');
  const [number, setNumber] = useState(person?.number ?? '');
  const [email, setEmail] = useState(person?.email ?? '');
  const [hired, setHired] = useState<Day | ''>(person?.hired ?? today());
  const [birthYear, setBirthYear] = useState<number | ''>(person?.birth_year ?? '');
  const [gender, setGender] = useState<Gender>(person?.gender ?? 'unstated');
  const [unit, setUnit] = useState<Id | null>(null);
  const [title, setTitle] = useState('');
  const [manager, setManager] = useState<Id | null>(null);
  const add = useAddPerson();
  const change = useChangePerson(person?.id ?? 0);
  const error = person ? change.error : add.error;
  const field = (pointer: string) => (isRefusal(error) ? error.field(pointer) : undefined);

  const submit = () => {
    const facts = { given: given.trim(), family: family.trim(), number: number.trim(), email: email.trim(), hired };
    if (person)
      change.mutate(
        { ...facts, birth_year: birthYear || 0, gender, version: person.version },
        {
          onSuccess: () => {
            say(t.saved, { tone: 'good' });
            onClose();
          },
        },
      );
    else
      add.mutate(
        { ...facts, email: facts.email || null, birth_year: birthYear || null, gender, unit: unit ?? 0, title: title.trim(), manager },
        {
          onSuccess: (made) => {
            say(t.created, { tone: 'good' });
            onClose();
            void navigate(to.person(made.id));
          },
        },
      );
  };

  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <div className="k-half">
        <TextInput label={t.given} required withAsterisk={false} autoFocus value={given} onChange={(event) => setGiven(event.currentTarget.value)} error={field('/given')} />
        <TextInput label={t.family} required withAsterisk={false} value={family} onChange={(event) => setFamily(event.currentTarget.value)} error={field('/family')} />
      </div>
      <TextInput label={w.number} required withAsterisk={false} value={number} onChange={(event) => setNumber(event.currentTarget.value)} error={field('/number')} />
      <TextInput label={w.email} type="email" value={email} onChange={(event) => setEmail(event.currentTarget.value)} error={field('/email')} />
      <DayField label={t.hired} required value={hired} onChange={setHired} error={field('/hired')} />
      <NumberInput label={t.birthYear} description={t.birthYearHelp} hideControls allowDecimal={false} allowNegative={false} thousandSeparator={false} value={birthYear} onChange={(value) => setBirthYear(typeof value === 'number' ? value : '')} error={field('/birth_year')} />
      <Select label={t.gender} description={t.genderHelp} allowDeselect={false} data={allGenders.map((value) => ({ value, label: g[value] }))} value={gender} onChange={(value) => setGender(value as Gender)} />
      {!person && (
        <>
          <div className="k-label" style={{ marginTop: 10 }}>{t.firstPosition}</div>
          <UnitPicker label={w.unit} required withAsterisk={false} value={unit} onChange={setUnit} error={field('/unit')} />
          <TextInput label={t.unitTitle} required withAsterisk={false} value={title} onChange={(event) => setTitle(event.currentTarget.value)} error={field('/title')} />
          <PersonPicker label={w.manager} value={manager} onChange={setManager} error={field('/manager')} />
        </>
      )}
      <Refused error={error} />
      <div className="k-row" style={{ marginTop: 8 }}>
        <Button type="submit" loading={add.isPending || change.isPending} disabled={!person && unit === null}>{w.save}</Button>
        <Button variant="subtle" color="gray" onClick={onClose}>{w.cancel}</Button>
      </div>
    </form>
  );
}

export function PersonForm({ person, open, onClose }: { person?: Person; open: boolean; onClose: () => void }) {
  const t = useTexts(people);
  return (
    <Side title={person ? t.editTitle : t.newTitle} open={open} onClose={onClose}>
      <Form person={person} onClose={onClose} />
    </Side>
  );
}
