// What comes of a what-if: the curve as it would be beside that of today, and the skills where it makes a difference.
import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Ahead as Numbers, Id, PostsAhead, Text, WhatIfAssumptions, WhatIfForecast } from '../api/types';
import { CurveTable, FanChart } from '../ui/FanChart';
import { DataTable, type Columns } from '../ui/DataTable';
import { ExportMenu, type Way } from '../ui/ExportMenu';
import { Figure } from '../ui/Figure';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { SkillPicker } from '../ui/pickers';
import { Bones, Empty, Failure, Refused } from '../ui/states';
import { useIdParam } from '../ui/useParam';
import { words } from '../ui/words';
import { useWhatIfFile, useWhatIfForecast } from './api';
import styles from './WhatIfMode.module.css';
import { whatIf } from './whatIfTexts';

/** Today, or the month. */
function useWhen(told: WhatIfForecast) {
  const t = useTexts(whatIf);
  const w = useTexts(words);
  const f = useFormats();
  return (day: string | null | undefined) => (!day ? t.never : day === told.day ? w.today : f.dayShort(day));
}

/** Of the skill chosen, else of all: posts, and what they are short of over all skills. */
function Figures({ told, posts }: { told: WhatIfForecast; posts: boolean }) {
  const t = useTexts(whatIf);
  const f = useFormats();
  const when = useWhen(told);
  const [before, after] = [told.before, told.after].map((side) => ({
    of: side.of,
    now: posts ? side.short_now : side.of?.shortage_now,
    then: posts ? side.short_then : side.of?.shortage_then,
    first: posts ? side.first_shortage : side.of?.first_shortage,
    told: posts || !!side.of,
  }));
  if (!before?.told || !after?.told) return null;
  return (
    <div className="k-figures">
      {before.of && after.of && <Figure label={posts ? t.inPostThen : t.ableThen} value={t.arrow(f.number(before.of.able_then), f.number(after.of.able_then))}>{t.needThen(f.number(before.of.demand_then), f.number(after.of.demand_then))}</Figure>}
      <Figure label={t.shortThen} value={t.arrow(f.number(before.then ?? 0), f.number(after.then ?? 0))}>{t.shortNow(f.number(before.now ?? 0), f.number(after.now ?? 0))}</Figure>
      <Figure label={t.firstShort} value={before.first === after.first ? when(after.first) : t.arrow(when(before.first), when(after.first))}>{t.firstMeaning}</Figure>
    </div>
  );
}

type By = 'skill' | 'role' | 'unit';

/** A skill, a role or a unit on both sides. lacking: of posts, what they are short of over all their skills. */
interface Row {
  id: string;
  name: string;
  skill?: Id;
  fresh?: boolean;
  hidden: boolean;
  before: Numbers;
  after: Numbers;
  lacking?: [number, number];
}

const moved = (one: Row, told: boolean) =>
  told || Math.abs(one.after.shortage_then - one.before.shortage_then) >= 0.05 || Math.abs(one.after.able_then - one.before.able_then) >= 0.05 || (one.lacking !== undefined && Math.abs(one.lacking[1] - one.lacking[0]) >= 0.05);

const posts = (one: { before: PostsAhead; after: PostsAhead }) => ({ before: one.before.of, after: one.after.of, lacking: [one.before.lacking_then, one.after.lacking_then] as [number, number] });

function rowsOf(told: WhatIfForecast, by: By, label: (text: Text) => string): Row[] {
  const all =
    by === 'skill'
      ? told.skills.map((one) => ({ one, row: { id: String(one.skill), name: label(one.name), skill: one.skill, before: one.before, after: one.after } }))
      : by === 'role'
        ? told.roles.map((one) => ({ one, row: { id: one.role == null ? label(one.name) : String(one.role), name: label(one.name), fresh: one.role == null, ...posts(one) } }))
        : told.units.map((one) => ({ one, row: { id: String(one.unit), name: one.name, ...posts(one) } }));
  return all.map(({ one, row }) => ({ row: { ...row, hidden: one.hidden || one.hidden_after }, told: one.hidden !== one.hidden_after })).filter(({ row, told: differs }) => moved(row, differs)).map(({ row }) => row);
}

