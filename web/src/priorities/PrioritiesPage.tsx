// The priority board: what the goals need, the highest first, with every part of the formula; what is not funded, and why.
import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import { can, useActor } from '../api/session';
import type { Priorities, Priority } from '../api/types';
import { ExportMenu, useTableWays } from '../ui/ExportMenu';
import { Figure } from '../ui/Figure';
import { today, useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Side } from '../ui/Side';
import { Answered, Bones, Empty } from '../ui/states';
import { words } from '../ui/words';
import { usePriorities } from './api';
import { ChoiceForm } from './ChoiceForm';
import styles from './priorities.module.css';
import { priorities } from './texts';

const monthsAgo = (months: number) => {
  const now = new Date(`${today()}T12:00:00Z`);
  now.setUTCMonth(now.getUTCMonth() - months);
  return now.toISOString().slice(0, 10);
};

function Row({ of, rank, onChoose }: { of: Priority; rank?: number; onChoose?: () => void }) {
  const t = useTexts(priorities);
  const w = useTexts(words);
  const f = useFormats();
  const label = useLabel();
  const { row, parts, standing } = of;
  const value = parts.value;
  return (
    <tr>
      {rank !== undefined && <td className={`${styles.number} ${styles.wide}`}>{f.number(rank)}</td>}
      <th scope="row">
        <Link to={to.skill(row.need.skill)}>{label(row.skill_name)}</Link> {row.need.must && <span className="k-tag">{w.must}</span>} {parts.high && <span className="k-tag" data-tone="look">{t.veryCritical}</span>}
        <small>{t.asked(f.number(row.need.headcount), f.number(row.need.level), f.dayShort(row.need.due))} · {row.role_name ? label(row.role_name) : t.everyRole}{row.unit_name && ` · ${row.unit_name}`}</small>
        <small><Link to={to.goal(of.goal)}>{label(of.goal_name)}</Link></small>
        {row.choice && <small>{row.choice.by ? t.chosen(row.choice.by) : t.chosenBy}: {row.choice.because}</small>}
      </th>
      <td>
        {standing ? <>{f.percent(standing.coverage)}<span className={styles.track}><i style={{ width: `${standing.coverage * 100}%` }} /></span></> : <span className="k-mut">{of.untold === 'outside' ? t.outside : t.few}</span>}
      </td>
      <td className={styles.wide}>
        {standing && parts.effort !== undefined && parts.effort !== null && (
          <>
            {t.formula(f.number(parts.criticality), f.percent(1 - standing.coverage), f.decimal(parts.urgency), f.decimal(parts.effort))}
            <small>{t.critical(f.number(parts.goal_weight), f.number(parts.consequence), f.number(parts.scarcity))} · {t.monthsLeft(f.number(parts.months_left))} · {standing.hours === 0 && standing.coverage < 1 ? t.assess : t.hours(f.number(standing.hours))}</small>
          </>
        )}
      </td>
      <td className={styles.number}>
        <b>{value === undefined || value === null ? '–' : f.decimal(value)}</b>
        {row.choice && parts.computed !== undefined && parts.computed !== null && <small>{t.computed(f.decimal(parts.computed))}</small>}
        {onChoose && <Button size="compact-xs" variant="subtle" onClick={onChoose} aria-label={`${t.choose}: ${label(row.skill_name)}`}>{t.choose}</Button>}
      </td>
    </tr>
  );
}

function Board({ told }: { told: Priorities }) {
  const t = useTexts(priorities);
  const f = useFormats();
  const label = useLabel();
  const session = useActor();
  const { data: before } = usePriorities(monthsAgo(3));
  const [choosing, setChoosing] = useState<Priority | null>(null);
  const mayChoose = can(session, 'edit_goals');
  const needs = told.items.length + told.not_funded.length;
  const share = (value: number | null | undefined) => (value === undefined || value === null ? '–' : f.percent(value));
  const moved = told.coverage != null && before?.coverage != null ? Math.round((told.coverage - before.coverage) * 100) : null;
  const choose = (of: Priority) => (mayChoose ? () => setChoosing(of) : undefined);
  if (needs === 0) return <div className="k-card"><Empty icon="ranked" title={t.empty} action={<Button component={Link} to={to.goals}>{t.toGoals}</Button>}>{t.emptyHelp}</Empty></div>;
  return (
    <>
      <div className="k-figures">
        <Figure label={t.coverage} value={share(told.coverage)}>{t.coverageHelp(f.number(needs))}</Figure>
        <Figure label={t.change} value={moved === null ? '–' : `${moved > 0 ? '+' : moved < 0 ? '−' : '±'}${f.number(Math.abs(moved))}`} waiting={!before}>{t.changeHelp}</Figure>
        <Figure label={t.open} value={f.number(told.items.length)}>{t.openHelp(f.number(told.items.filter((one) => one.parts.high).length))}</Figure>
        <Figure label={t.notFunded} value={f.number(told.not_funded.length)}>{t.notFundedHelp}</Figure>
      </div>
      <div className="k-two">
        <div className="k-stack">
          <div className={`k-card k-flush ${styles.scroll}`}>
            <table className={styles.table} aria-label={t.open}>
              <thead><tr><th scope="col" className={styles.wide}>{t.rank}</th><th scope="col">{t.need}</th><th scope="col">{t.covered}</th><th scope="col" className={styles.wide}>{t.parts}</th><th scope="col" className={styles.number}>{t.priority}</th></tr></thead>
              <tbody>{told.items.map((one, i) => <Row key={one.row.need.id} of={one} rank={i + 1} onChoose={choose(one)} />)}</tbody>
            </table>
          </div>
          {told.not_funded.length > 0 && (
            <section className={`k-card ${styles.scroll}`}>
              <h2>{t.notFunded}</h2>
              <table className={styles.table} aria-label={t.notFunded}>
                <thead><tr><th scope="col">{t.need}</th><th scope="col">{t.covered}</th><th scope="col" className={styles.wide}>{t.parts}</th><th scope="col" className={styles.number}>{t.priority}</th></tr></thead>
                <tbody>{told.not_funded.map((one) => <Row key={one.row.need.id} of={one} onChoose={choose(one)} />)}</tbody>
              </table>
            </section>
          )}
          <details className="k-how"><summary>{t.how}</summary><p>{t.howText}</p></details>
        </div>
        <section className="k-card">
          <h2>{t.goals}</h2>
          <p className="k-s k-mut">{t.goalsHelp}</p>
          {told.goals.map((one) => (
            <div key={one.goal} className={styles.goal}>
              <div><Link to={to.goal(one.goal)}>{label(one.name)}</Link><b>{share(one.coverage)}</b></div>
              <span className={styles.track}><i style={{ width: `${(one.coverage ?? 0) * 100}%` }} /></span>
              <span className="k-s k-mut">{t.goalNeeds(f.number(one.needs))}{one.untold > 0 && `, ${f.number(one.untold)} ${t.few}`}</span>
            </div>
          ))}
        </section>
      </div>
      <Side title={t.chooseTitle} open={choosing !== null} onClose={() => setChoosing(null)}>
        {choosing && <ChoiceForm of={choosing} onClose={() => setChoosing(null)} />}
      </Side>
    </>
  );
}

export function PrioritiesPage() {
  const t = useTexts(priorities);
  const asked = usePriorities();
  const ways = useTableWays('/priorities/export');
  return (
    <Page title={t.title} crumb={t.crumb} actions={<ExportMenu ways={ways} />}>
      <Answered asked={asked} bones={<div className="k-card"><Bones rows={10} /></div>}>{(told) => <Board told={told} />}</Answered>
    </Page>
  );
}
