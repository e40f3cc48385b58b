// HR reads a person's levels for a reason that is kept and shown to the person; here it is asked for.
import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { Choice } from '../ui/Chip';
import { useTexts } from '../ui/i18n';
import { assessments } from './texts';

export function ReasonGate({ name, onReason }: { name: string; onReason: (reason: string) => void }) {
  const t = useTexts(assessments);
  const [reason, setReason] = useState('');
  return (
    <form
      className="k-card k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        onReason(reason.trim());
      }}
    >
      <h2>{t.reasonTitle}</h2>
      <p className="k-mut">{t.reasonHelp(name)}</p>
      <div className="k-row">
        {t.reasonExamples.split('|').map((one) => (
          <Choice key={one} on={reason === one} onClick={() => setReason(one)}>{one}</Choice>
        ))}
      </div>
      <Textarea aria-label={t.reason} autosize minRows={2} value={reason} onChange={(event) => setReason(event.currentTarget.value)} maxLength={300} />
      <div><Button type="submit" disabled={reason.trim().length < 3}>{t.reasonGo}</Button></div>
    </form>
  );
}