function Rows({ told, shown, onShow, ways }: { told: WhatIfForecast; shown: Id | undefined; onShow: (skill: Id) => void; ways: Way[] }) {
  const t = useTexts(whatIf);
  const f = useFormats();
  const label = useLabel();
  const when = useWhen(told);
  const [by, setBy] = useState<By>('skill');
  const rows = useMemo(() => rowsOf(told, by, label), [told, by, label]);
  const columns = useMemo<Columns<Row>>(() => {
    const pair = (of: (row: Row) => [number, number]) => ({ row: { original: one } }: { row: { original: Row } }) => {
      const [before, after] = of(one);
      return one.hidden ? <span className="k-s k-mut">{t.hidden}</span> : <span className={styles.pair}>{t.arrow(f.level(before), f.level(after))}</span>;
    };
    return [
      {
        id: 'name', header: by === 'skill' ? t.skill : by === 'role' ? t.role : t.unit,
        cell: ({ row: { original: one } }) => (one.skill === undefined || one.hidden ? <>{one.name} {one.fresh && <span className="k-tag">{t.newOne}</span>}</> : <button type="button" className={styles.link} aria-label={t.showCurve(one.name)} onClick={() => onShow(one.skill ?? 0)}>{one.name}</button>),
      },
      { id: 'able', header: by === 'skill' ? t.ableThen : t.inPostThen, cell: pair((one) => [one.before.able_then, one.after.able_then]), meta: { numeric: true, wide: true } },
      { id: 'short', header: by === 'skill' ? t.shortThen : t.lackingThen, cell: pair((one) => one.lacking ?? [one.before.shortage_then, one.after.shortage_then]), meta: { numeric: true } },
      { id: 'first', header: t.firstShort, cell: ({ row: { original: one } }) => (one.hidden ? '' : one.before.first_shortage === one.after.first_shortage ? when(one.after.first_shortage) : t.arrow(when(one.before.first_shortage), when(one.after.first_shortage))), meta: { numeric: true, wide: true } },
    ];
  }, [by, t, f, when, onShow]);
  return (
    <>
      <div className={styles.tableHead}>
        <h3>{t.aheadTable(by)}</h3>
        <span className="k-grow" />
        <SegmentedControl size="xs" aria-label={t.aheadBy} value={by} onChange={(value) => setBy(value as By)} data={[{ value: 'skill', label: t.bySkill }, { value: 'role', label: t.byRole }, { value: 'unit', label: t.byUnit }]} />
        <span className="k-no-print"><ExportMenu ways={ways} /></span>
      </div>
      <DataTable key={by} label={t.aheadTable(by)} rows={rows} columns={columns} rowKey={(one) => one.id} sortable={false} selected={(one) => one.skill !== undefined && one.skill === shown} empty={<Empty icon="check" title={t.aheadNone(by)}>{t.aheadNoneHelp}</Empty>} />
    </>
  );
}

function Curves({ told, what, posts }: { told: WhatIfForecast; what: string; posts: boolean }) {
  const t = useTexts(whatIf);
  const [table, setTable] = useState(false);
  const { before, after } = told;
  if (after.hidden || after.curve.able.length === 0) return <Empty icon="eye" title={t.curveHidden}>{after.hidden ? t.curveHiddenHelp : t.curveNobody}</Empty>;
  const beside = before.hidden || before.curve.able.length === 0 ? undefined : { curve: before.curve, label: t.without };
  return (
    <>
      <div className="k-row k-no-print"><span className="k-grow" /><Button size="compact-sm" variant="subtle" onClick={() => setTable(!table)} leftSection={<Icon name={table ? 'status' : 'table'} size={14} />}>{table ? t.asChart : t.asTable}</Button></div>
      {table ? <CurveTable curve={after.curve} days={told.days} what={what} posts={posts} beside={beside} /> : <FanChart curve={after.curve} days={told.days} what={what} posts={posts} beside={beside} />}
    </>
  );
}

export function WhatIfAhead({ assumed, unit, reason }: { assumed: WhatIfAssumptions; unit?: Id; reason?: string }) {
  const t = useTexts(whatIf);
  const w = useTexts(words);
  const label = useLabel();
  const [skill, setSkill] = useIdParam('ahead');
  const asked = useWhatIfForecast(assumed, { unit, skill, reason });
  const told = asked.data;
  const file = useWhatIfFile(assumed, { unit, reason });
  const ways: Way[] = [
    { label: w.exportCsv, onClick: () => file.mutate('csv') },
    { label: w.exportXlsx, onClick: () => file.mutate('xlsx') },
  ];
  const name = told?.skills.find((one) => one.skill === skill)?.name;
  const what = skill ? label(name) || '…' : t.allPosts;
  return (
    <section className="k-stack" aria-label={t.ahead}>
      <div className={styles.aheadHead}>
        <h2>{t.ahead}</h2>
        {told && <span className="k-s k-mut">{t.aheadUnder(told.scenario_name, told.months)}</span>}
        <span className="k-grow" />
        <SkillPicker aria-label={t.skill} placeholder={t.allPosts} value={skill ?? null} onChange={setSkill} w={240} />
      </div>
      {asked.error ? (
        <div className="k-card"><Failure error={asked.error} retry={() => void asked.refetch()} /></div>
      ) : !told ? (
        <div className="k-card"><Bones rows={9} /></div>
      ) : (
        <>
          <Figures told={told} posts={!skill} />
          <div className="k-card"><Curves told={told} what={what} posts={!skill} /></div>
          <div className="k-card k-flush"><Rows told={told} shown={skill ?? undefined} onShow={setSkill} ways={ways} /><Refused error={file.error} /></div>
        </>
      )}
    </section>
  );
}
