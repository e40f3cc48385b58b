// The limits of a plan as they stand, for those who may not change them, or no longer.
import { useUnits } from '../api/queries';
import type { Plan } from '../api/types';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { useLockWords } from './Locks';
import styles from './plans.module.css';
import { useSayings } from './said';
import { plans } from './texts';

export function FrameFacts({ plan }: { plan: Plan }) {
  const t = useTexts(plans);
  const f = useFormats();
  const said = useSayings();
  const say = useLockWords();
  const { data: units } = useUnits();
  const { frame } = plan;
  const unit = (id: number) => units?.find((one) => one.id === id)?.name ?? t.unitFallback;
  const facts: [string, string][] = [
    [t.budget, said.whole(frame.budget, frame.currency)],
    [t.hours, t.hoursSaid(f.decimal(frame.hours))],
    [t.hoursQuarter, frame.hours_a_quarter == null ? t.free : t.hoursSaid(f.decimal(frame.hours_a_quarter))],
    [t.away, frame.away_percent == null ? t.free : `${f.decimal(frame.away_percent)} %`],
    [t.starts, f.day(frame.starts)],
    [t.quarters, f.number(frame.quarters)],
    [t.roles, t[`roles_${frame.roles}`]],
    [t.mustsFirst, frame.musts_first ? t.yes : t.no],
    [t.wishes, frame.wishes ? t.yes : t.no],
    ...(frame.hire_cost == null ? [] : [[t.hire, said.whole(frame.hire_cost, frame.currency)] as [string, string]]),
    ...(frame.reskill_hour_cost == null ? [] : [[t.reskill, said.whole(frame.reskill_hour_cost, frame.currency)] as [string, string]]),
    [t.languages, frame.languages?.length ? frame.languages.map(f.languageName).join(', ') : t.languagesAny],
    [t.places, frame.places?.length ? frame.places.join(', ') : t.placesAny],
    [t.units, frame.units?.length ? frame.units.map(unit).join(', ') : t.unitsAny],
    ...(frame.unit_budgets ?? []).map((one): [string, string] => [unit(one.unit), said.whole(one.amount, frame.currency)]),
  ];
  return (
    <section className="k-card" aria-label={t.frame}>
      <h2>{t.frame}</h2>
      {facts.map(([what, value]) => <div key={what} className="k-fact"><span>{what}</span><span>{value}</span></div>)}
      <h3 style={{ margin: '12px 0 6px' }}>{t.locks}</h3>
      {plan.locks.length === 0 && <p className="k-s k-mut">{t.noLocks}</p>}
      <ul className={styles.locks}>
        {plan.locks.slice(0, 40).map((lock, at) => <li key={at}><span className="k-faint k-s">{at + 1}</span><span className="k-tag" data-tone={lock.kind === 'lock' ? 'good' : 'bad'}>{lock.kind === 'lock' ? t.lock : t.ban}</span><span>{say(lock)}</span></li>)}
      </ul>
      {plan.locks.length > 40 && <p className="k-s k-mut">{t.moreLocks(plan.locks.length - 40)}</p>}
    </section>
  );
}
