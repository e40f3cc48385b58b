// Writes an activity, new or changed, whole; what the server refuses stands at its field.
import { ActionIcon, Button, NumberInput, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { isRefusal } from '../api/client';
import { useCatalogue, useScales } from '../api/queries';
import type { Activity, ActivityKind, Id, Text } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { DayField, SkillPicker } from '../ui/pickers';
import { Several } from '../ui/Several';
import { Refused } from '../ui/states';
import { say } from '../ui/toast';
import { activityKinds, words } from '../ui/words';
import { useActivityNames, useSaveActivity } from './api';
import { first, inputOf, type Draft } from './draft';
import styles from './learning.module.css';
import { learning } from './texts';

const taught = ['sv', 'en', 'fi', 'no', 'da', 'de', 'ar', 'pl'];

type Put = (change: Partial<Draft>) => void;
type At = (pointer: string) => string | undefined;

const Part = ({ title, children }: { title: string; children: ReactNode }) => <section className="k-card k-stack-s"><h2>{title}</h2>{children}</section>;

function useSkillNames() {
  const label = useLabel();
  const { data: catalogue } = useCatalogue();
  const { data: scales } = useScales();
  const skill = (id: Id) => catalogue?.items.find((one) => one.id === id);
  return {
    name: (id: Id) => label(skill(id)?.name),
    levels: (id: Id) => (scales?.find((one) => one.id === skill(id)?.scale)?.levels ?? []).map((one) => ({ value: String(one.level), label: `${one.level} ${label(one.name)}` })),
  };
}

const at = <T,>(list: T[], index: number, change: Partial<T>) => list.map((one, i) => (i === index ? { ...one, ...change } : one));
const without = <T,>(list: T[], index: number) => list.filter((_, i) => i !== index);

function Remove({ name, onClick }: { name: string; onClick: () => void }) {
  const t = useTexts(learning);
  return <ActionIcon aria-label={t.remove(name)} onClick={onClick} mb={4}><Icon name="trash" size={16} /></ActionIcon>;
}

function Raises({ draft, put, field }: { draft: Draft; put: Put; field: At }) {
  const t = useTexts(learning);
  const skills = useSkillNames();
  const { raises } = draft;
  return (
    <Part title={t.raisesTitle}>
      <ul className={styles.list}>
        {raises.map((raise, i) => {
          const pointer = (name: string) => field(`/raises/${i}/${name}`);
          const name = skills.name(raise.skill);
          const levels = skills.levels(raise.skill);
          return (
            <li key={raise.skill} className={styles.part} aria-label={name}>
              <b>{name}{pointer('skill') && <small role="alert">{pointer('skill')}</small>}</b>
              <Select label={t.fromLevel} allowDeselect={false} value={String(raise.from)} data={levels} onChange={(value) => put({ raises: at(raises, i, { from: Number(value) }) })} error={pointer('from')} />
              <Select label={t.toLevel} allowDeselect={false} value={String(raise.to)} data={levels} onChange={(value) => put({ raises: at(raises, i, { to: Number(value) }) })} error={pointer('to')} />
              <NumberInput label={t.probability} value={raise.percent} onChange={(percent) => put({ raises: at(raises, i, { percent }) })} error={pointer('probability')} />
              <Remove name={name} onClick={() => put({ raises: without(raises, i) })} />
            </li>
          );
        })}
      </ul>
      <SkillPicker label={t.addRaise} maw={360} value={null} without={new Set(raises.map((one) => one.skill))} onChange={(skill) => skill && put({ raises: [...raises, { skill, from: 0, to: 1, percent: 80 }] })} />
    </Part>
  );
}

function Sessions({ draft, put, field }: { draft: Draft; put: Put; field: At }) {
  const t = useTexts(learning);
  const { sessions } = draft;
  return (
    <Part title={t.sessions}>
      {sessions.length === 0 && <p className="k-mut">{t.noSessions}</p>}
      <ul className={styles.list}>
        {sessions.map((session, i) => {
          const pointer = (name: string) => field(`/sessions/${i}/${name}`);
          const change = (next: Partial<(typeof sessions)[number]>) => put({ sessions: at(sessions, i, next) });
          return (
            <li key={session.row} className={styles.part} data-session aria-label={t.session(i + 1)}>
              <DayField label={t.starts} required value={session.starts} onChange={(starts) => change({ starts, ends: session.ends && session.ends >= starts ? session.ends : starts })} error={pointer('starts')} />
              <DayField label={t.ends} required value={session.ends} onChange={(ends) => change({ ends })} error={pointer('ends')} />
              <TextInput label={t.sessionPlace} value={session.place} onChange={(event) => change({ place: event.currentTarget.value })} error={pointer('place')} />
              <NumberInput label={t.sessionSeats} allowDecimal={false} value={session.seats} onChange={(seats) => change({ seats })} error={pointer('seats')} />
              <Remove name={t.session(i + 1)} onClick={() => put({ sessions: without(sessions, i) })} />
            </li>
          );
        })}
      </ul>
      <div className="k-row"><Button variant="default" size="compact-sm" leftSection={<Icon name="plus" size={14} />} onClick={() => put({ sessions: [...sessions, { row: 1 + Math.max(0, ...sessions.map((one) => one.row)), starts: '', ends: '', place: '', seats: '' }] })}>{t.addSession}</Button></div>
    </Part>
  );
}

function Before({ draft, put, field, self }: { draft: Draft; put: Put; field: At; self: Activity | null }) {
  const t = useTexts(learning);
  const label = useLabel();
  const skills = useSkillNames();
  const [typed, setTyped] = useState('');
  const [words] = useDebouncedValue(typed, 200);
  const { data: found } = useActivityNames(words);
  // What is chosen stays an option while others are searched for.
  const [chosen, setChosen] = useState<{ id: Id; name: Text }[]>(self?.after ?? []);
  const known = [...chosen, ...(found ?? [])].filter((one, i, all) => one.id !== self?.id && all.findIndex((other) => other.id === one.id) === i);
  const { entry } = draft;
  const refused = draft.after.map((_, i) => field(`/after/${i}`)).find((error) => !!error);
  return (
    <Part title={t.before}>
      <Several label={t.after} placeholder={t.afterPick} value={draft.after} onChange={(after) => (setChosen(known.filter((one) => after.includes(one.id))), put({ after }))} onSearchChange={setTyped} options={known.map((one) => ({ value: String(one.id), label: label(one.name) }))} error={refused} />
      <ul className={styles.list}>
        {entry.map((one, i) => {
          const name = skills.name(one.skill);
          return (
            <li key={one.skill} className={styles.part} data-entry aria-label={name}>
              <b>{name}{field(`/entry/${i}/skill`) && <small role="alert">{field(`/entry/${i}/skill`)}</small>}</b>
              <Select label={t.entryLevel} allowDeselect={false} value={String(one.level)} data={skills.levels(one.skill).slice(1)} onChange={(value) => put({ entry: at(entry, i, { level: Number(value) }) })} error={field(`/entry/${i}/level`)} />
              <Remove name={name} onClick={() => put({ entry: without(entry, i) })} />
            </li>
          );
        })}
      </ul>
      <SkillPicker label={t.addEntry} maw={360} value={null} without={new Set(entry.map((one) => one.skill))} onChange={(skill) => skill && put({ entry: [...entry, { skill, level: 1 }] })} />
    </Part>
  );
}

export function ActivityForm({ activity, onClose }: { activity: Activity | null; onClose: () => void }) {
  const t = useTexts(learning);
  const w = useTexts(words);
  const f = useFormats();
  const language = useLanguage();
  const label = useLabel();
  const kinds = activityKinds[language];
  const navigate = useNavigate();
  const [draft, setDraft] = useState(() => first(activity));
  const [touched, setTouched] = useState(false);
  const save = useSaveActivity(activity);
  const put: Put = (change) => (setTouched(true), setDraft((before) => ({ ...before, ...change })));
  const field: At = (pointer) => (isRefusal(save.error) ? save.error.field(pointer) : undefined);
  const point = language === 'sv' ? ',' : '.';
  return (
    <Page title={activity ? t.editTitle : t.newTitle} crumb={activity ? label(activity.name) : t.newCrumb}>
      <form
        className="k-stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(inputOf(draft), {
            onSuccess: (saved) => {
              say(t.saved, { tone: 'good' });
              onClose();
              if (!activity) void navigate(to.activity(saved.id), { replace: true });
            },
          });
        }}
      >
        <Part title={t.about}>
          <div className={styles.two}>
            <TextInput label={t.nameSv} data-autofocus value={draft.name.sv} onChange={(event) => put({ name: { ...draft.name, sv: event.currentTarget.value } })} error={field('/name') ?? field('/name/sv')} />
            <TextInput label={t.nameEn} value={draft.name.en} onChange={(event) => put({ name: { ...draft.name, en: event.currentTarget.value } })} error={field('/name/en')} />
            <Textarea label={t.describeSv} autosize minRows={2} value={draft.description.sv} onChange={(event) => put({ description: { ...draft.description, sv: event.currentTarget.value } })} error={field('/description/sv')} />
            <Textarea label={t.describeEn} autosize minRows={2} value={draft.description.en} onChange={(event) => put({ description: { ...draft.description, en: event.currentTarget.value } })} error={field('/description/en')} />
          </div>
          <div className={styles.four}>
            <Select label={t.kind} allowDeselect={false} value={draft.kind} onChange={(kind) => kind && put({ kind: kind as ActivityKind })} data={Object.entries(kinds).map(([value, text]) => ({ value, label: text }))} />
            <Select label={t.taught} allowDeselect={false} value={draft.language} onChange={(code) => code && put({ language: code })} data={[...new Set([...taught, draft.language])].map((code) => ({ value: code, label: f.languageName(code) }))} error={field('/language')} />
            <TextInput label={t.provider} placeholder={t.providerHelp} value={draft.provider} onChange={(event) => put({ provider: event.currentTarget.value })} error={field('/provider')} />
            <TextInput label={t.where} value={draft.place} onChange={(event) => put({ place: event.currentTarget.value })} error={field('/place')} />
          </div>
          <Switch label={t.isOnline} checked={draft.online} onChange={(event) => put({ online: event.currentTarget.checked })} />
        </Part>
        <Part title={t.takes}>
          <div className={styles.four}>
            <NumberInput label={t.seatCostLabel} description={t.costHelp} decimalSeparator={point} thousandSeparator=" " value={draft.seat} onChange={(seat) => put({ seat })} error={field('/seat_cost')} />
            <NumberInput label={t.sessionCostLabel} description={t.costHelp} decimalSeparator={point} thousandSeparator=" " value={draft.session} onChange={(session) => put({ session })} error={field('/session_cost')} />
            <TextInput label={t.currency} description="SEK, EUR …" value={draft.currency} onChange={(event) => put({ currency: event.currentTarget.value.toUpperCase() })} error={field('/currency')} />
            <NumberInput label={t.hours} description={t.hoursHelp} decimalSeparator={point} value={draft.hours} onChange={(hours) => put({ hours })} error={field('/hours')} />
            <NumberInput label={t.seatsLabel} description={t.seatsHelp} allowDecimal={false} value={draft.seats} onChange={(seats) => put({ seats })} error={field('/seats')} />
            <DayField label={t.validFrom} description={'\u00a0'} value={draft.validFrom} onChange={(validFrom) => put({ validFrom })} error={field('/valid_from')} />
            <DayField label={t.validTo} description={t.validToHelp} value={draft.validTo} onChange={(validTo) => put({ validTo })} error={field('/valid_to')} />
          </div>
        </Part>
        <Raises draft={draft} put={put} field={field} />
        <Sessions draft={draft} put={put} field={field} />
        <Before draft={draft} put={put} field={field} self={activity} />
        <Refused error={save.error} />
        <div className="k-row">
          <Button type="submit" loading={save.isPending}>{t.save}</Button>
          <Button variant="subtle" color="gray" onClick={onClose}>{w.cancel}</Button>
          {touched && <span className="k-s k-faint">{t.unsaved}</span>}
        </div>
      </form>
    </Page>
  );
}
