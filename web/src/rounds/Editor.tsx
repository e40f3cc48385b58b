// Drafts a round, or changes the draft: whom, about what, who answers, from when until when.
import { Button, Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { isRefusal } from '../api/client';
import { useCatalogue, useGoals, useRoles, useUnits } from '../api/queries';
import type { Id, NewRound, Round, Voice } from '../api/types';
import { today, useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { DayField } from '../ui/pickers';
import { Several } from '../ui/Several';
import { Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { useSaveRound } from './api';
import styles from './rounds.module.css';
import { reminding, rounds, voiceNames } from './texts';

const later = (day: string, days: number) => new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

type Input = Required<NewRound>;

function first(round: Round | null): Input {
  const day = today();
  if (!round) return { name: '', units: [], roles: [], skills_from: 'profile', skills: [], goal: null, voices: ['self', 'manager'], peers: 3, opens: day, closes: later(day, 21), required: false };
  const ids = (chosen: { id: Id }[]) => chosen.map((one) => one.id);
  return { name: round.name, units: ids(round.units), roles: ids(round.roles), skills_from: round.skills_from, skills: round.skills_from === 'chosen' ? ids(round.skills) : [], goal: round.goal?.id ?? null, voices: round.voices.map((sum) => sum.voice), peers: round.peers, opens: round.opens, closes: round.closes, required: round.required };
}

export function Editor({ round, onClose, onSaved }: { round: Round | null; onClose: () => void; onSaved?: (round: Round) => void }) {
  const t = useTexts(rounds);
  const r = useTexts(reminding);
  const w = useTexts(words);
  const f = useFormats();
  const label = useLabel();
  const names = voiceNames[useLanguage()];
  const { data: units } = useUnits();
  const { data: roles } = useRoles();
  const { data: catalogue } = useCatalogue();
  const goals = (useGoals().data?.items ?? []).filter((goal) => goal.needs > 0 && goal.state !== 'dropped');
  const [input, setInput] = useState(() => first(round));
  const save = useSaveRound(round);
  const put = (change: Partial<Input>) => setInput((before) => ({ ...before, ...change }));
  const field = (pointer: string) => (isRefusal(save.error) ? save.error.field(pointer) : undefined);
  const unitOptions = useMemo(() => (units ?? []).map((unit) => ({ value: String(unit.id), label: unit.name, depth: unit.depth })), [units]);
  const roleOptions = useMemo(() => (roles ?? []).map((role) => ({ value: String(role.id), label: label(role.name) })).sort((a, b) => f.compare(a.label, b.label)), [roles, label, f]);
  const skillOptions = useMemo(() => (catalogue?.items ?? []).filter((skill) => !skill.retired).map((skill) => ({ value: String(skill.id), label: label(skill.name) })).sort((a, b) => f.compare(a.label, b.label)), [catalogue, label, f]);
  const speaks = (voice: Voice, on: boolean) => put({ voices: on ? [...input.voices, voice] : input.voices.filter((one) => one !== voice) });
  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate(input, {
          onSuccess: (saved) => {
            say(t.saved, { tone: 'good' });
            onClose();
            onSaved?.(saved);
          },
        });
      }}
    >
      <TextInput label={t.name} description={t.nameHelp} required withAsterisk={false} data-autofocus value={input.name} onChange={(event) => put({ name: event.currentTarget.value })} error={field('/name')} />
      <Several label={t.units} description={t.unitsHelp} placeholder={t.everybody} options={unitOptions} value={input.units} onChange={(chosen) => put({ units: chosen })} error={field('/units')} />
      <Several label={t.roles} description={t.rolesHelp} placeholder={t.everyRole} options={roleOptions} value={input.roles} onChange={(chosen) => put({ roles: chosen })} error={field('/roles')} />
      <div>
        <div className={styles.label} id="about-what">{t.about}</div>
        <SegmentedControl fullWidth aria-labelledby="about-what" value={input.skills_from} onChange={(value) => put({ skills_from: value as Input['skills_from'] })} data={[{ value: 'profile', label: t.fromProfile }, ...(goals.length > 0 || input.skills_from === 'goal' ? [{ value: 'goal', label: t.ofGoal }] : []), { value: 'chosen', label: t.chosenSkills }]} />
      </div>
      {input.skills_from === 'chosen' && <Several label={t.skills} options={skillOptions} placeholder={w.choose} value={input.skills} onChange={(chosen) => put({ skills: chosen })} error={field('/skills')} />}
      {input.skills_from === 'goal' && <Select label={t.goal} description={t.goalHelp} searchable placeholder={w.choose} nothingFoundMessage={w.nothingFound} data={goals.map((goal) => ({ value: String(goal.id), label: label(goal.name) }))} value={input.goal === null ? null : String(input.goal)} onChange={(goal) => put({ goal: goal === null ? null : Number(goal) })} error={field('/goal')} />}
      <Checkbox.Group label={t.who} value={input.voices} error={field('/voices')}>
        <div className="k-stack-s" style={{ marginTop: 6 }}>
          {(['self', 'manager', 'peer'] as const).map((voice) => <Checkbox key={voice} value={voice} label={names[voice]} onChange={(event) => speaks(voice, event.currentTarget.checked)} />)}
        </div>
      </Checkbox.Group>
      {input.voices.includes('peer') && (
        <div>
          <div className={styles.label} id="how-many">{t.howMany}</div>
          <SegmentedControl fullWidth aria-labelledby="how-many" value={String(input.peers)} onChange={(value) => put({ peers: Number(value) })} data={['1', '2', '3', '4', '5']} />
          <p className="k-s k-mut">{t.howManyHelp}</p>
        </div>
      )}
      <p className="k-s k-mut">{t.assessorLater}</p>
      <div className={styles.dates}>
        <DayField label={t.opens} required value={input.opens} onChange={(opens) => put({ opens })} error={field('/opens')} />
        <DayField label={t.closes} required value={input.closes} onChange={(closes) => put({ closes })} error={field('/closes')} />
      </div>
      <Checkbox label={r.requiredLabel} description={r.requiredHelp} checked={input.required ?? false} onChange={(event) => put({ required: event.currentTarget.checked })} />
      <Refused error={save.error} />
      <div className="k-row" style={{ marginTop: 8 }}>
        <Button type="submit" loading={save.isPending}>{t.save}</Button>
        <Button variant="subtle" color="gray" onClick={onClose}>{w.cancel}</Button>
      </div>
    </form>
  );
}
