// What is settled beforehand: locked into the plan, or banned from it. What is wrong with one stands at it.
import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useUnits } from '../api/queries';
import { can, useActor } from '../api/session';
import type { Id } from '../api/types';
import { useLabel, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { PersonPicker, UnitPicker } from '../ui/pickers';
import { words } from '../ui/words';
import { useActivityNames } from './api';
import { ActivityPicker } from './ActivityPicker';
import { lockFault, type Lock } from './drawn';
import styles from './plans.module.css';
import { plans } from './texts';

const shownAtOnce = 40;

/** What a lock says: what, for whom. */
export function useLockWords() {
  const t = useTexts(plans);
  const label = useLabel();
  const { data: units } = useUnits();
  const { data: names } = useActivityNames('');
  return (lock: Lock) => {
    const activity = lock.activity ? label(lock.activity_name) || label(names?.find((one) => one.id === lock.activity)?.name) || t.someActivity : t.anyActivity;
    const whom = lock.person ? lock.person_name || t.somebody : lock.unit ? lock.unit_name || units?.find((one) => one.id === lock.unit)?.name || t.unitFallback : t.anybody;
    return t.aLock(activity, whom);
  };
}

function Adding({ onAdd, onClose }: { onAdd: (lock: Lock) => void; onClose: () => void }) {
  const t = useTexts(plans);
  const w = useTexts(words);
  const people = can(useActor(), 'view_people');
  const { data: units } = useUnits();
  const [kind, setKind] = useState<Lock['kind']>('lock');
  const [activity, setActivity] = useState<{ id: Id; name: string } | null>(null);
  const [person, setPerson] = useState<Id | null>(null);
  const [unit, setUnit] = useState<Id | null>(null);
  const add = () => {
    const unit_name = units?.find((one) => one.id === unit)?.name ?? '';
    onAdd({ kind, activity: activity?.id ?? null, person, unit, activity_name: { sv: activity?.name ?? '', en: activity?.name ?? '' }, unit_name, person_name: '' });
    setActivity(null);
    setPerson(null);
    setUnit(null);
  };
  const whole = kind === 'lock' ? activity !== null && (person === null) !== (unit === null) : activity !== null || person !== null || unit !== null;
  return (
    <div className={`k-stack-s ${styles.adding}`} role="group" aria-label={t.addLock}>
      <SegmentedControl size="xs" aria-label={t.lockKind} value={kind} onChange={(value) => setKind(value as Lock['kind'])} data={[{ value: 'lock', label: t.lock }, { value: 'ban', label: t.ban }]} />
      <ActivityPicker label={t.activity} value={activity?.id ?? null} onChange={(id, name) => setActivity(id === null ? null : { id, name })} />
      {people && <PersonPicker label={t.lockPerson} value={person} onChange={(id) => (setPerson(id), id !== null && setUnit(null))} />}
      <UnitPicker label={t.lockUnit} value={unit} onChange={(id) => (setUnit(id), id !== null && setPerson(null))} />
      <div className="k-row"><Button size="compact-sm" variant="default" disabled={!whole} onClick={add}>{t.addThis}</Button><Button size="compact-sm" variant="subtle" color="gray" onClick={onClose}>{w.done}</Button></div>
    </div>
  );
}

export function Locks({ locks, onChange, errors }: { locks: Lock[]; onChange: (locks: Lock[]) => void; errors?: { where: string; detail: string }[] }) {
  const t = useTexts(plans);
  const say = useLockWords();
  const [adding, setAdding] = useState(false);
  const [all, setAll] = useState(false);
  // A fault is never folded away.
  const shown = locks.map((lock, index) => ({ lock, index, fault: lockFault(errors, index) })).filter(({ index, fault }) => all || index < shownAtOnce || fault);
  return (
    <div className="k-stack-s">
      <h3>{t.locks}</h3>
      {locks.length === 0 && <p className="k-s k-mut">{t.noLocks} {t.locksHelp}</p>}
      <ul className={styles.locks}>
        {shown.map(({ lock, index, fault }) => (
          <li key={index} data-fault={fault ? true : undefined}>
            {/* What contradicts it is told by its number. */}
            <span className="k-faint k-s">{index + 1}</span>
            <span className="k-tag" data-tone={lock.kind === 'lock' ? 'good' : 'bad'}>{lock.kind === 'lock' ? t.lock : t.ban}</span>
            <span>{say(lock)}{fault && <small role="alert">{fault}</small>}</span>
            <ActionIcon size={26} aria-label={t.removeOf(say(lock))} onClick={() => onChange(locks.filter((_, at) => at !== index))}><Icon name="close" size={13} /></ActionIcon>
          </li>
        ))}
      </ul>
      {shown.length < locks.length && <Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>{t.moreLocks(locks.length - shown.length)}</Button>}
      {adding ? <Adding onAdd={(lock) => onChange([...locks, lock])} onClose={() => setAdding(false)} /> : <div><Button size="compact-sm" variant="default" leftSection={<Icon name="plus" size={14} />} onClick={() => setAdding(true)}>{t.addLock}</Button></div>}
    </div>
  );
}
