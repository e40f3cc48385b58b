// Plan against actual: what was committed when the plan was published, what has been paid since, and a way to book it.
import { Button, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isRefusal } from '../api/client';
import { can, useActor } from '../api/session';
import type { Id, Plan } from '../api/types';
import { today, useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { DayField } from '../ui/pickers';
import { Scrolled } from '../ui/Scrolled';
import { Refused } from '../ui/states';
import { say } from '../ui/toast';
import { ActivityPicker } from './ActivityPicker';
import { useBookCost } from './api';
import { hundredths } from './drawn';
import { parts } from './partTexts';
import styles from './plans.module.css';
import { useSayings } from './said';

function Book({ plan }: { plan: Plan }) {
  const t = useTexts(parts);
  const label = useLabel();
  const [activity, setActivity] = useState<Id | null>(null);
  const [day, setDay] = useState(today());
  const [amount, setAmount] = useState<number | string>('');
  const [note, setNote] = useState('');
  const [round, setRound] = useState(0);
  const book = useBookCost(plan.row.id);
  const field = (pointer: string) => (isRefusal(book.error) ? book.error.field(pointer) : undefined);
  return (
    <form
      className="k-stack-s"
      aria-label={t.book}
      onSubmit={(event) => {
        event.preventDefault();
        book.mutate({ activity: activity ?? 0, day, amount: hundredths(amount), note }, {
          onSuccess: () => {
            say(t.booked, { tone: 'good' });
            setActivity(null);
            setAmount('');
            setNote('');
            setRound(round + 1);
          },
        });
      }}
    >
      <h3>{t.book}</h3>
      <ActivityPicker key={round} label={t.activity} value={activity} onChange={setActivity} known={plan.costs.map((one) => ({ id: one.activity, name: label(one.name) }))} error={field('/activity')} />
      <DayField label={t.day} max={today()} value={day} onChange={setDay} error={field('/day')} />
      <NumberInput label={t.amount} description={t.amountHelp} thousandSeparator=" " value={amount} onChange={setAmount} error={field('/amount')} />
      <TextInput label={t.note} value={note} onChange={(event) => setNote(event.currentTarget.value)} error={field('/note')} />
      <Refused error={book.error} />
      <div><Button type="submit" loading={book.isPending} disabled={activity === null || day === ''}>{t.bookGo}</Button></div>
    </form>
  );
}

export function Costs({ plan }: { plan: Plan }) {
  const t = useTexts(parts);
  const f = useFormats();
  const said = useSayings();
  const label = useLabel();
  const actor = useActor();
  const sum = (of: (one: Plan['costs'][number]) => number) => plan.costs.reduce((all, one) => all + of(one), 0);
  const [planned, paid] = [sum((one) => one.planned), sum((one) => one.paid)];
  const money = (amount: number) => said.whole(amount, plan.frame.currency);
  const left = (amount: number) => <span className={amount < 0 ? styles.over : undefined}>{money(amount)}</span>;
  const books = can(actor, 'make_plans') && plan.row.state === 'published';
  return (
    <div className={books ? styles.costs : undefined}>
      <div>
        <Scrolled className={styles.scroll} label={t.costsTitle}>
          <table className={styles.table} aria-label={t.costsTitle}>
            <thead><tr><th scope="col">{t.activity}</th><th scope="col" className={styles.number}>{t.costPlanned}</th><th scope="col" className={styles.number}>{t.costPaid}</th><th scope="col" className={styles.number} data-wide>{t.costLeft}</th></tr></thead>
            <tbody>
              {plan.costs.map((one) => <tr key={one.activity}><th scope="row">{label(one.name)}{one.planned === 0 && one.paid !== 0 && <small>{t.outside}</small>}{one.planned > 0 && one.paid > one.planned && <small>{t.over}</small>}</th><td className={styles.number}>{money(one.planned)}</td><td className={styles.number}>{money(one.paid)}</td><td className={styles.number} data-wide>{left(one.planned - one.paid)}</td></tr>)}
              <tr><th scope="row"><b>{t.total}</b></th><td className={styles.number}><b>{money(planned)}</b></td><td className={styles.number}><b>{money(paid)}</b></td><td className={styles.number} data-wide><b>{left(planned - paid)}</b></td></tr>
            </tbody>
          </table>
        </Scrolled>
        <div className={`k-stack-s ${styles.pad}`}>
          <h3>{t.paidList}</h3>
          {plan.paid.length === 0 && <p className="k-s k-mut">{t.noPaid}</p>}
          {plan.paid.map((one) => <div key={one.id} className="k-fact"><span>{f.dayShort(one.day)} · {label(one.name)}{one.note && ` · ${one.note}`} <span className="k-faint">{one.by}</span></span><span>{said.whole(one.amount, plan.frame.currency)}</span></div>)}
        </div>
      </div>
      {books && <Book plan={plan} />}
    </div>
  );
}
