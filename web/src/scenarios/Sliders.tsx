// The sliders: what may be otherwise, tried at once. They change a copy of the assumptions, which is saved only when asked for.
import { memo, useId } from 'react';
import type { Assumptions, Id } from '../api/types';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { RolePicker } from '../ui/pickers';
import { useHazards } from './api';
import styles from './scenarios.module.css';
import { scenarios } from './texts';

// Not drawn again with every step of a slider.
const Role = memo(RolePicker);

function Slider({ label, value, said, help, min, max, step, disabled, onChange }: { label: string; value: number; said: string; help?: string; min: number; max: number; step: number; disabled?: boolean; onChange: (value: number) => void }) {
  const id = useId();
  return (
    <div className={styles.slider}>
      <label htmlFor={id}>{label}</label>
      <output htmlFor={id}>{said}</output>
      <input id={id} type="range" min={min} max={max} step={step} value={value} disabled={disabled} aria-valuetext={said} onChange={(event) => onChange(Number(event.currentTarget.value))} />
      {help && <small>{help}</small>}
    </div>
  );
}

export function Sliders({ assumptions, onChange, role, onRole }: { assumptions: Assumptions; onChange: (assumptions: Assumptions) => void; role: Id | null; onRole: (role: Id | null) => void }) {
  const t = useTexts(scenarios);
  const f = useFormats();
  const { data: hazards } = useHazards();
  const put = (change: Partial<Assumptions>) => onChange({ ...assumptions, ...change });
  const share = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : ''}${f.decimal(Math.abs(value) * 100)} %`;
  const small = (value: number) => `${f.decimal(value * 100)} %`;
  const automated = (role && assumptions.changes?.find((one) => one.kind === 'automation' && one.role === role && !one.unit)?.amount) || 0;
  const automate = (amount: number) => {
    if (!role) return;
    const others = (assumptions.changes ?? []).filter((one) => !(one.kind === 'automation' && one.role === role && !one.unit));
    put({ changes: amount > 0 ? [...others, { kind: 'automation', role, unit: null, amount, from: null, by: null }] : others });
  };
  const own = assumptions.attrition == null;
  return (
    <section className="k-card k-stack-s" aria-label={t.sliders}>
      <h2>{t.sliders}</h2>
      <p className="k-s k-mut">{t.slidersHelp}</p>
      <Slider label={t.growth} value={assumptions.growth} said={t.aYear(share(assumptions.growth))} min={-0.2} max={0.2} step={0.005} onChange={(growth) => put({ growth })} />
      <Slider
        label={t.attrition}
        value={assumptions.attrition_factor}
        said={t.times(f.decimal(assumptions.attrition_factor))}
        help={hazards && own ? (hazards.later.few ? t.hazardFew(f.number(hazards.later.leavers), small(hazards.later.low), small(hazards.later.high)) : t.hazard(small(hazards.later.hazard), small(hazards.later.low), small(hazards.later.high))) : undefined}
        min={0}
        max={3}
        step={0.05}
        onChange={(attrition_factor) => put({ attrition_factor })}
      />
      <Slider label={t.training} value={assumptions.training} said={t.trainingShare(f.percent(assumptions.training))} help={t.trainingHelp} min={0} max={0.95} step={0.01} onChange={(training) => put({ training })} />
      <Slider label={t.automation} value={automated} said={role ? t.automationShare(f.percent(automated)) : t.chooseRoleFirst} min={0} max={1} step={0.01} disabled={!role} onChange={automate} />
      <Role aria-label={t.automationOf} placeholder={t.automationOf} value={role} onChange={onRole} size="xs" />
      <details className="k-how"><summary>{t.how}</summary><p>{t.howText}</p>{hazards && <p>{t.firstYear(f.decimal(hazards.first_year.factor), f.decimal(hazards.first_year.low), f.decimal(hazards.first_year.high))}</p>}{hazards && <p>{hazards.ages_counted > 0 ? t.ages(f.percent(hazards.ages_counted), f.number(assumptions.pension_age ?? 66)) : t.agesNone}</p>}</details>
    </section>
  );
}
