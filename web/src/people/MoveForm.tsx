// A new position from a day, a new role from a day, or a last day of employment: the changes a working life has.
import { Button, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isRefusal } from '../api/client';
import type { Day, Id, Person } from '../api/types';
import { today } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { DayField, PersonPicker, RolePicker, UnitPicker } from '../ui/pickers';
import { Refused, useRefusalText } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { useAddRole, useChangePerson, useMove, useStay } from './api';
import { people } from './texts';

export function MoveForm({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useTexts(people);
  const w = useTexts(words);
  const current = person.positions.find((one) => !one.to);
  const [unit, setUnit] = useState<Id | null>(current?.unit ?? null);
  const [title, setTitle] = useState(current?.title ?? '');
  const [manager, setManager] = useState<Id | null>(current?.manager ?? null);
  const [fte, setFte] = useState<number | string>((current?.fte ?? 1) * 100);
  const [from, setFrom] = useState<Day | ''>(today());
  const move = useMove(person.id);
  const field = (pointer: string) => (isRefusal(move.error) ? move.error.field(pointer) : undefined);
  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        if (unit === null || !from) return;
        move.mutate(
          { unit, title: title.trim(), manager, fte: Number(fte) / 100, from },
          {
            onSuccess: () => {
              say(t.moved, { tone: 'good' });
              onClose();
            },
          },
        );
      }}
    >
      <p className="k-s k-mut">{t.moveHelp}</p>
      <UnitPicker label={w.unit} required withAsterisk={false} value={unit} onChange={setUnit} error={field('/unit')} />
      <TextInput label={t.unitTitle} required withAsterisk={false} value={title} onChange={(event) => setTitle(event.currentTarget.value)} error={field('/title')} />
      <PersonPicker label={w.manager} known={person.manager} value={manager} onChange={setManager} error={field('/manager')} />
      <div className="k-half">
        <NumberInput label={t.fte} description={t.fteHelp} min={1} max={100} suffix=" %" value={fte} onChange={setFte} error={field('/fte')} />
        <DayField label={w.from} required value={from} onChange={setFrom} error={field('/from')} />
      </div>
      <Refused error={move.error} />
      <div className="k-row" style={{ marginTop: 8 }}>
        <Button type="submit" loading={move.isPending} disabled={unit === null || !from}>{w.save}</Button>
        <Button variant="subtle" color="gray" onClick={onClose}>{w.cancel}</Button>
      </div>
    </form>
  );
}

export function RoleForm({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useTexts(people);
  const w = useTexts(words);
  const [role, setRole] = useState<Id | null>(null);
  const [from, setFrom] = useState<Day | ''>(today());
  const add = useAddRole(person.id);
  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        if (role === null || !from) return;
        add.mutate(
          { role, from },
          {
            onSuccess: () => {
              say(t.roleAdded, { tone: 'good' });
              onClose();
            },
          },
        );
      }}
    >
      <RolePicker label={w.role} required withAsterisk={false} value={role} onChange={setRole} />
      <DayField label={w.from} required value={from} onChange={setFrom} />
      <Refused error={add.error} />
      <div className="k-row">
        <Button type="submit" loading={add.isPending} disabled={role === null || !from}>{t.addRole}</Button>
        <Button variant="subtle" color="gray" onClick={onClose}>{w.cancel}</Button>
      </div>
    </form>
  );
}

export function LeaveForm({ person, onClose }: { person: Person; onClose: () => void }) {
  const t = useTexts(people);
  const w = useTexts(words);
  const [left, setLeft] = useState<Day | ''>(today());
  const change = useChangePerson(person.id);
  const stay = useStay(person.id);
  const refusal = useRefusalText();
  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate(
          { left: left || null, version: person.version },
          {
            onSuccess: () => {
              say(t.leaveDone, { undo: () => void stay.mutateAsync().then(() => say(t.returned, { tone: 'good' }), (error: unknown) => say(refusal(error).detail, { tone: 'bad' })) });
              onClose();
            },
          },
        );
      }}
    >
      <p className="k-s k-mut">{t.leaveHelp}</p>
      <DayField label={t.leaveTitle} required value={left} onChange={setLeft} error={isRefusal(change.error) ? change.error.field('/left') : undefined} />
      <Refused error={change.error} />
      <div className="k-row">
        <Button type="submit" loading={change.isPending} disabled={!left}>{t.leaveGo}</Button>
        <Button variant="subtle" color="gray" onClick={onClose}>{w.cancel}</Button>
      </div>
    </form>
  );
}
