// The limits of a plan, left on the bench: changed here, they hold from the next solution on.
import { ActionIcon, Checkbox, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import { usePlaces } from '../api/finding';
import { useUnits } from '../api/queries';
import type { Id, PlanFrame } from '../api/types';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { DayField, UnitPicker } from '../ui/pickers';
import { Several } from '../ui/Several';
import { hundredths, kronor, maybe, sliderTop } from './drawn';
import { Locks } from './Locks';
import styles from './plans.module.css';
import { useSayings } from './said';
import { plans } from './texts';

const taught = ['sv', 'en', 'fi', 'no', 'da', 'de', 'ar', 'pl'];

interface Given {
  name: string;
  frame: PlanFrame;
  put: (change: { name?: string; frame?: Partial<PlanFrame> }) => void;
  /** What the server said of a field, by its pointer. */
  field: (pointer: string) => string | undefined;
  errors?: { where: string; detail: string }[];
}

function Slider({ label, value, said, min, max, step, help, error, onChange, children }: { label: string; value: number; said: string; min: number; max: number; step: number; help?: ReactNode; error?: string; onChange: (value: number) => void; children: ReactNode }) {
  const id = useId();
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>{label}</label>
      <input id={id} type="range" min={min} max={max} step={step} value={Math.min(max, Math.max(min, value))} aria-valuetext={said} onChange={(event) => onChange(Number(event.currentTarget.value))} />
      <div>{children}{help && <small>{help}</small>}</div>
      {error && <small role="alert" className={styles.fault}>{error}</small>}
    </div>
  );
}

function UnitBudgets({ frame, put, field }: Pick<Given, 'frame' | 'put' | 'field'>) {
  const t = useTexts(plans);
  const { data: units } = useUnits();
  const all = frame.unit_budgets ?? [];
  const change = (unit_budgets: PlanFrame['unit_budgets']) => put({ frame: { unit_budgets } });
  return (
    <div className="k-stack-s">
      <h3>{t.unitBudgets}</h3>
      {all.map((one, at) => {
        const name = units?.find((unit) => unit.id === one.unit)?.name ?? t.unitFallback;
        return (
          <div key={one.unit} className={styles.unitBudget}>
            <NumberInput label={name} aria-label={t.amountOf(name)} thousandSeparator=" " value={kronor(one.amount)} onChange={(amount) => change(all.map((other, i) => (i === at ? { ...other, amount: hundredths(amount) } : other)))} error={field(`/frame/unit_budgets/${at}/amount`) ?? field(`/frame/unit_budgets/${at}/unit`)} />
            <ActionIcon aria-label={t.removeOf(t.amountOf(name))} onClick={() => change(all.filter((_, i) => i !== at))}><Icon name="trash" size={15} /></ActionIcon>
          </div>
        );
      })}
      <UnitPicker aria-label={t.addUnitBudget} placeholder={t.addUnitBudget} size="xs" value={null} onChange={(unit) => unit !== null && !all.some((one) => one.unit === unit) && change([...all, { unit, amount: 0 }])} />
    </div>
  );
}

