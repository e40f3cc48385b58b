// The same plan unit by unit, activity by activity, quarter by quarter.
import { useState } from 'react';
import { Link } from 'react-router';
import type { ActivityPlanned, Id, PlanTold, UnitPlanned } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { to } from '../ui/paths';
import { Scrolled } from '../ui/Scrolled';
import { activityKinds } from '../ui/words';
import { openRows } from './drawn';
import { parts } from './partTexts';
import styles from './plans.module.css';
import { useSayings } from './said';

export function ByUnit({ units, currency }: { units: UnitPlanned[]; currency: string }) {
  const t = useTexts(parts);
  const f = useFormats();
  const said = useSayings();
  const budgets = units.some((one) => one.budget != null);
  const aways = units.some((one) => one.away_percent != null);
  const [toggled, setToggled] = useState<ReadonlySet<Id>>(new Set());
  const toggle = (unit: Id) => setToggled((before) => new Set(before.has(unit) ? [...before].filter((one) => one !== unit) : [...before, unit]));
  const columns = 3 + Number(budgets) + Number(aways);
  if (units.length === 0) return <p className={`k-mut ${styles.pad}`}>{t.noUnits}</p>;
  return (
    <Scrolled className={styles.scroll} label={t.units}>
      <table className={styles.table} aria-label={t.units}>
        <thead><tr><th scope="col">{t.unit}</th><th scope="col" className={styles.number}>{t.people}</th><th scope="col" className={styles.number}>{t.hours}</th><th scope="col" className={styles.number}>{t.money}</th>{budgets && <th scope="col" className={styles.number}>{t.ofBudget}</th>}{aways && <th scope="col" className={styles.number} title={t.awayOf}>{t.away}</th>}</tr></thead>
        <tbody>
          {openRows(units, toggled).map(({ row: one, parent, open }) => (
            <tr key={one.unit}>
              <th scope="row" style={{ paddingLeft: 12 + one.depth * 14 }}>
                {parent ? <button type="button" className={styles.opens} aria-expanded={open} onClick={() => toggle(one.unit)}><Icon name={open ? 'down' : 'right'} size={14} /><span>{one.name}</span></button> : one.name}
              </th>
              {one.few ? <td colSpan={columns} className={styles.mutTd} style={{ textAlign: 'right' }}>{t.few}</td> : (
                <>
                  <td className={styles.number}>{one.people == null ? '–' : f.number(one.people)}</td>
                  <td className={styles.number}>{one.hours == null ? '–' : f.number(one.hours)}</td>
                  <td className={styles.number}>{one.cost == null ? '–' : said.whole(one.cost, currency)}</td>
                  {budgets && <td className={styles.number}>{one.budget == null ? '' : said.whole(one.budget, currency)}</td>}
                  {aways && <td className={styles.number}>{one.away_percent == null ? '' : `${f.number(one.away_percent)} %`}</td>}
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

function Sessions({ one }: { one: ActivityPlanned }) {
  const t = useTexts(parts);
  const f = useFormats();
  const said = useSayings();
  return one.sessions.map((session, at) => (
    <small key={at}>
      {session.session ? f.dayShort(session.from) : `${said.quarter(session.from)}, ${t.toBeHeld}`}: {session.seats == null ? t.taken(f.number(session.taken)) : t.seats(f.number(session.taken), f.number(session.seats))}
    </small>
  ));
}

export function ByActivity({ activities, currency }: { activities: ActivityPlanned[]; currency: string }) {
  const t = useTexts(parts);
  const f = useFormats();
  const said = useSayings();
  const label = useLabel();
  const kinds = activityKinds[useLanguage()];
  if (activities.length === 0) return <p className={`k-mut ${styles.pad}`}>{t.noActivities}</p>;
  return (
    <Scrolled className={styles.scroll} label={t.activities}>
      <table className={styles.table} aria-label={t.activities}>
        <thead><tr><th scope="col">{t.activity}</th><th scope="col">{t.sessions}</th><th scope="col" className={styles.number}>{t.people}</th><th scope="col" className={styles.number} data-wide>{t.hours}</th><th scope="col" className={styles.number}>{t.money}</th></tr></thead>
        <tbody>
          {activities.map((one) => (
            <tr key={one.activity}>
              <th scope="row"><Link to={to.activity(one.activity)}>{label(one.name)}</Link><small>{kinds[one.kind]}</small></th>
              <td><Sessions one={one} /></td>
              <td className={styles.number}>{f.number(one.people)}</td>
              <td className={styles.number} data-wide>{f.number(one.hours)}</td>
              <td className={styles.number}>{said.whole(one.cost, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}

export function Quarters({ told, currency }: { told: PlanTold; currency: string }) {
  const t = useTexts(parts);
  const f = useFormats();
  const said = useSayings();
  const most = Math.max(1, ...told.quarters.map((one) => one.hours));
  return (
    <>
      <figure className={styles.strip} aria-label={t.calendarHelp}>
        {told.quarters.map((one) => (
          <div key={one.from} role="img" aria-label={t.hoursIn(f.number(one.hours), said.quarter(one.from))}>
            <b>{f.number(one.hours)}</b>
            <span style={{ height: `${(one.hours / most) * 100}%` }} />
            <small>{said.quarter(one.from)}</small>
          </div>
        ))}
      </figure>
      <Scrolled className={styles.scroll} label={t.calendar}>
        <table className={styles.table} aria-label={t.calendar}>
          <thead><tr><th scope="col">{t.quarter}</th><th scope="col" className={styles.number}>{t.items}</th><th scope="col" className={styles.number}>{t.people}</th><th scope="col" className={styles.number}>{t.hours}</th><th scope="col" className={styles.number}>{t.money}</th></tr></thead>
          <tbody>{told.quarters.map((one) => <tr key={one.from}><th scope="row">{said.quarter(one.from)}</th><td className={styles.number}>{f.number(one.items)}</td><td className={styles.number}>{f.number(one.people)}</td><td className={styles.number}>{f.number(one.hours)}</td><td className={styles.number}>{said.whole(one.cost, currency)}</td></tr>)}</tbody>
        </table>
      </Scrolled>
    </>
  );
}
