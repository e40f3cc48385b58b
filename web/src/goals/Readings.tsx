// What the metric was, day by day, against the even way to the target; and the next reading.
import { ActionIcon, Button, NumberInput, TextInput } from '@mantine/core';
import { useState } from 'react';
import { isRefusal } from '../api/client';
import type { Day, Goal } from '../api/types';
import { today, useFormats } from '../ui/format';
import { useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { DayField } from '../ui/pickers';
import { Refused } from '../ui/states';
import { say } from '../ui/toast';
import { useAddReading, useRemoveReading } from './api';
import styles from './goals.module.css';
import { useMeasured } from './StateTag';
import { goals } from './texts';

const width = 560;
const height = 170;
const edge = { left: 52, right: 16, top: 14, bottom: 26 };
const days = (day: Day) => Date.parse(`${day}T12:00:00Z`) / 86_400_000;

function Chart({ goal }: { goal: Goal }) {
  const t = useTexts(goals);
  const f = useFormats();
  const measured = useMeasured();
  const { row, readings } = goal;
  const read = [...readings].reverse();
  const from = Math.min(days(row.starts), ...read.map((one) => days(one.day)));
  const to = Math.max(days(row.due), ...read.map((one) => days(one.day)));
  const values = [row.baseline, row.target, ...read.map((one) => one.value)];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const x = (day: Day) => edge.left + ((days(day) - from) / (to - from || 1)) * (width - edge.left - edge.right);
  const y = (value: number) => height - edge.bottom - ((value - low) / (high - low || 1)) * (height - edge.top - edge.bottom);
  return (
    <svg className={styles.chart} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={`${t.chart}: ${read.map((one) => `${f.dayShort(one.day)} ${measured(one.value, row.measure)}`).join(', ')}`}>
      <line className={styles.axis} x1={edge.left} x2={width - edge.right} y1={height - edge.bottom} y2={height - edge.bottom} />
      <polyline className={styles.plan} points={`${x(row.starts)},${y(row.baseline)} ${x(row.due)},${y(row.target)}`} />
      <polyline className={styles.read} points={read.map((one) => `${x(one.day)},${y(one.value)}`).join(' ')} />
      {read.map((one) => <circle key={one.day} className={styles.dot} cx={x(one.day)} cy={y(one.value)} r={3.6} />)}
      <text x={edge.left - 8} y={y(row.baseline) + 4} textAnchor="end">{f.decimal(row.baseline)}</text>
      <text x={edge.left - 8} y={y(row.target) + 4} textAnchor="end">{f.decimal(row.target)}</text>
      <text x={x(row.starts)} y={height - 8}>{f.dayShort(row.starts)}</text>
      <text x={x(row.due)} y={height - 8} textAnchor="end">{f.dayShort(row.due)}</text>
    </svg>
  );
}

function Add({ goal, onDone }: { goal: Goal; onDone: () => void }) {
  const t = useTexts(goals);
  const language = useLanguage();
  const [value, setValue] = useState<number | string>('');
  const [day, setDay] = useState<Day | ''>(today());
  const [note, setNote] = useState('');
  const add = useAddReading(goal.row.id);
  const field = (pointer: string) => (isRefusal(add.error) ? add.error.field(pointer) : undefined);
  return (
    <form
      className="k-stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        if (value === '' || !day) return;
        add.mutate({ day, value: Number(value), note: note.trim() }, { onSuccess: () => (say(t.readingSaved, { tone: 'good' }), onDone()) });
      }}
    >
      <div className={styles.pair}>
        <NumberInput label={t.value} required withAsterisk={false} data-autofocus decimalSeparator={language === 'sv' ? ',' : '.'} value={value} onChange={setValue} error={field('/value')} />
        <DayField label={t.day} required value={day} max={today()} onChange={setDay} error={field('/day')} />
      </div>
      <TextInput label={t.note} value={note} onChange={(event) => setNote(event.currentTarget.value)} error={field('/note')} />
      <Refused error={add.error} />
      <div className="k-row"><Button type="submit" loading={add.isPending}>{t.reading}</Button></div>
    </form>
  );
}

export function Readings({ goal }: { goal: Goal }) {
  const t = useTexts(goals);
  const f = useFormats();
  const measured = useMeasured();
  const [adding, setAdding] = useState(false);
  const remove = useRemoveReading(goal.row.id);
  const restore = useAddReading(goal.row.id);
  return (
    <section className="k-card k-stack-s">
      <div className="k-row">
        <h2>{t.readings}</h2>
        <span className="k-grow" />
        {goal.may_report && !adding && <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>{t.addReading}</Button>}
      </div>
      {adding && <Add goal={goal} onDone={() => setAdding(false)} />}
      <Refused error={remove.error} />
      {goal.readings.length === 0 ? (
        <p className="k-mut">{t.noReadings}</p>
      ) : (
        <>
          <Chart goal={goal} />
          <div>
            {goal.readings.map((one) => (
              <div key={one.day} className={styles.reading}>
                <b>{measured(one.value, goal.row.measure)}</b>
                <span className="k-grow">{f.dayShort(one.day)}{one.note && <> · {one.note}</>}{one.by && <span className="k-mut"> {t.by(one.by)}</span>}</span>
                {goal.may_report && (
                  <ActionIcon aria-label={t.removeReading(f.dayShort(one.day))} onClick={() => remove.mutate(one.day, { onSuccess: () => say(t.readingGone, { undo: () => restore.mutate({ day: one.day, value: one.value, note: one.note }) }) })}>
                    <Icon name="trash" size={15} />
                  </ActionIcon>
                )}
              </div>
            ))}
          </div>
        </>
      )}
    </section>
  );
}
