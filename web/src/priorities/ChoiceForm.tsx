// Another priority than the formula's, or deliberately none, with the reason.
import { Button, Checkbox, NumberInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { isRefusal } from '../api/client';
import type { Priority } from '../api/types';
import { useFormats } from '../ui/format';
import { useLanguage, useTexts } from '../ui/i18n';
import { Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { useChoose } from './api';
import { priorities } from './texts';

export function ChoiceForm({ of, onClose }: { of: Priority; onClose: () => void }) {
  const t = useTexts(priorities);
  const w = useTexts(words);
  const f = useFormats();
  const language = useLanguage();
  const now = of.row.choice;
  const [value, setValue] = useState<number | string>(now?.priority ?? '');
  const [notFunded, setNotFunded] = useState(now?.not_funded ?? false);
  const [because, setBecause] = useState(now?.because ?? '');
  const choose = useChoose(of.goal, of.row.need.id ?? 0);
  const field = (pointer: string) => (isRefusal(choose.error) ? choose.error.field(pointer) : undefined);
  const nothing = value === '' && !notFunded;
  const computed = of.parts.computed;
  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        choose.mutate({ priority: value === '' ? undefined : Number(value), not_funded: notFunded, because }, { onSuccess: () => (say(t.saved, { tone: 'good' }), onClose()) });
      }}
    >
      <NumberInput label={t.own} description={computed === undefined || computed === null ? t.ownUnknown : t.ownHelp(f.decimal(computed))} min={0} decimalSeparator={language === 'sv' ? ',' : '.'} disabled={notFunded} value={value} onChange={setValue} error={field('/priority')} />
      <Checkbox label={t.doNotFund} checked={notFunded} onChange={(event) => setNotFunded(event.currentTarget.checked)} />
      <Textarea label={t.because} description={t.becauseHelp} required withAsterisk={false} autosize minRows={3} value={because} onChange={(event) => setBecause(event.currentTarget.value)} error={field('/because')} />
      {nothing && <p className="k-s k-mut">{t.nothing}</p>}
      <Refused error={choose.error} />
      <div className="k-row">
        <Button type="submit" loading={choose.isPending} disabled={nothing}>{t.save}</Button>
        {now && <Button variant="default" onClick={() => choose.mutate({ not_funded: false, because: '' }, { onSuccess: () => (say(t.takenBack), onClose()) })}>{t.takeBack}</Button>}
        <Button variant="subtle" color="gray" onClick={onClose}>{w.cancel}</Button>
      </div>
    </form>
  );
}
