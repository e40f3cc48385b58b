// The strategy as a document: what a management team reads, prints and signs; and, shorter, what everybody reads.
import type { ReactNode } from 'react';
import type { Written } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { useRanked } from './api';
import { LogTable } from './LogPage';
import { QuestionRow } from './QuestionRow';
import styles from './strategy.module.css';
import { outcomeNames, stanceNames, strategy as texts } from './texts';

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={styles.part}><h2>{title}</h2>{children}</section>
);

function Goals({ written }: { written: Written }) {
  const t = useTexts(texts);
  const f = useFormats();
  const label = useLabel();
  if (written.goals.length === 0) return <p className="k-mut">{t.noGoals}</p>;
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={t.goalsTitle}>
        <thead><tr><th scope="col">{t.goalsTitle}</th><th scope="col">{t.metric}</th><th scope="col" className={styles.number}>{t.from}</th><th scope="col" className={styles.number}>{t.until}</th><th scope="col">{t.by}</th><th scope="col">{t.responsibleShort}</th></tr></thead>
        <tbody>
          {written.goals.map((goal) => (
            <tr key={goal.id}><th scope="row" style={{ paddingLeft: 12 + goal.depth * 14 }}>{label(goal.name)}</th><td>{label(goal.metric)}</td><td className={styles.number}>{f.decimal(goal.baseline)} {label(goal.measure)}</td><td className={styles.number}>{f.decimal(goal.target)} {label(goal.measure)}</td><td>{f.dayShort(goal.due)}</td><td>{goal.owner.name}</td></tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Needs({ written }: { written: Written }) {
  const t = useTexts(texts);
  const f = useFormats();
  const label = useLabel();
  if (written.needs.length === 0) return <p className="k-mut">{t.noNeeds}</p>;
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={t.needsTitle}>
        <thead><tr><th scope="col">{t.skill}</th><th scope="col">{t.where}</th><th scope="col" className={styles.number}>{t.level}</th><th scope="col" className={styles.number}>{t.headcount}</th><th scope="col">{t.by}</th></tr></thead>
        <tbody>
          {written.needs.map((need, i) => (
            <tr key={i}><th scope="row">{label(need.skill)}<span>{label(need.goal)}</span></th><td>{[label(need.role), need.unit].filter(Boolean).join(' · ') || '–'}</td><td className={styles.number}>{need.level}</td><td className={styles.number}>{f.number(need.headcount)}</td><td>{f.dayShort(need.due)}</td></tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const mostRanked = 10;

// The needs that come first, and what is deliberately not funded.
function Ranked() {
  const t = useTexts(texts);
  const f = useFormats();
  const label = useLabel();
  const { data } = useRanked();
  if (!data || data.items.length === 0) return null;
  return (
    <Part title={t.prioritiesTitle}>
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={t.prioritiesTitle}>
          <thead><tr><th scope="col">{t.skill}</th><th scope="col" className={styles.number}>{t.coverage}</th><th scope="col" className={styles.number}>{t.priority}</th></tr></thead>
          <tbody>
            {data.items.slice(0, mostRanked).map((one) => (
              <tr key={one.row.need.id}><th scope="row">{[label(one.row.skill_name), label(one.row.role_name)].filter(Boolean).join(', ')}<span>{label(one.goal_name)}</span></th><td className={styles.number}>{one.standing ? f.percent(one.standing.coverage) : '–'}</td><td className={styles.number}>{one.parts.value != null ? f.decimal(one.parts.value) : '–'}</td></tr>
            ))}
          </tbody>
        </table>
      </div>
      {data.not_funded.length > 0 && <p>{t.notFunded}: {data.not_funded.map((one) => label(one.row.skill_name)).join(', ')}</p>}
    </Part>
  );
}

function Anchored({ written }: { written: Written }) {
  const t = useTexts(texts);
  const f = useFormats();
  const language = useLanguage();
  const { strategy, anchoring } = written;
  return (
    <>
      {strategy.decided && <div className="k-fact"><span>{t.decision}</span><span>{strategy.decided_by}, {f.day(strategy.decided)}</span></div>}
      {anchoring.consultations.map((one) => <div key={one.unit} className="k-fact"><span>{one.unit_name}</span><span>{[one.answered ? f.day(one.answered) : t.noAnswer, one.stance && stanceNames[language][one.stance], one.answer].filter(Boolean).join(' · ')}</span></div>)}
      {anchoring.negotiations.map((one) => <div key={one.id} className="k-fact"><span>MBL § 11, {one.union_name}</span><span>{[f.day(one.day), outcomeNames[language][one.outcome], one.note].filter(Boolean).join(' · ')}</span></div>)}
    </>
  );
}

function Signatures({ written }: { written: Written }) {
  const t = useTexts(texts);
  const { owner, sponsor } = written.strategy;
  return (
    <div className={styles.signatures}>
      {[[t.sponsor, sponsor?.name], [t.owner, owner?.name], ['', '']].map(([role, name], i) => (
        <div key={i}><div className={styles.signLine} /><b>{name || t.signName}</b><span>{role || ' '}</span><span>{t.signPlace}: ____________________</span></div>
      ))}
    </div>
  );
}

export function Sheet({ written }: { written: Written }) {
  const t = useTexts(texts);
  const f = useFormats();
  const label = useLabel();
  const { strategy } = written;
  return (
    <article className={`k-card ${styles.sheet}`}>
      <header>
        <h2 className={styles.sheetTitle}>{label(strategy.name)}</h2>
        <p className="k-mut">{t.period(f.day(strategy.starts), f.day(strategy.ends))} · {t.ownedBy(strategy.owner?.name ?? t.nobody, strategy.sponsor?.name ?? t.nobody)}</p>
      </header>
      <Part title={t.aimTitle}><p className={styles.prose}>{strategy.aim || t.noAim}</p></Part>
      <Part title={t.goalsTitle}><Goals written={written} /></Part>
      <Part title={t.needsTitle}><Needs written={written} /></Part>
      {(strategy.years.length > 0 || strategy.principles) && <Part title={t.years}>
        {strategy.years.map((one) => <div key={one.year} className="k-fact"><span>{one.year}</span><span>{t.money(f.number(one.budget))} · {f.number(one.hours)} h</span></div>)}
        {strategy.principles && <p className={styles.prose}>{strategy.principles}</p>}
      </Part>}
      {strategy.communication && <Part title={t.communication}><p className={styles.prose}>{strategy.communication}</p></Part>}
      <Part title={t.anchoringShort}><Anchored written={written} /></Part>
      {written.whole && <Ranked />}
      {written.readiness && <Part title={t.readiness}>{written.readiness.questions.map((one) => <QuestionRow key={one.question} score={one} />)}</Part>}
      {strategy.override && <Part title={t.overrideShort}><p className="k-s k-mut">{t.overriddenBy(strategy.override.by, f.instant(strategy.override.at))}</p><p className={styles.prose}>{strategy.override.why}</p></Part>}
      {written.whole && <Part title={t.logTab}><LogTable entries={written.log} /></Part>}
      {written.whole && <Part title={t.sign}><Signatures written={written} /></Part>}
    </article>
  );
}
