// Where the skills sit: by place, or by units so far below the top. What sits in one place is at risk with it.
import { useCallback, useMemo, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Concentration, SkillSpread, SpreadBy, SpreadGroup } from '../api/types';
import { Choice } from '../ui/Chip';
import { DataTable, type Columns } from '../ui/DataTable';
import { ExportMenu, useTableWays } from '../ui/ExportMenu';
import { Figure } from '../ui/Figure';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Answered, Bones, Empty } from '../ui/states';
import { useIdParam, useParam } from '../ui/useParam';
import styles from './analytics.module.css';
import { useConcentration } from './api';
import { Share } from './Roles';
import { analytics } from './texts';

const tones = ['var(--fjall)', 'var(--sky)', 'var(--sun)', 'var(--plum)', 'var(--h3)', 'var(--ink-3)'];
const tone = (i: number) => tones[i % tones.length];
const oneSite = 0.8;
const mostShown = 6;
const deepestShown = 4;

export function Critical() {
  const t = useTexts(analytics);
  return <span className="k-tag" data-tone="look" title={t.criticalHelp}>{t.critical}</span>;
}

function useGroupName() {
  const t = useTexts(analytics);
  return useCallback((group?: SpreadGroup) => (!group ? '' : group.own ? t.ownUnit(group.name) : group.name || t.noPlace), [t]);
}

function Bars({ of, groups }: { of: SkillSpread; groups: SpreadGroup[] }) {
  const t = useTexts(analytics);
  const f = useFormats();
  const name = useGroupName();
  const told = groups.map((group, i) => `${name(group)}: ${of.groups[i] === -1 ? t.few : f.number(of.groups[i] ?? 0)}`).join(', ');
  const hidden = of.able - of.groups.reduce((sum, n) => sum + Math.max(0, n), 0);
  return (
    <span className={styles.parts} role="img" aria-label={told} title={told}>
      {of.groups.map((n, i) => n > 0 && <i key={i} style={{ width: `${(n / of.able) * 100}%`, background: tone(i) }} />)}
      {hidden > 0 && <i className="k-hidden" style={{ width: `${(hidden / of.able) * 100}%` }} />}
    </span>
  );
}

function Shown({ told }: { told: Concentration }) {
  const t = useTexts(analytics);
  const f = useFormats();
  const label = useLabel();
  const name = useGroupName();
  const shown = told.skills.filter((one) => !one.hidden);
  const columns = useMemo<Columns<SkillSpread>>(
    () => [
      { id: 'skill', header: t.skill, accessorFn: (one) => label(one.name), cell: ({ row: { original: one } }) => <><Link to={to.analysedSkill(one.skill)}>{label(one.name)}</Link> {one.critical && <Critical />}</> },
      { id: 'able', header: () => <span title={t.ableHelp}>{t.able}</span>, accessorFn: (one) => (one.hidden ? -1 : one.able), cell: ({ row: { original: one } }) => (one.hidden ? <span className="k-s k-mut">{t.hidden}</span> : f.number(one.able)), meta: { numeric: true } },
      {
        id: 'largest',
        header: t.largest,
        accessorFn: (one) => one.largest_share ?? -1,
        cell: ({ row: { original: one } }) => one.largest != null && one.largest_share != null && <><Share value={one.largest_share} low={one.largest_share < oneSite} /><span className="k-s k-mut">{name(told.groups[one.largest])}</span></>,
      },
      { id: 'spread', header: t.spreadOver, enableSorting: false, cell: ({ row: { original: one } }) => !one.hidden && one.able > 0 && <Bars of={one} groups={told.groups} />, meta: { wide: true } },
      { id: 'asMany', header: () => <span title={t.asManyHelp}>{t.asMany}</span>, accessorFn: (one) => one.as_many ?? -1, cell: ({ row: { original: one } }) => (one.as_many == null ? '' : t.sites(one.as_many, f.decimal(one.as_many))), meta: { numeric: true, wide: true } },
    ],
    [t, f, label, name, told.groups],
  );
  return (
    <>
      <div className="k-figures">
        <Figure label={t.oneSite} value={f.number(shown.filter((one) => (one.largest_share ?? 0) >= oneSite).length)}>{t.oneSiteHelp}</Figure>
        <Figure label={t.nobody} value={f.number(shown.filter((one) => one.able === 0).length)}>{t.nobodyHelp}</Figure>
        <Figure label={t.required} value={f.number(told.skills.length)}>{t.requiredHelp}</Figure>
        <Figure label={t.spreadHidden} value={f.number(told.skills.length - shown.length)}>{t.spreadHiddenHelp}</Figure>
      </div>
      {told.groups.length <= mostShown && (
        <div className={styles.legend}>{told.groups.map((group, i) => <span key={i}><i style={{ background: tone(i) }} />{name(group)}, {t.people(f.number(group.people))}</span>)}</div>
      )}
      <div className="k-card k-flush">
        <DataTable label={t.spreadTitle} rows={told.skills} columns={columns} rowKey={(one) => one.skill} empty={<Empty icon="roles" title={t.spreadNone}>{t.spreadNoneHelp}</Empty>} />
      </div>
      <details className="k-how"><summary>{t.how}</summary><p>{t.spreadHow}</p></details>
    </>
  );
}

export function Spread({ tabs }: { tabs: ReactNode }) {
  const t = useTexts(analytics);
  const f = useFormats();
  const [by, setBy] = useParam('by');
  const [depth, setDepth] = useIdParam('depth');
  const query = { by: by === 'place' || by === 'unit' ? (by as SpreadBy) : undefined, depth: by === 'unit' ? depth : undefined };
  const asked = useConcentration(query);
  const ways = useTableWays('/analytics/concentration/export', query);
  const told = asked.data;
  const choose = (wanted: SpreadBy, level?: number) => {
    setBy(wanted);
    setDepth(level ?? null);
  };
  const levels = Array.from({ length: Math.min(told?.deepest ?? 0, deepestShown) }, (_, i) => i + 1);
  return (
    <Page title={t.spreadTitle} crumb={told && [told.name, t.people(f.number(told.people))].filter(Boolean).join(' · ')} actions={<ExportMenu ways={ways} />}>
      {tabs}
      {told && (
        <div className="k-row k-no-print" role="group" aria-label={t.by}>
          <Choice on={told.by === 'place'} onClick={() => choose('place')}>{t.places}</Choice>
          {levels.map((level) => <Choice key={level} on={told.by === 'unit' && told.depth === level} onClick={() => choose('unit', level)}>{t.units(f.number(level))}</Choice>)}
        </div>
      )}
      <Answered asked={asked} bones={<div className="k-card"><Bones rows={10} height={18} /></div>}>{(answer) => <Shown told={answer} />}</Answered>
    </Page>
  );
}
