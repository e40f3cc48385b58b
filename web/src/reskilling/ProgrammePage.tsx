// One programme: what it is, how far people have come, from which roles to which, and when it costs less than hiring.
import type { BreakEven, ProgrammeTold, Stage } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { Flow } from './Flow';
import { Frame } from './Frame';
import { stageNames } from './names';
import { programmes } from './programmeTexts';
import styles from './reskilling.module.css';

const order: (Stage | 'applied')[] = ['applied', 'selected', 'learning', 'trial', 'placed', 'left'];

function HowFar({ programme }: { programme: ProgrammeTold }) {
  const t = useTexts(programmes);
  const f = useFormats();
  const names = stageNames[useLanguage()];
  const { stages, hidden } = programme.sums;
  return (
    <section className="k-card">
      <h2>{t.howFar}</h2>
      {stages.interested === 0 ? (
        <p className="k-s k-mut">{t.nobody}</p>
      ) : (
        <>
          {stages.interested != null && <p>{t.interested(f.number(stages.interested))}</p>}
          <div>
            {order.map((stage) => (
              <div key={stage} className="k-fact" data-stage={stage}><span>{names[stage]}</span><span>{stages[stage] == null ? <span className="k-mut">{t.tooFew}</span> : f.number(stages[stage])}</span></div>
            ))}
          </div>
        </>
      )}
      {hidden && <p className="k-s k-mut">{t.hiddenHelp}</p>}
    </section>
  );
}

function Money({ name, amount, most, hire }: { name: string; amount: number; most: number; hire?: boolean }) {
  const f = useFormats();
  return (
    <>
      <span>{name}</span><i data-hire={hire || undefined} style={{ width: `${most > 0 ? (amount / most) * 100 : 0}%` }} aria-hidden="true" /><b>{f.money(Math.round(amount / 100) * 100, 'SEK')}</b>
    </>
  );
}

export function Pays({ told, hours }: { told: BreakEven; hours: number }) {
  const t = useTexts(programmes);
  const f = useFormats();
  const most = Math.max(told.reskilling, told.hiring);
  return (
    <>
      <p><b>{told.day ? t.paysDay(f.day(told.day)) : t.paysNever}</b></p>
      <div className={styles.money}>
        <Money name={t.reskilling} amount={told.reskilling} most={most} />
        <Money name={t.hiring} amount={told.hiring} most={most} hire />
      </div>
      <p className="k-s k-mut">{t.paysSum(f.number(hours))}</p>
    </>
  );
}

function Facts({ programme }: { programme: ProgrammeTold }) {
  const t = useTexts(programmes);
  const f = useFormats();
  const label = useLabel();
  const facts: [string, string][] = [
    ...programme.roles.map((role): [string, string] => [label(role.name), t.placesOf(role.headcount)]),
    [t.unit, programme.unit_name],
    [t.ready, f.day(programme.ready)],
    [t.hoursAWeek, t.aWeek(f.decimal(programme.hours_a_week))],
    [t.owner, programme.owner?.name ?? '–'],
  ];
  return (
    <section className="k-card">
      <h2>{t.facts}</h2>
      {programme.description && <p className="k-s" style={{ marginBottom: 8 }}>{programme.description}</p>}
      {facts.map(([name, value]) => <div key={name} className="k-fact"><span>{name}</span><span>{value}</span></div>)}
    </section>
  );
}

function Overview({ programme }: { programme: ProgrammeTold }) {
  const t = useTexts(programmes);
  const { sums } = programme;
  return (
    <>
      <div className="k-half">
        <Facts programme={programme} />
        <HowFar programme={programme} />
      </div>
      <div className="k-half">
        <section className="k-card k-stack-s"><h2>{t.flow}</h2><Flow flows={sums.flow} hidden={sums.flow_hidden} whole={!sums.hidden && programme.may_run} few={sums.hidden} /></section>
        <section className="k-card k-stack-s">
          <h2>{t.pays}</h2>
          {sums.break_even ? <Pays told={sums.break_even} hours={sums.hours} /> : <p className="k-s k-mut">{sums.hidden ? t.paysHidden : t.paysNone}</p>}
          <details className="k-how"><summary>{t.paysHow}</summary><code>{t.paysFormula.split('\n').map((line) => <span key={line} style={{ display: 'block' }}>{line}</span>)}</code><p>{t.paysWords}</p></details>
        </section>
      </div>
    </>
  );
}

export const ProgrammePage = () => <Frame here="overview">{(programme) => <Overview programme={programme} />}</Frame>;
