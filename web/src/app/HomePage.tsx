// The start page: the persona's own question, what waits, and the first look at the answer.
import { Button } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { Link, Navigate } from 'react-router';
import { can, hasRole, leads, useActor } from '../api/session';
import type { Guide, Home, Role } from '../api/types';
import { MyNeeds } from '../assessments/MyNeeds';
import { Overview } from '../insights/Overview';
import { TeamSummary } from '../insights/TeamSummary';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Answered, Bones } from '../ui/states';
import { useGuide, useHome } from './home';
import styles from './HomePage.module.css';
import { home, questions } from './homeTexts';

function Tasks({ tasks }: { tasks: Home['tasks'] }) {
  const t = useTexts(home);
  const f = useFormats();
  const label = useLabel();
  return (
    <section className="k-card">
      <h2>{t.tasks}</h2>
      {tasks.length === 0 && <p className="k-mut k-s">{t.noTasks}</p>}
      {tasks.map((task) => (
        <Link key={task.kind} to={task.to} className={styles.task}>
          <span>{label(task.text)}</span>
          <b>{f.number(task.count)}</b>
          <Icon name="right" size={15} />
        </Link>
      ))}
    </section>
  );
}

function GuideTeaser({ guide }: { guide: Guide }) {
  const t = useTexts(home);
  const done = guide.steps.filter((step) => step.done).length;
  return (
    <section className={`k-card ${styles.teaser}`}>
      <div className="k-grow">
        <h2>{t.guideTeaser}</h2>
        <div className="k-s k-mut">{t.guideDone(done, guide.steps.length)}</div>
      </div>
      <ol className={styles.dots} aria-hidden="true">{guide.steps.map((step) => <li key={step.key} data-done={step.done || undefined} />)}</ol>
      <Button component={Link} to={to.start}>{t.openGuide}</Button>
    </section>
  );
}

// Only the administrator's start page needs it.
const Health = lazy(() => import('../access/StatusPage').then((m) => ({ default: m.Health })));

function mainRole(roles: Role[]): Role {
  const order: Role[] = ['hr', 'learning', 'executive', 'administrator', 'auditor', 'manager'];
  return order.find((role) => roles.includes(role)) ?? 'employee';
}

// Somebody from outside has nothing here but the cases.
export const HomePage = () => (hasRole(useActor(), 'assessor') ? <Navigate to={to.myRounds} replace /> : <Start />);

function Start() {
  const t = useTexts(home);
  const language = useLanguage();
  const actor = useActor();
  const asked = useHome();
  const { data: guide } = useGuide(can(actor, 'import_files') && !actor.guide_done);
  const persona = asked.data?.persona ?? mainRole(actor.roles.map((grant) => grant.role));
  const sums = can(actor, 'view_aggregates');
  const own = actor.person != null && can(actor, 'view_own');
  const first = actor.name.split(' ')[0] ?? actor.name;
  return (
    <Page title={questions[language][persona]} crumb={[first, actor.organisation].filter(Boolean).join(' · ')} actions={sums && <Button component={Link} to={to.gap} leftSection={<Icon name="map" size={16} />}>{t.openMap}</Button>}>
      {guide && !guide.done && <GuideTeaser guide={guide} />}
      {can(actor, 'view_status') && <Suspense fallback={<div className="k-card"><Bones rows={6} /></div>}><Health /></Suspense>}
      <div className="k-two">
        <div className="k-stack">
          {persona === 'manager' && leads(actor) && <TeamSummary title={t.teamTitle} more={t.openTeam} />}
          {persona === 'employee' && own && <MyNeeds person={actor.person ?? 0} title={t.next} none={t.nextNone} more={t.openProfile} />}
          {sums && persona !== 'manager' && <Overview />}
          {can(actor, 'view_audit') && (
            <section className="k-card k-row"><p className="k-mut k-grow">{t.auditHelp}</p><Button variant="default" component={Link} to={to.audit}>{t.audit}</Button></section>
          )}
        </div>
        <div className="k-stack">
          <Answered asked={asked} bones={<div className="k-card"><Bones rows={4} /></div>}>{(answer) => <Tasks tasks={answer.tasks} />}</Answered>
          {persona !== 'employee' && own && <MyNeeds person={actor.person ?? 0} title={t.next} none={t.nextNone} more={t.openProfile} />}
        </div>
      </div>
    </Page>
  );
}
