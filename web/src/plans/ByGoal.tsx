// The plan goal by goal, then by what roles require; each opens to its needs.
import { Button } from '@mantine/core';
import { Fragment, useState } from 'react';
import { Link } from 'react-router';
import { can, useActor } from '../api/session';
import type { GoalPlanned, NeedPlanned } from '../api/types';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { to } from '../ui/paths';
import { Scrolled } from '../ui/Scrolled';
import { Empty } from '../ui/states';
import { parts } from './partTexts';
import styles from './plans.module.css';
import { useSayings } from './said';
import { Share } from './Share';

const named = 3;

function Reskilled({ need }: { need: NeedPlanned }) {
  const t = useTexts(parts);
  const f = useFormats();
  const may = can(useActor(), 'run_programmes');
  if (!need.reskilled) return null;
  return <small>{t.reskilled(f.number(need.reskilled))}{may && need.role && <> · <Link to={to.newProgramme(need.role, need.reskilled)}>{t.makeProgramme}</Link></>}</small>;
}

function Needs({ goal }: { goal: GoalPlanned }) {
  const t = useTexts(parts);
  const f = useFormats();
  const said = useSayings();
  const label = useLabel();
  return (
    <>
      <table className={styles.table} aria-label={label(goal.name)}>
        <thead><tr><th scope="col">{t.need}</th><th scope="col" className={styles.number}>{t.lacking}</th><th scope="col" className={styles.number} data-wide>{t.open}</th><th scope="col" className={styles.number}>{t.planned}</th><th scope="col" className={styles.number}>{t.closes}</th></tr></thead>
        <tbody>
          {goal.needs.map((need, at) => (
            <tr key={`${need.need ?? ''}.${need.skill}.${need.level}.${at}`}>
              <th scope="row"><Link to={to.skill(need.skill)}>{t.level(label(need.skill_name), f.number(need.level))}</Link> {need.must && <span className="k-tag" data-tone="look">{t.must}</span>}{need.hired > 0 && <small>{t.hired(f.number(need.hired))}</small>}<Reskilled need={need} /></th>
              {need.few ? <td colSpan={4} className={styles.mutTd}>{t.few}</td> : (
                <>
                  <td className={styles.number}>{need.lacking == null ? '–' : f.number(need.lacking)}</td>
                  <td className={styles.number} data-wide>{need.open == null ? '–' : f.level(need.open)}</td>
                  <td className={styles.number}>{f.number(need.people)}</td>
                  <td className={styles.number}>{need.closed == null ? '–' : <Share share={need.closed} label={said.share(need.closed)} />}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="k-s" style={{ marginTop: 8 }}>{goal.goal ? <Link to={to.goal(goal.goal)}>{t.goalGo}</Link> : goal.role ? <Link to={to.role(goal.role)}>{t.roleGo}</Link> : null}</p>
    </>
  );
}

function Row({ goal, currency }: { goal: GoalPlanned; currency: string }) {
  const t = useTexts(parts);
  const f = useFormats();
  const said = useSayings();
  const label = useLabel();
  const [open, setOpen] = useState(false);
  const names = goal.activities.slice(0, named).map((one) => label(one.name)).join(' · ');
  const rest = goal.activities.length - named;
  return (
    <>
      <tr>
        <th scope="row"><button type="button" className={styles.opens} aria-expanded={open} onClick={() => setOpen(!open)}><Icon name={open ? 'down' : 'right'} size={14} /><span>{label(goal.name)}</span></button></th>
        <td className={styles.mutTd} data-wide>{names || <span className="k-faint">{t.nothing}</span>}{rest > 0 && ` ${t.more(rest)}`}</td>
        {goal.few ? <td colSpan={4} className={styles.mutTd}>{t.few}</td> : (
          <>
            <td className={styles.number}>{f.number(goal.people)}</td>
            <td className={styles.number} data-wide>{f.number(goal.hours)}</td>
            <td className={styles.number} data-wide>{said.whole(goal.cost, currency)}</td>
            <td className={styles.number}>{goal.closed == null ? <span className="k-faint">{t.few}</span> : <Share share={goal.closed} label={said.share(goal.closed)} />}</td>
          </>
        )}
      </tr>
      {open && <tr className={styles.needs}><td colSpan={6}><Needs goal={goal} /></td></tr>}
    </>
  );
}

export function ByGoal({ goals, currency }: { goals: GoalPlanned[]; currency: string }) {
  const t = useTexts(parts);
  const [all, setAll] = useState(false);
  const ofRoles = goals.filter((one) => one.goal == null);
  // Roles that are given nothing are many, and say little each.
  const busy = ofRoles.filter((one) => one.activities.length > 0);
  const groups = [goals.filter((one) => one.goal != null), all ? ofRoles : busy];
  if (goals.length === 0) return <Empty icon="goal" title={t.noGoals}>{t.noGoalsHelp}</Empty>;
  return (
    <Scrolled className={styles.scroll} label={t.goals}>
      <table className={`${styles.table} ${styles.goals}`} aria-label={t.goals}>
        <thead><tr><th scope="col">{t.goal}</th><th scope="col" data-wide>{t.biggest}</th><th scope="col" className={styles.number}>{t.people}</th><th scope="col" className={styles.number} data-wide>{t.hours}</th><th scope="col" className={styles.number} data-wide>{t.money}</th><th scope="col" className={styles.number}>{t.closes}</th></tr></thead>
        <tbody>
          {groups.map((group, at) => (
            <Fragment key={at}>
              {at === 1 && group.length > 0 && <tr data-group><th scope="colgroup" colSpan={6}>{t.ofRoles}</th></tr>}
              {group.map((goal) => <Row key={`${goal.goal ?? 'r'}.${goal.role ?? ''}`} goal={goal} currency={currency} />)}
            </Fragment>
          ))}
        </tbody>
      </table>
      {!all && busy.length < ofRoles.length && <div style={{ padding: 12 }}><Button size="compact-sm" variant="subtle" onClick={() => setAll(true)}>{t.idleRoles(ofRoles.length - busy.length)}</Button></div>}
    </Scrolled>
  );
}
