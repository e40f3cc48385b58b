// A what-if kept as a scenario: its name, the day it happens, what goes along and what does not.
import { Button, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { isRefusal } from '../api/client';
import type { Day, WhatIfAssumptions } from '../api/types';
import { useLanguage, useTexts } from '../ui/i18n';
import { to } from '../ui/paths';
import { DayField } from '../ui/pickers';
import { Bones, Failure, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { useAsScenario, useKeepScenario } from './api';
import { leftOutKinds, whatIf } from './whatIfTexts';

// A what-if is of today, a scenario of some day: in a year, until somebody says another.
function inAYear(today: Day): Day {
  const [year, month] = today.split('-').map(Number);
  return `${(year ?? 0) + 1}-${String(month ?? 1).padStart(2, '0')}-01`;
}

export function KeepWhatIf({ assumed, today, reason, onClose }: { assumed: WhatIfAssumptions; today: Day; reason?: string; onClose: () => void }) {
  const t = useTexts(whatIf);
  const w = useTexts(words);
  const left = leftOutKinds[useLanguage()];
  const go = useNavigate();
  const [name, setName] = useState('');
  const [description, setDescription] = useState('');
  const [from, setFrom] = useState<Day>(() => inAYear(today));
  const asked = useAsScenario(assumed, { from, reason });
  const keep = useKeepScenario();
  const kept = asked.data;
  const field = (error: unknown, pointer: string) => (isRefusal(error) ? error.field(pointer) : undefined);
  const dayRefused = field(asked.error, '/query/from');
  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        if (!kept) return;
        keep.mutate({ name, description, base: false, assumptions: kept.assumptions }, {
          onSuccess: (scenario) => {
            say(t.keptSaid, { tone: 'good' });
            onClose();
            void go(to.scenario(scenario.id));
          },
        });
      }}
    >
      <p className="k-mut">{t.keepHelp}</p>
      <TextInput label={w.name} required withAsterisk={false} data-autofocus value={name} onChange={(event) => setName(event.currentTarget.value)} error={field(keep.error, '/name')} maxLength={100} />
      <Textarea label={w.description} autosize minRows={2} value={description} onChange={(event) => setDescription(event.currentTarget.value)} error={field(keep.error, '/description')} />
      <DayField label={t.keepFrom} description={t.keepFromHelp} value={from} min={today} onChange={setFrom} error={dayRefused} />
      {asked.error && !dayRefused ? <Failure error={asked.error} retry={() => void asked.refetch()} /> : null}
      {!kept && asked.isPending && from !== '' && <Bones rows={3} />}
      {kept && (
        <>
          <p>{kept.changes > 0 ? t.keepChanges(kept.changes) : t.keepNothing}</p>
          {kept.left_out.length > 0 && (
            <div>
              <h3>{t.leftOut}</h3>
              <ul>{kept.left_out.map((one) => <li key={one.kind} className="k-s">{left[one.kind](one.count)}</li>)}</ul>
            </div>
          )}
        </>
      )}
      <Refused error={keep.error} />
      <div className="k-row" style={{ marginTop: 8 }}>
        <Button type="submit" loading={keep.isPending} disabled={!kept || kept.changes === 0}>{w.save}</Button>
        <Button variant="subtle" color="gray" onClick={onClose}>{w.cancel}</Button>
      </div>
    </form>
  );
}
