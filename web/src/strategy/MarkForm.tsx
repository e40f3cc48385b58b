// Who answers for a step, by when, and how it goes where Kunna cannot see it.
import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isRefusal } from '../api/client';
import type { JourneyStep, Standing } from '../api/types';
import { useTexts } from '../ui/i18n';
import { DayField, OwnerPicker } from '../ui/pickers';
import { Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { useMarkStep } from './api';
import { strategy as texts } from './texts';

export function MarkForm({ step, standing, onClose }: { step: JourneyStep; standing: Standing; onClose: () => void }) {
  const t = useTexts(texts);
  const w = useTexts(words);
  const [owner, setOwner] = useState(step.owner?.person ?? null);
  const [due, setDue] = useState(step.due ?? '');
  const [done, setDone] = useState(step.by_hand && step.state === 'done');
  const [note, setNote] = useState(step.note);
  const [link, setLink] = useState(step.link);
  const mark = useMarkStep(standing.strategy.id);
  const field = (pointer: string) => (isRefusal(mark.error) ? mark.error.field(pointer) : undefined);
  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        mark.mutate({ step: step.step, body: { owner: owner ?? undefined, due: due || undefined, done, note, link } }, { onSuccess: () => (say(t.stepSaved, { tone: 'good' }), onClose()) });
      }}
    >
      <p className="k-s k-mut">{step.by_hand ? t.byHand : t.seen}</p>
      {standing.strategy.may_change && <OwnerPicker label={t.stepOwner} known={step.owner} value={owner} onChange={setOwner} error={field('/owner')} />}
      <DayField label={t.stepDue} value={due} onChange={setDue} error={field('/due')} />
      <Textarea label={t.stepNote} autosize minRows={2} maxLength={8000} value={note} onChange={(event) => setNote(event.currentTarget.value)} error={field('/note')} />
      <TextInput label={t.stepLink} placeholder="https://" inputMode="url" value={link} onChange={(event) => setLink(event.currentTarget.value)} error={field('/link')} />
      {step.by_hand && <Checkbox label={t.stepDone} checked={done} onChange={(event) => setDone(event.currentTarget.checked)} error={field('/done')} />}
      <Refused error={mark.error} />
      <div className="k-row">
        <Button type="submit" loading={mark.isPending}>{w.save}</Button>
        <Button variant="subtle" color="gray" onClick={onClose}>{w.cancel}</Button>
      </div>
    </form>
  );
}
