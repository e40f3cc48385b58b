// Union negotiations by MBL § 11, with their minutes.
import { Button, Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isRefusal } from '../api/client';
import type { Anchoring, Negotiation, NegotiationOutcome, Standing, Strategy } from '../api/types';
import { today, useFormats } from '../ui/format';
import { useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { DayField } from '../ui/pickers';
import { Side } from '../ui/Side';
import { Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { useNegotiate, useRemoveNegotiation } from './api';
import { AddDocument, Documents } from './Documents';
import styles from './strategy.module.css';
import { outcomeNames, strategy as texts } from './texts';

function Form({ strategy, before, onClose }: { strategy: Strategy; before: Negotiation | null; onClose: () => void }) {
  const t = useTexts(texts);
  const w = useTexts(words);
  const outcomes = outcomeNames[useLanguage()];
  const [union, setUnion] = useState(before?.union_name ?? '');
  const [day, setDay] = useState(before?.day ?? today());
  const [outcome, setOutcome] = useState<NegotiationOutcome>(before?.outcome ?? 'pending');
  const [note, setNote] = useState(before?.note ?? '');
  const save = useNegotiate(strategy, before?.id ?? null);
  const remove = useRemoveNegotiation(strategy.id);
  const field = (pointer: string) => (isRefusal(save.error) ? save.error.field(pointer) : undefined);
  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ union_name: union, day, outcome, note }, { onSuccess: () => (say(t.negotiationSaved, { tone: 'good' }), onClose()) });
      }}
    >
      <TextInput label={t.union} data-autofocus value={union} onChange={(event) => setUnion(event.currentTarget.value)} error={field('/union_name')} />
      <DayField label={t.day} required value={day} onChange={setDay} error={field('/day')} />
      <Select label={t.outcome} allowDeselect={false} value={outcome} onChange={(value) => value && setOutcome(value)} data={(['pending', 'agreed', 'disagreed', 'central'] as const).map((one) => ({ value: one, label: outcomes[one] }))} />
      <Textarea label={t.note} autosize minRows={2} maxLength={8000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
      <Refused error={save.error ?? remove.error} />
      <div className="k-row">
        <Button type="submit" loading={save.isPending}>{w.save}</Button>
        <span className="k-grow" />
        {before && <Button variant="subtle" color="gray" loading={remove.isPending} onClick={() => remove.mutate(before.id, { onSuccess: onClose })}>{t.removeNegotiation}</Button>}
      </div>
    </form>
  );
}

export function Negotiations({ standing, anchoring }: { standing: Standing; anchoring: Anchoring }) {
  const t = useTexts(texts);
  const f = useFormats();
  const outcomes = outcomeNames[useLanguage()];
  const { strategy } = standing;
  const [open, setOpen] = useState<Negotiation | 'new' | null>(null);
  return (
    <section className="k-card k-stack-s" aria-label={t.negotiations}>
      <h2>{t.negotiations}</h2>
      <p className="k-s k-mut">{t.negotiationsHelp}</p>
      {anchoring.negotiations.length === 0 && <p className="k-mut">{t.noNegotiation}</p>}
      {anchoring.negotiations.map((one) => {
        const minutes = anchoring.documents.filter((document) => document.negotiation === one.id);
        return (
          <article key={one.id} className={styles.negotiation} aria-label={one.union_name}>
            <div className="k-row">
              <h3>{strategy.may_change ? <button type="button" className={styles.press} onClick={() => setOpen(one)}>{one.union_name}</button> : one.union_name}</h3>
              <span className="k-s k-mut">{f.day(one.day)}</span>
              <span className="k-tag" data-tone={{ pending: 'info', agreed: 'good', disagreed: 'look', central: 'look' }[one.outcome]}>{outcomes[one.outcome]}</span>
            </div>
            {one.note && <p className="k-s">{one.note}</p>}
            <Documents all={minutes} strategy={strategy} none={t.noMinutes} />
            {strategy.may_change && <AddDocument strategy={strategy.id} negotiation={one.id} />}
          </article>
        );
      })}
      {strategy.may_change && <div><Button variant="default" leftSection={<Icon name="plus" size={15} />} onClick={() => setOpen('new')}>{t.addNegotiation}</Button></div>}
      <Side title={t.negotiations} open={open !== null} onClose={() => setOpen(null)}>
        {open && <Form strategy={strategy} before={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
      </Side>
    </section>
  );
}
