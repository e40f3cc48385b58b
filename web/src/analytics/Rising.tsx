// What rises and what falls, quarter by quarter: how many are able, how many are assessed, and what the change stems
// from.
import { useCallback, useMemo, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { SkillTrend, TrendCauses, TrendPoint, Trends } from '../api/types';
import { Choice } from '../ui/Chip';
import { DataTable, type Columns } from '../ui/DataTable';
import { ExportMenu, useTableWays } from '../ui/ExportMenu';
import { Figure } from '../ui/Figure';
import { useFormats } from '../ui/format';
import { useLabel, useLanguage, useTexts } from '../ui/i18n';
import { Page } from '../ui/Page';
import { to } from '../ui/paths';
import { UnitPicker } from '../ui/pickers';
import { Answered, Bones, Empty } from '../ui/states';
import { useIdParam } from '../ui/useParam';
import { words } from '../ui/words';
import styles from './analytics.module.css';
import { useTrends } from './api';
import { Lines, Sparkline } from './Sparkline';
import { Critical } from './Spread';
import { analytics, readingNames } from './texts';

const tones = { learnt: 'good', assessed: 'info', lost: 'bad', faded: 'look', mixed: undefined, steady: undefined } as const;

const none: TrendPoint = { hidden: true, able: 0, uncertain: 0, known: 0 };
/** The first day and the last. */
export const ends = (of: SkillTrend) => ({ first: of.points[0] ?? none, last: of.points[of.points.length - 1] ?? none });

/** What moved the number, in a line: "+6 bedömdes för första gången, −2 slutade". */
export function useCauses() {
  const t = useTexts(analytics);
  const f = useFormats();
  return useCallback(
    (by: TrendCauses): string => {
      const signed = (n: number) => `${n > 0 ? '+' : '−'}${f.number(Math.abs(n))}`;
      const named: [number | null | undefined, string][] = [[by.first, t.first], [by.restated, t.restated], [by.aged, t.aged], [by.came, t.came], [by.left, t.left], [by.others, t.others]];
      return named.flatMap(([n, said]) => (n ? [`${signed(n)} ${said}`] : [])).join(', ');
    },
    [t, f],
  );
}

export function Reading({ of }: { of: SkillTrend }) {
  const names = readingNames[useLanguage()];
  return <span className="k-tag" data-tone={tones[of.reading]}>{names[of.reading]}</span>;
}

function List({ title, rows }: { title: string; rows: SkillTrend[] }) {
  const t = useTexts(analytics);
  const f = useFormats();
  const label = useLabel();
  const causes = useCauses();
  const columns = useMemo<Columns<SkillTrend>>(
    () => [
      { id: 'skill', header: t.skill, cell: ({ row: { original: one } }) => <><Link to={to.analysedSkill(one.skill)}>{label(one.name)}</Link> {one.critical && <Critical />}</> },
      {
        id: 'over',
        header: t.over,
        cell: ({ row: { original: one } }) => <Sparkline points={one.points} label={t.spark(label(one.name), f.number(ends(one).first.able), f.number(ends(one).last.able), f.number(ends(one).last.known))} />,
        meta: { wide: true },
      },
      { id: 'able', header: () => <span title={t.ableHelp}>{t.ableCount}</span>, cell: ({ row: { original: one } }) => <b className={styles.span}>{t.fromTo(f.number(ends(one).first.able), f.number(ends(one).last.able))}</b>, meta: { numeric: true } },
      { id: 'known', header: t.coverage, cell: ({ row: { original: one } }) => <span className={styles.span}>{t.fromTo(f.number(ends(one).first.known), f.number(ends(one).last.known))}</span>, meta: { numeric: true, wide: true } },
      { id: 'same', header: () => <span title={t.sameHelp}>{t.sameLevel}</span>, cell: ({ row: { original: one } }) => one.same && <span title={t.people(f.number(one.same.people))}>{t.fromTo(f.level(one.same.before), f.level(one.same.after))}</span>, meta: { numeric: true, wide: true } },
      { id: 'why', header: t.why, cell: ({ row: { original: one } }) => <><Reading of={one} />{one.causes && <div className={styles.causes}>{causes(one.causes)}</div>}</> },
    ],
    [t, f, label, causes],
  );
  return (
    <section className="k-card k-flush">
      <h2 style={{ padding: '16px 16px 6px' }}>{title}</h2>
      <DataTable label={title} rows={rows} columns={columns} rowKey={(one) => one.skill} sortable={false} />
    </section>
  );
}

function Shown({ told, unit }: { told: Trends; unit?: number }) {
  const t = useTexts(analytics);
  const f = useFormats();
  const rising = told.skills.filter((one) => (one.change ?? 0) > 0);
  const falling = told.skills.filter((one) => (one.change ?? 0) < 0).reverse();
  const steady = told.skills.filter((one) => one.change === 0);
  if (told.skills.length === 0) return <div className="k-card"><Empty icon="status" title={t.trendsNone}>{t.trendsNoneHelp}</Empty></div>;
  return (
    <>
      <div className="k-figures">
        <Figure label={t.rising} value={f.number(rising.length)}>{t.risingHelp}</Figure>
        <Figure label={t.assessedMost} value={unit ? '–' : f.number(rising.filter((one) => one.reading === 'assessed').length)}>{unit ? t.causesHidden : t.assessedMostHelp}</Figure>
        <Figure label={t.falling} value={f.number(falling.length)}>{t.fallingHelp}</Figure>
        <Figure label={t.spreadHidden} value={f.number(told.skills.filter((one) => one.change == null).length)}>{t.spreadHiddenHelp}</Figure>
      </div>
      <Lines />
      {rising.length > 0 && <List title={t.rising} rows={rising} />}
      {falling.length > 0 && <List title={t.falling} rows={falling} />}
      {steady.length > 0 && <List title={t.steady} rows={steady} />}
      <details className="k-how"><summary>{t.how}</summary><p>{t.trendsHow}</p></details>
    </>
  );
}

export function Rising({ tabs }: { tabs: ReactNode }) {
  const t = useTexts(analytics);
  const w = useTexts(words);
  const f = useFormats();
  const [unit, setUnit] = useIdParam('unit');
  const [months, setMonths] = useIdParam('months');
  const query = { unit, months: months ?? 24 };
  const asked = useTrends(query);
  const ways = useTableWays('/analytics/trends/export', query);
  const told = asked.data;
  return (
    <Page title={t.trendsTitle} crumb={told && [told.name, told.days[0] && f.dayShort(told.days[0])].filter(Boolean).join(' · ')} actions={<ExportMenu ways={ways} />}>
      {tabs}
      <div className="k-row k-no-print">
        <UnitPicker aria-label={w.unit} placeholder={t.wholePart} value={unit} onChange={setUnit} w={220} />
        <div className="k-row" role="group" aria-label={t.period}>
          {[12, 24, 36].map((n) => <Choice key={n} on={query.months === n} onClick={() => setMonths(n === 24 ? null : n)}>{t.months(f.number(n))}</Choice>)}
        </div>
      </div>
      <Answered asked={asked} bones={<div className="k-card"><Bones rows={10} height={18} /></div>}>{(answer) => <Shown told={answer} unit={unit} />}</Answered>
    </Page>
  );
}
