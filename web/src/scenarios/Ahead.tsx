// What comes, skill by skill, role by role or unit by unit; a press shows the curve.
import { SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { Ahead as Numbers, ForecastTold, Id } from '../api/types';
import { DataTable, type Columns } from '../ui/DataTable';
import { useFormats } from '../ui/format';
import { useLabel, useTexts } from '../ui/i18n';
import { Empty } from '../ui/states';
import { words } from '../ui/words';
import styles from './scenarios.module.css';
import { scenarios } from './texts';

interface Row {
  id: Id;
  name: string;
  hidden: boolean;
  of: Numbers;
  lacking?: number;
}
export type By = 'skill' | 'role' | 'unit';

export function Ahead({ told, shown, onShow }: { told: ForecastTold; shown: { by: By; id: Id } | null; onShow: (by: By, id: Id) => void }) {
  const t = useTexts(scenarios);
  const f = useFormats();
  const w = useTexts(words);
  const label = useLabel();
  const [by, setBy] = useState<By>('skill');
  const rows = useMemo<Row[]>(() => {
    if (by === 'skill') return told.skills.map((one) => ({ id: one.skill, name: label(one.name), hidden: one.hidden, of: one.of }));
    if (by === 'role') return told.roles.map((one) => ({ id: one.role, name: label(one.name), hidden: one.hidden, of: one.of, lacking: one.lacking_then }));
    return told.units.map((one) => ({ id: one.unit, name: one.name, hidden: one.hidden, of: one.of, lacking: one.lacking_then }));
  }, [told, by, label]);
  const columns = useMemo<Columns<Row>>(() => {
    const number = (value: (row: Row) => number | undefined) => (info: { row: { original: Row } }) => {
      const row = info.row.original;
      const of = value(row);
      return row.hidden || of === undefined ? '' : f.level(of);
    };
    return [
      {
        id: 'name', header: by === 'skill' ? t.skill : by === 'role' ? t.role : t.unit, accessorFn: (row) => row.name, sortingFn: (a, b) => f.compare(a.original.name, b.original.name),
        cell: ({ row: { original: row } }) => (row.hidden ? <>{row.name} <span className="k-s k-faint">{t.hidden}</span></> : <button type="button" className={styles.link} aria-label={t.show(row.name)} onClick={() => onShow(by, row.id)}>{row.name}</button>),
      },
      { id: 'now', header: t.now, accessorFn: (row) => row.of.able_now, cell: number((row) => row.of.able_now), meta: { numeric: true, wide: true } },
      { id: 'then', header: t.then, accessorFn: (row) => row.of.able_then, cell: number((row) => row.of.able_then), meta: { numeric: true } },
      { id: 'need', header: t.need, accessorFn: (row) => row.of.demand_then, cell: number((row) => row.of.demand_then), meta: { numeric: true, wide: true } },
      by === 'skill'
        ? { id: 'short', header: t.shortage, accessorFn: (row) => row.of.shortage_then, cell: ({ row: { original: row } }) => (row.hidden ? '' : <b className={row.of.shortage_then >= 0.5 ? styles.lack : undefined}>{f.level(row.of.shortage_then)}</b>), meta: { numeric: true } }
        : { id: 'lacking', header: t.lacking, accessorFn: (row) => row.lacking ?? 0, cell: ({ row: { original: row } }) => (row.hidden ? '' : <b className={(row.lacking ?? 0) >= 0.5 ? styles.lack : undefined}>{f.level(row.lacking ?? 0)}</b>), meta: { numeric: true } },
      { id: 'surplus', header: t.surplus, accessorFn: (row) => row.of.surplus_then, cell: number((row) => row.of.surplus_then), meta: { numeric: true, wide: true } },
      { id: 'first', header: t.first, accessorFn: (row) => row.of.first_shortage ?? '9', cell: ({ row: { original: row } }) => (row.hidden ? '' : row.of.first_shortage ? (row.of.first_shortage === told.day ? w.today : f.dayShort(row.of.first_shortage)) : <span className="k-faint">{t.none_short}</span>), meta: { numeric: true, wide: true } },
    ];
  }, [by, t, w, f, told.day, onShow]);
  return (
    <section className="k-card k-flush">
      <div className={styles.head}>
        <SegmentedControl size="xs" aria-label={t.look} value={by} onChange={(value) => setBy(value as By)} data={[{ value: 'skill', label: t.bySkill }, { value: 'role', label: t.byRole }, { value: 'unit', label: t.byUnit }]} />
      </div>
      <DataTable key={by} label={by === 'skill' ? t.bySkill : by === 'role' ? t.byRole : t.byUnit} rows={rows} columns={columns} rowKey={(row) => row.id} selected={(row) => shown?.by === by && shown.id === row.id} onRow={(row) => !row.hidden && onShow(by, row.id)} empty={<Empty icon="roles" title={t.none}>{t.noneHelp}</Empty>} />
    </section>
  );
}