function More({ frame, put, field, errors, name }: Given) {
  const t = useTexts(plans);
  const f = useFormats();
  const { data: units } = useUnits();
  const places = usePlaces();
  const set = (change: Partial<PlanFrame>) => put({ frame: change });
  return (
    <div className="k-stack-s">
      <TextInput label={t.nameOfPlan} value={name} onChange={(event) => put({ name: event.currentTarget.value })} error={field('/name')} />
      <div className={styles.pair}>
        <DayField label={t.starts} value={frame.starts} onChange={(starts) => starts && set({ starts })} error={field('/frame/starts')} />
        <NumberInput label={t.quarters} min={1} max={8} clampBehavior="none" allowDecimal={false} value={frame.quarters} onChange={(quarters) => set({ quarters: Number(quarters) })} error={field('/frame/quarters')} />
      </div>
      <NumberInput label={t.hoursQuarter} description={t.optional} value={frame.hours_a_quarter ?? ''} onChange={(hours) => set({ hours_a_quarter: maybe(hours) })} error={field('/frame/hours_a_quarter')} />
      <NumberInput label={t.away} description={t.awayHelp} suffix=" %" value={frame.away_percent ?? ''} onChange={(share) => set({ away_percent: maybe(share) })} error={field('/frame/away_percent')} />
      <Select label={t.roles} allowDeselect={false} value={frame.roles} onChange={(roles) => roles && set({ roles: roles as PlanFrame['roles'] })} data={(['none', 'musts', 'all'] as const).map((value) => ({ value, label: t[`roles_${value}`] }))} />
      <Checkbox label={t.mustsFirst} checked={frame.musts_first} onChange={(event) => set({ musts_first: event.currentTarget.checked })} />
      <Checkbox label={t.wishes} checked={frame.wishes} onChange={(event) => set({ wishes: event.currentTarget.checked })} />
      <NumberInput label={t.hire} description={t.hireHelp} thousandSeparator=" " value={kronor(frame.hire_cost)} onChange={(cost) => set({ hire_cost: cost === '' ? null : hundredths(cost) })} error={field('/frame/hire_cost')} />
      <NumberInput label={t.reskill} description={t.reskillHelp} thousandSeparator=" " value={kronor(frame.reskill_hour_cost)} onChange={(cost) => set({ reskill_hour_cost: cost === '' ? null : hundredths(cost) })} error={field('/frame/reskill_hour_cost')} />
      <MultiSelect label={t.languages} placeholder={(frame.languages ?? []).length === 0 ? t.languagesAny : undefined} clearable value={frame.languages ?? []} onChange={(languages) => set({ languages })} data={[...new Set([...taught, ...(frame.languages ?? [])])].map((value) => ({ value, label: f.languageName(value) }))} />
      {(places.length > 0 || (frame.places ?? []).length > 0) && <MultiSelect label={t.places} description={t.placesHelp} placeholder={(frame.places ?? []).length === 0 ? t.placesAny : undefined} searchable clearable value={frame.places ?? []} onChange={(chosen) => set({ places: chosen })} data={[...new Set([...places, ...(frame.places ?? [])])]} />}
      <Several label={t.units} placeholder={t.unitsAny} value={(frame.units ?? []) as Id[]} onChange={(chosen) => set({ units: chosen })} options={(units ?? []).map((unit) => ({ value: String(unit.id), label: unit.name, depth: unit.depth }))} error={field('/frame/units') ?? (frame.units ?? []).map((_, i) => field(`/frame/units/${i}`)).find((one) => !!one)} />
      <UnitBudgets frame={frame} put={put} field={field} />
      <Locks locks={frame.locks ?? []} onChange={(locks) => set({ locks })} errors={errors} />
    </div>
  );
}

export function FrameForm(given: Given & { used?: number; children?: ReactNode }) {
  const { frame, put, field, errors, used, children } = given;
  const t = useTexts(plans);
  const f = useFormats();
  const said = useSayings();
  const inside = (errors ?? []).some(({ where }) => !/^\/frame\/(budget|hours)$/.test(where));
  const binds = used === undefined ? undefined : frame.budget - used < frame.budget * 0.002 ? t.binds : t.left(said.short(frame.budget - used, frame.currency));
  return (
    <section className="k-card k-stack-s" aria-label={t.frame}>
      <h2>{t.frame}</h2>
      <Slider label={t.budget} value={frame.budget} said={said.whole(frame.budget, frame.currency)} min={0} max={sliderTop(frame.budget)} step={100_000_00} onChange={(budget) => put({ frame: { budget } })} error={field('/frame/budget')} help={binds}>
        <NumberInput aria-label={t.budgetField} size="xs" thousandSeparator=" " suffix={frame.currency === 'SEK' ? ' kr' : ` ${frame.currency}`} value={kronor(frame.budget)} onChange={(typed) => put({ frame: { budget: hundredths(typed) } })} error={!!field('/frame/budget')} />
      </Slider>
      <Slider label={t.hours} value={frame.hours} said={t.hoursSaid(f.decimal(frame.hours))} min={0} max={Math.max(384, frame.hours)} step={4} onChange={(hours) => put({ frame: { hours } })} error={field('/frame/hours')} help={t.hoursHelp}>
        <NumberInput aria-label={t.hours} size="xs" suffix=" h" value={frame.hours} onChange={(typed) => put({ frame: { hours: Number(typed) } })} error={!!field('/frame/hours')} />
      </Slider>
      <details className={styles.more} open={inside || undefined}><summary>{t.moreFrame}{(frame.locks ?? []).length > 0 && <span className="k-faint"> · {t.locks.toLowerCase()} {f.number((frame.locks ?? []).length)}</span>}</summary><More {...given} /></details>
      {children}
    </section>
  );
}
