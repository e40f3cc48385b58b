// Writes a cohort: start, place, mentor and who is in it.
import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isRefusal } from '../api/client';
import type { Cohort, CohortBoard, Day, Id } from '../api/types';
import { today } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { DayField, OwnerPicker } from '../ui/pickers';
import { Several } from '../ui/Several';
import { Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { useSaveCohort } from './api';
import { programmes } from './programmeTexts';

export function CohortForm({ programme, cohort, board, onClose }: { programme: Id; cohort: Cohort | null; board: CohortBoard; onClose: () => void }) {
  const t = useTexts(programmes);
  const w = useTexts(words);
  const label = useLabel();
  const free = board.members.filter((one) => one.cohort === cohort?.id || (one.stage === 'selected' && one.cohort == null));
  const [name, setName] = useState(cohort?.name ?? '');
  const [starts, setStarts] = useState<Day | ''>(cohort?.starts ?? today());
  const [place, setPlace] = useState(cohort?.place ?? '');
  const [mentor, setMentor] = useState<Id | null>(cohort?.mentor?.person ?? null);
  const [members, setMembers] = useState<Id[]>(free.filter((one) => !cohort || one.cohort === cohort.id).map((one) => one.id));
  const save = useSaveCohort(programme, cohort);
  const field = (pointer: string) => (isRefusal(save.error) ? save.error.field(pointer) : undefined);
  const refused = members.map((_, i) => field(`/members/${i}`)).find((one) => !!one);
  return (
    <form
      className="k-stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ name, starts: starts || '0001-01-01', place, mentor: mentor ?? undefined, members }, { onSuccess: () => (say(t.cohortSaved, { tone: 'good' }), onClose()) });
      }}
    >
      <TextInput label={t.cohortName} data-autofocus value={name} onChange={(event) => setName(event.currentTarget.value)} error={field('/name')} />
      <DayField label={t.starts} value={starts} onChange={setStarts} error={field('/starts')} />
      <TextInput label={t.place} value={place} onChange={(event) => setPlace(event.currentTarget.value)} error={field('/place')} />
      <OwnerPicker label={t.mentor} known={cohort?.mentor} value={mentor} onChange={setMentor} error={field('/mentor')} />
      <Several label={t.members} value={members} onChange={setMembers} options={free.map((one) => ({ value: String(one.id), label: `${one.name}, ${label(one.role_name)}` }))} error={refused} />
      <Refused error={save.error} />
      <div className="k-row"><Button type="submit" loading={save.isPending}>{w.save}</Button><Button variant="subtle" color="gray" onClick={onClose}>{w.cancel}</Button></div>
    </form>
  );
}
