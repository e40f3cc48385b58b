// What comes of a what-if: the curve as it would be beside that of today, and the skills where it makes a difference.
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Id, SkillDifference, WhatIfAssumptions, WhatIfForecast } from '../api/types';
import { CurveTable, FanChart } from '../ui/FanChart';
import { DataTable, type Columns } from '../ui/DataTable';
import { Figure } from '../ui/Figure';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Icon } from '../ui/icons';
import { SkillPicker } from '../ui/pickers';
import { Bones, Empty, Failure } from '../ui/states';
import { useIdParam } from '../ui/useParam';
import { words } from '../ui/words';
import { useWhatIfForecast } from './api';
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

const moved = (one: SkillDifference) => one.hidden !== one.hidden_after || Math.abs(one.after.shortage_then - one.before.shortage_then) >= 0.05 || Math.abs(one.after.able_then - one.before.able_then) >= 0.05;

function Skills({ told, shown, onShow }: { told: WhatIfForecast; shown: Id | undefined; onShow: (skill: Id) => void }) {
  const t = useTexts(whatIf);
  const f = useFormats();
  const label = useLabel();
  const when = useWhen(told);
  const rows = useMemo(() => told.skills.filter(moved), [told]);
  const columns = useMemo<Columns<SkillDifference>>(() => {
    const pair = (of: (side: SkillDifference['before']) => number) => ({ row: { original: one } }: { row: { original: SkillDifference } }) =>
      one.hidden || one.hidden_after ? <span className="k-s k-mut">{t.hidden}</span> : <span className={styles.pair}>{t.arrow(f.level(of(one.before)), f.level(of(one.after)))}</span>;
    return [
      { id: 'skill', header: t.skill, cell: ({ row: { original: one } }) => (one.hidden || one.hidden_after ? label(one.name) : <button type="button" className={styles.link} aria-label={t.showCurve(label(one.name))} onClick={() => onShow(one.skill)}>{label(one.name)}</button>) },
      { id: 'able', header: t.ableThen, cell: pair((side) => side.able_then), meta: { numeric: true, wide: true } },
      { id: 'short', header: t.shortThen, cell: pair((side) => side.shortage_then), meta: { numeric: true } },
      { id: 'first', header: t.firstShort, cell: ({ row: { original: one } }) => (one.hidden || one.hidden_after ? '' : one.before.first_shortage === one.after.first_shortage ? when(one.after.first_shortage) : t.arrow(when(one.before.first_shortage), when(one.after.first_shortage))), meta: { numeric: true, wide: true } },
    ];
  }, [t, f, label, when, onShow]);
  return <DataTable label={t.aheadTable} rows={rows} columns={columns} rowKey={(one) => one.skill} sortable={false} selected={(one) => one.skill === shown} empty={<Empty icon="check" title={t.aheadNone}>{t.aheadNoneHelp}</Empty>} />;
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
  const label = useLabel();
  const [skill, setSkill] = useIdParam('ahead');
  const asked = useWhatIfForecast(assumed, { unit, skill, reason });
  const told = asked.data;
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
          <div className="k-card k-flush"><h3 className={styles.tableHead}>{t.aheadTable}</h3><Skills told={told} shown={skill ?? undefined} onShow={setSkill} /></div>
        </>
      )}
    </section>
  );
}
