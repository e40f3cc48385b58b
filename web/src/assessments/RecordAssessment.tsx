// Records what a person can do: a skill, the description that fits, where it was seen.
import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { isRefusal } from '../api/client';
import { useSkill } from '../api/queries';
import type { Day, Id, Source } from '../api/types';
import { today } from '../ui/format';
import { useLanguage, useTexts } from '../ui/i18n';
import { LevelChoice } from '../ui/LevelChoice';
import { DayField, SkillPicker } from '../ui/pickers';
import { Side } from '../ui/Side';
import { Bones, Refused } from '../ui/states';
import { say } from '../ui/toast';
import { sourceNames, words } from '../ui/words';
import { useRecord } from './api';
import { assessments } from './texts';

// Stated by somebody else than whoever records it, as a rule; that one may then be named, an expert must be.
const byOthers = new Set<Source>(['interview', 'test', 'certificate', 'expert']);

interface Props {
  open: boolean;
  onClose: () => void;
  person: Id;
  name: string;
  own: boolean;
  /** What the reader may state about the person, as the server says. */
  sources: Source[];
  skill: Id | null;
}

function Form({ person, own, sources: stated, skill: first, onClose }: Omit<Props, 'open'>) {
  const t = useTexts(assessments);
  const w = useTexts(words);
  const sources = sourceNames[useLanguage()];
  const [skill, setSkill] = useState<Id | null>(first);
  const [level, setLevel] = useState<number | null>(null);
  const [source, setSource] = useState<Source>(stated[0] ?? 'self');
  const [day, setDay] = useState<Day | ''>(today());
  const [expires, setExpires] = useState<Day | ''>('');
  const [note, setNote] = useState('');
  const [assessor, setAssessor] = useState('');
  const { data: chosen } = useSkill(skill);
  const record = useRecord();
  useEffect(() => {
    setLevel(null);
  }, [skill]);
  const field = (pointer: string) => (isRefusal(record.error) ? record.error.field(pointer) : undefined);
  const future = day > today();

  return (
    <form
      className="k-stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (skill === null || level === null) return;
        record.mutate(
          { person, skill, level, source, day: day || undefined, note: note.trim() || undefined, expires: source === 'certificate' && expires ? expires : undefined, assessor: byOthers.has(source) && assessor.trim() ? assessor.trim() : undefined },
          {
            onSuccess: () => {
              say(t.recordedToast, { tone: 'good' });
              onClose();
            },
          },
        );
      }}
    >
      <SkillPicker label={w.skill} required withAsterisk={false} value={skill} onChange={setSkill} error={field('/skill')} />
      {skill !== null && (chosen ? (
        <div className="k-stack-s">
          <p className="k-s k-mut">{own ? t.recordOwnHelp : t.recordHelp}</p>
          <LevelChoice label={w.level} scale={chosen.scale} anchors={chosen.anchors} value={level} onChange={setLevel} error={field('/level')} />
        </div>
      ) : (
        <Bones rows={6} height={34} />
      ))}
      {!own && <Select label={t.source} allowDeselect={false} value={source} onChange={(value) => value && setSource(value as Source)} data={stated.map((one) => ({ value: one, label: sources[one] }))} error={field('/source')} />}
      {byOthers.has(source) && <TextInput label={source === 'expert' ? t.expertName : t.assessorName} description={source === 'expert' ? undefined : t.assessorHelp} required={source === 'expert'} withAsterisk={false} value={assessor} onChange={(event) => setAssessor(event.currentTarget.value)} maxLength={200} error={field('/assessor')} />}
      <div className="k-half">
        <DayField label={w.day} value={day} onChange={setDay} max={today()} error={future ? t.futureDay : field('/day')} />
        {source === 'certificate' && <DayField label={t.expiry} value={expires} onChange={setExpires} error={field('/expires')} />}
      </div>
      <Textarea label={w.note} description={own ? undefined : t.noteHelp} autosize minRows={2} value={note} onChange={(event) => setNote(event.currentTarget.value)} maxLength={2000} error={field('/note')} />
      <Refused error={record.error} />
      <div className="k-row">
        <Button type="submit" disabled={skill === null || level === null || future} loading={record.isPending}>{t.save}</Button>
        <Button variant="subtle" color="gray" onClick={onClose}>{w.cancel}</Button>
      </div>
    </form>
  );
}

export function RecordAssessment({ open, ...rest }: Props) {
  const t = useTexts(assessments);
  return (
    <Side title={rest.own ? t.recordOwnTitle : t.recordTitle(rest.name)} open={open} onClose={rest.onClose}>
      <Form {...rest} />
    </Side>
  );
}
