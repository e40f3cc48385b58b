// Departments: who was asked, what they answered, and who has not been asked yet.
import { Button, Select, Textarea } from '@mantine/core';
import { useState } from 'react';
import { isRefusal } from '../api/client';
import type { Anchoring, Consultation, Id, Stance, Standing, Strategy } from '../api/types';
import { today, useFormats } from '../ui/format';
import { useLanguage, useTexts } from '../ui/i18n';
import { DayField, UnitPicker } from '../ui/pickers';
import { Side } from '../ui/Side';
import { Refused } from '../ui/states';
import { say } from '../ui/toast';
import { words } from '../ui/words';
import { useConsult, useRemoveConsultation } from './api';
import styles from './strategy.module.css';
import { stanceNames, strategy as texts } from './texts';

interface Asking {
  unit: Id;
  name: string;
  before?: Consultation;
}

function Form({ strategy, asking, onClose }: { strategy: Strategy; asking: Asking; onClose: () => void }) {
  const t = useTexts(texts);
  const w = useTexts(words);
  const stances = stanceNames[useLanguage()];
  const { before } = asking;
  const [unit, setUnit] = useState<Id | null>(asking.unit || null);
  const [asked, setAsked] = useState(before?.asked ?? today());
  const [answered, setAnswered] = useState(before?.answered ?? '');
  const [stance, setStance] = useState<Stance | null>(before?.stance ?? null);
  const [answer, setAnswer] = useState(before?.answer ?? '');
  const consult = useConsult(strategy);
  const remove = useRemoveConsultation(strategy.id);
  const field = (pointer: string) => (isRefusal(consult.error) ? consult.error.field(pointer) : undefined);
  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        if (unit) consult.mutate({ unit, body: { asked, answered: answered || undefined, stance: stance ?? undefined, answer } }, { onSuccess: () => (say(t.consultSaved, { tone: 'good' }), onClose()) });
      }}
    >
      {!asking.unit && <UnitPicker label={t.department} value={unit} onChange={setUnit} error={field('/unit')} />}
      <DayField label={t.asked} required value={asked} onChange={setAsked} error={field('/asked')} />
      <Select label={t.stance} clearable placeholder={t.notYet} value={stance} onChange={(value) => (setStance(value as Stance | null), setAnswered(value ? answered || today() : ''))} data={(['support', 'reservations', 'against'] as const).map((one) => ({ value: one, label: stances[one] }))} error={field('/stance')} />
      {stance && <DayField label={t.answeredOn} required value={answered} onChange={setAnswered} error={field('/answered')} />}
      <Textarea label={t.answerWords} autosize minRows={3} maxLength={8000} value={answer} onChange={(event) => setAnswer(event.currentTarget.value)} error={field('/answer')} />
      <Refused error={consult.error ?? remove.error} />
      <div className="k-row">
        <Button type="submit" disabled={!unit} loading={consult.isPending}>{w.save}</Button>
        <span className="k-grow" />
        {before && <Button variant="subtle" color="gray" loading={remove.isPending} onClick={() => remove.mutate(asking.unit, { onSuccess: onClose })}>{t.removeConsultation}</Button>}
      </div>
    </form>
  );
}

export function Consultations({ standing, anchoring }: { standing: Standing; anchoring: Anchoring }) {
  const t = useTexts(texts);
  const f = useFormats();
  const stances = stanceNames[useLanguage()];
  const { strategy } = standing;
  const [asking, setAsking] = useState<Asking | null>(null);
  const open = (name: string, one: Asking) => (strategy.may_change ? <button type="button" className={styles.press} onClick={() => setAsking(one)}>{name}</button> : name);
  return (
    <section className="k-card" aria-label={t.consultations}>
      <h2>{t.consultations}</h2>
      <p className="k-s k-mut">{t.consultationsHelp}</p>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={t.consultations}>
          <thead><tr><th scope="col">{t.department}</th><th scope="col">{t.asked}</th><th scope="col">{t.stance}</th><th scope="col">{t.answerWords}</th></tr></thead>
          <tbody>
            {anchoring.consultations.map((one) => (
              <tr key={one.unit}>
                <th scope="row">{open(one.unit_name, { unit: one.unit, name: one.unit_name, before: one })}</th>
                <td>{f.dayShort(one.asked)}</td>
                <td>{one.stance ? <span className="k-tag" data-tone={{ support: 'good', reservations: 'look', against: 'bad' }[one.stance]}>{stances[one.stance]}</span> : <span className="k-tag">{t.noAnswer}</span>}</td>
                <td>{one.answer}</td>
              </tr>
            ))}
            {standing.to_consult.map((one) => (
              <tr key={one.unit}><th scope="row">{open(one.name, { unit: one.unit, name: one.name })}</th><td colSpan={3}><span className="k-tag" data-tone="look">{t.notAsked}</span></td></tr>
            ))}
          </tbody>
        </table>
      </div>
      {strategy.may_change && <Button variant="default" mt={12} onClick={() => setAsking({ unit: 0, name: '' })}>{t.moreUnit}</Button>}
      <Side title={asking?.name ? t.consultTitle(asking.name) : t.moreUnit} open={asking !== null} onClose={() => setAsking(null)}>
        {asking && <Form key={asking.unit} strategy={strategy} asking={asking} onClose={() => setAsking(null)} />}
      </Side>
    </section>
  );
}
