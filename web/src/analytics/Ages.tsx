// Of which age those are who can do something: sums for planning who is to learn from whom, and nothing else.
import { Button } from '@mantine/core';
import { useMemo, type ReactNode } from 'react';
import { Link } from 'react-router';
import { can, useActor } from '../api/session';
import type { AgeBand, AgeStructure, SkillAges } from '../api/types';
import { DataTable, type Columns } from '../ui/DataTable';
import { ExportMenu, useTableWays } from '../ui/ExportMenu';
import { Figure } from '../ui/Figure';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { Answered, Bones, Empty } from '../ui/states';
import styles from './analytics.module.css';
import { useAges } from './api';
import { Share } from './Roles';
import { Critical } from './Spread';
import { analytics } from './texts';

const tones = ['var(--h1)', 'var(--h2)', 'var(--h3)', 'var(--h4)', 'var(--h5)'];
const third = 1 / 3;
const oldest = 4;
const unknownBand = 5;

function useBandNames(): Record<AgeBand, string> {
  const t = useTexts(analytics);
  return { under_30: t.younger, from_30: '30–39', from_40: '40–49', from_50: '50–59', from_60: t.sixty, unknown: t.ageUnknown };
}

function Bands({ of }: { of: SkillAges }) {
  const t = useTexts(analytics);
  const f = useFormats();
  const names = Object.values(useBandNames());
  const told = of.bands.map((n, i) => `${names[i]}: ${n === -1 ? t.few : f.number(n)}`).join(', ');
  const hidden = of.able - of.bands.reduce((sum, n) => sum + Math.max(0, n), 0);
  return (
    <span className={styles.parts} role="img" aria-label={told} title={told}>
      {of.bands.map((n, i) => n > 0 && <i key={i} className={i === unknownBand ? 'k-unknown' : undefined} style={{ width: `${(n / of.able) * 100}%`, background: i === unknownBand ? undefined : tones[i] }} />)}
      {hidden > 0 && <i className="k-hidden" style={{ width: `${(hidden / of.able) * 100}%` }} />}
    </span>
  );
}

function Shown({ told }: { told: AgeStructure }) {
  const t = useTexts(analytics);
  const f = useFormats();
  const label = useLabel();
  const names = useBandNames();
  const actor = useActor();
  const shown = told.skills.filter((one) => !one.hidden);
  const columns = useMemo<Columns<SkillAges>>(
    () => [
      { id: 'skill', header: t.skill, accessorFn: (one) => label(one.name), cell: ({ row: { original: one } }) => <><Link to={to.analysedSkill(one.skill)}>{label(one.name)}</Link> {one.critical && <Critical />}</> },
      { id: 'able', header: () => <span title={t.ableHelp}>{t.able}</span>, accessorFn: (one) => (one.hidden ? -1 : one.able), cell: ({ row: { original: one } }) => (one.hidden ? <span className="k-s k-mut">{t.hidden}</span> : f.number(one.able)), meta: { numeric: true } },
      {
        id: 'old',
        header: t.sixty,
        accessorFn: (one) => one.leaving_share ?? -1,
        cell: ({ row: { original: one } }) =>
          one.leaving_share == null ? (!one.hidden && <span className="k-s k-mut">{t.few}</span>) : <span title={t.agesSays(f.number(one.bands[oldest] ?? 0), f.number(one.able), f.percent(one.leaving_share))}><Share value={one.leaving_share} low={one.leaving_share < third} /></span>,
      },
      { id: 'bands', header: t.spreadOver, enableSorting: false, cell: ({ row: { original: one } }) => !one.hidden && <Bands of={one} />, meta: { wide: true } },
    ],
    [t, f, label],
  );
  if (told.everyone[unknownBand] === told.people && told.people > 0)
    return <div className="k-card"><Empty icon="people" title={t.noAges} action={can(actor, 'import_files') && <Button component={Link} to={to.imports}>{t.toImports}</Button>}>{t.noAgesHelp}</Empty></div>;
  return (
    <>
      <div className="k-figures">
        <Figure label={t.risk} value={f.number(shown.filter((one) => (one.leaving_share ?? 0) >= third).length)}>{t.riskHelp}</Figure>
        <Figure label={t.sixty} value={told.leaving_share == null ? '–' : f.percent(told.leaving_share)}>{told.leaving_share == null ? t.sixtyUnknown : t.sixtyAll(f.percent(told.leaving_share))}</Figure>
        <Figure label={t.spreadHidden} value={f.number(told.skills.length - shown.length)}>{t.spreadHiddenHelp}</Figure>
      </div>
      <div className={styles.legend}>{told.bands.map((band, i) => <span key={band}><i className={i === unknownBand ? 'k-unknown' : undefined} style={{ background: i === unknownBand ? undefined : tones[i] }} />{names[band]}</span>)}<span><i className="k-hidden" />{t.few}</span></div>
      <div className="k-card k-flush">
        <DataTable label={t.agesTitle} rows={told.skills} columns={columns} rowKey={(one) => one.skill} empty={<Empty icon="roles" title={t.agesNone}>{t.agesNoneHelp}</Empty>} />
      </div>
    </>
  );
}

export function Ages({ tabs }: { tabs: ReactNode }) {
  const t = useTexts(analytics);
  const f = useFormats();
  const asked = useAges();
  const ways = useTableWays('/analytics/ages/export');
  const told = asked.data;
  return (
    <Page title={t.agesTitle} crumb={told && [told.name, t.people(f.number(told.people))].filter(Boolean).join(' · ')} actions={<ExportMenu ways={ways} />}>
      {tabs}
      <section className="k-card"><h2>{t.lawful}</h2><p className="k-s k-mut">{t.lawfulText}</p></section>
      <Answered asked={asked} bones={<div className="k-card"><Bones rows={10} height={18} /></div>}>{(answer) => <Shown told={answer} />}</Answered>
    </Page>
  );
}
