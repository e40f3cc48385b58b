// One skill over time, and the skills that are near it with every reason.
import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { Link, useParams } from 'react-router';
import { can, useActor } from '../api/session';
import type { AdjacentSkills, SkillLikeness, Trends } from '../api/types';
import { DataTable, type Columns } from '../ui/DataTable';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Answered, Bones, Empty } from '../ui/states';
import styles from './analytics.module.css';
import { useAdjacentSkills, useTrends } from './api';
import { ends, Reading, useCauses } from './Rising';
import { Share } from './Roles';
import { Lines, Sparkline } from './Sparkline';
import { analytics, edgeNames } from './texts';

function OverTime({ told }: { told: Trends }) {
  const t = useTexts(analytics);
  const f = useFormats();
  const label = useLabel();
  const causes = useCauses();
  const one = told.skills[0];
  if (!one || one.hidden) return <p className="k-s k-mut">{t.hidden}</p>;
  const { first, last } = ends(one);
  const rows = told.days.flatMap((day, i) => (one.points[i] ? [{ ...one.points[i], day }] : []));
  return (
    <div className="k-stack-s">
      <div className="k-row"><Reading of={one} />{one.causes && <span className={styles.causes}>{causes(one.causes)}</span>}</div>
      <Lines />
      <Sparkline big points={one.points} width={480} height={120} label={t.spark(label(one.name), f.number(first.able), f.number(last.able), f.number(last.known))} />
      {one.same && <p className="k-s k-mut" title={t.sameHelp}>{t.sameLevel} ({t.people(f.number(one.same.people))}): {t.fromTo(f.level(one.same.before), f.level(one.same.after))}</p>}
      <DataTable
        label={t.over}
        rows={rows}
        rowKey={(point) => point.day}
        sortable={false}
        columns={[
          { id: 'day', header: t.day, cell: ({ row }) => f.dayShort(row.original.day) },
          { id: 'able', header: t.ableCount, cell: ({ row: { original: point } }) => (point.hidden ? t.few : f.number(point.able)), meta: { numeric: true } },
          { id: 'known', header: t.coverage, cell: ({ row: { original: point } }) => (point.hidden ? '' : f.number(point.known)), meta: { numeric: true } },
          { id: 'mean', header: t.mean, cell: ({ row: { original: point } }) => (point.mean == null ? '' : f.level(point.mean)), meta: { numeric: true } },
        ]}
      />
    </div>
  );
}

function Near({ told }: { told: AdjacentSkills }) {
  const t = useTexts(analytics);
  const f = useFormats();
  const label = useLabel();
  const edges = edgeNames[useLanguage()];
  const columns = useMemo<Columns<SkillLikeness>>(
    () => [
      { id: 'skill', header: t.skill, cell: ({ row: { original: one } }) => <Link to={to.analysedSkill(one.skill)}>{label(one.name)}</Link> },
      { id: 'likeness', header: t.likeness, cell: ({ row: { original: one } }) => <Share value={one.likeness} low={one.likeness < 0.4} /> },
      {
        id: 'why',
        header: t.because,
        cell: ({ row: { original: one } }) => (
          <span className="k-s">
            {one.edge && <>{one.through ? <Link to={to.concept(one.through)}>{edges[one.edge]}</Link> : edges[one.edge]}{(one.same_area || one.together > 1) && ', '}</>}
            {[one.same_area && t.sameArea, one.together > 1 && t.together(f.number(one.together), f.number(one.either))].filter(Boolean).join(', ')}
          </span>
        ),
      },
    ],
    [t, f, label, edges],
  );
  return <DataTable label={t.near} rows={told.items} columns={columns} rowKey={(one) => one.skill} sortable={false} empty={<Empty icon="skills" title={t.nearNone}>{t.nearNoneHelp}</Empty>} />;
}

export function SkillAnalysisPage() {
  const t = useTexts(analytics);
  const label = useLabel();
  const may = can(useActor(), 'view_aggregates');
  const skill = Number(useParams().skill);
  const near = useAdjacentSkills(skill);
  const trends = useTrends({ skill }, may);
  const name = label(near.data?.name);
  return (
    <Page title={name ? t.onSkill(name) : ''} crumb={<Link to={to.analytics('trends')}>{t.trends}</Link>} actions={<Button variant="default" component={Link} to={to.skill(skill)}>{t.toSkill}</Button>}>
      {may && <section className="k-card"><Answered asked={trends} bones={<Bones rows={8} height={18} />}>{(told) => <OverTime told={told} />}</Answered></section>}
      <section className="k-card k-flush">
        <div style={{ padding: '16px 16px 6px' }}><h2>{t.near}</h2><p className="k-s k-mut">{t.nearHelp}</p></div>
        <Answered asked={near} bones={<div style={{ padding: 16 }}><Bones rows={8} height={18} /></div>}>{(told) => <Near told={told} />}</Answered>
      </section>
    </Page>
  );
}
