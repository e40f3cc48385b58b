// One thing that a plan gives somebody: when, how long, at what cost, and which gaps it works towards.
import { Fragment } from 'react';
import { Link } from 'react-router';
import { useCatalogue, useScales } from '../api/queries';
import type { ItemStep, PlanItem } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { LevelBar } from '../ui/LevelBar';
import { to } from '../ui/paths';
import { activityKinds } from '../ui/words';
import { towards } from './drawn';
import { mine } from './mineTexts';
import styles from './plans.module.css';
import { useSayings } from './said';

export function ItemFacts({ item }: { item: PlanItem }) {
  const t = useTexts(mine);
  const f = useFormats();
  const said = useSayings();
  const kinds = activityKinds[useLanguage()];
  return (
    <div className={styles.facts}>
      <span>{kinds[item.kind]}</span>
      <span>{item.session ? t.when(f.day(item.starts)) : t.inQuarter(said.quarter(item.starts))}</span>
      <span>{t.hours(f.decimal(item.hours))}</span>
      <span>{item.cost > 0 ? t.costs(said.whole(item.cost, item.currency)) : t.free}</span>
    </div>
  );
}

function Step({ step, all }: { step: ItemStep; all: ItemStep[] }) {
  const t = useTexts(mine);
  const f = useFormats();
  const label = useLabel();
  const { data: catalogue } = useCatalogue();
  const { data: scales } = useScales();
  const max = scales?.find((one) => one.id === catalogue?.items.find((skill) => skill.id === step.skill)?.scale)?.max ?? 5;
  return (
    <div className={styles.step}>
      <div><Link to={to.skill(step.skill)}><b>{label(step.skill_name)}</b></Link> {t.fromTo(f.number(step.from), f.number(step.to))}</div>
      <div className={styles.levels}><LevelBar thin level={step.from} required={step.to} max={max} /><span>{t.expected(f.decimal(step.steps))}</span></div>
      <div className="k-mut">
        {t.towards}{' '}
        {all.map((one, at) => {
          const where = label(one.towards);
          return <Fragment key={at}>{at > 0 && ' · '}{one.goal ? <Link to={to.goal(one.goal)}>{where}</Link> : one.role ? <Link to={to.role(one.role)}>{where}</Link> : where}</Fragment>;
        })}
      </div>
    </div>
  );
}

export const Why = ({ item }: { item: PlanItem }) => <div>{towards(item.steps).map(({ step, all }) => <Step key={`${step.skill}.${step.from}.${step.to}`} step={{ ...step, steps: Math.max(...all.map((one) => one.steps)) }} all={all} />)}</div>;
