// The same figures as rows: one unit's skills, or one skill's units. What the map shows in colour stands here in words.
import { Select } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { GapMap, Id } from '../api/types';
import { Choice } from '../ui/Chip';
import { DataTable, type Columns } from '../ui/DataTable';
import { useFormats } from '../ui/format';
import { useTexts } from '../ui/i18n';
import { words } from '../ui/words';
import { at, hidden, notNeeded } from './heat';
import styles from './MapTable.module.css';
import { insights } from './texts';

interface Line {
  unit: Id;
  skill: Id;
  name: string;
  depth: number;
  required: number;
  met: number;
  uncertain: number;
  below: number;
  unknown: number;
  gap: number;
  coverage: number;
}

interface Props {
  map: GapMap;
  columns: number[];
  names: string[];
  selected: { unit: Id; skill: Id } | null;
  onSelect: (unit: Id, skill: Id) => void;
}

export function MapTable({ map, columns, names, selected, onSelect }: Props) {
  const t = useTexts(insights);
  const w = useTexts(words);
  const f = useFormats();
  const [by, setBy] = useState<'skill' | 'unit'>('skill');
  const [unit, setUnit] = useState(0);
  const [skill, setSkill] = useState(columns[0] ?? 0);

  const lines = useMemo<Line[]>(() => {
    const line = (u: number, s: number): Line => {
      const i = at(map, u, s);
      const get = (numbers: number[]) => numbers[i] ?? notNeeded;
      return {
        unit: map.units[u]?.id ?? 0, skill: map.skills[s]?.id ?? 0,
        name: by === 'skill' ? (names[s] ?? '') : (map.units[u]?.name ?? ''), depth: by === 'unit' ? (map.units[u]?.depth ?? 0) : 0,
        required: get(map.required), met: get(map.met), uncertain: get(map.uncertain), below: get(map.below), unknown: get(map.unknown), gap: get(map.weighted_gap), coverage: get(map.coverage),
      };
    };
    const all = by === 'skill' ? columns.map((s) => line(unit, s)) : map.units.map((_, u) => line(u, skill));
    return all.filter((one) => one.required !== notNeeded && one.required !== 0);
  }, [map, by, unit, skill, columns, names]);

  const columnsOf = useMemo<Columns<Line>>(() => {
    const count = (value: number) => (value === hidden ? <span title={w.hiddenFew}>‹5</span> : value < 0 ? '–' : f.number(value));
    const share = (value: number) => (value === hidden ? <span title={w.hiddenFew}>‹5</span> : value < 0 ? w.unknown : f.percent(value / 10000));
    return [
      {
        id: 'name', header: by === 'skill' ? w.skill : w.unit, accessorFn: (line) => line.name,
        sortingFn: (a, b) => f.compare(a.original.name, b.original.name),
        cell: ({ row: { original: line } }) => (
          <button type="button" className={styles.name} style={{ paddingLeft: line.depth * 14 }} onClick={() => onSelect(line.unit, line.skill)}>{line.name}</button>
        ),
      },
      { id: 'required', header: t.required, accessorKey: 'required', cell: ({ row }) => count(row.original.required), meta: { numeric: true } },
      { id: 'met', header: t.met, accessorKey: 'met', cell: ({ row }) => count(row.original.met), meta: { numeric: true, wide: true } },
      { id: 'uncertain', header: t.uncertain, accessorKey: 'uncertain', cell: ({ row }) => count(row.original.uncertain), meta: { numeric: true, wide: true } },
      { id: 'below', header: t.below, accessorKey: 'below', cell: ({ row }) => count(row.original.below), meta: { numeric: true } },
      { id: 'unknown', header: t.unknownShort, accessorKey: 'unknown', cell: ({ row }) => count(row.original.unknown), meta: { numeric: true } },
      { id: 'gap', header: t.weighted, accessorKey: 'gap', cell: ({ row }) => share(row.original.gap), meta: { numeric: true } },
      { id: 'coverage', header: t.coverageShort, accessorKey: 'coverage', cell: ({ row }) => share(row.original.coverage), meta: { numeric: true, wide: true } },
    ];
  }, [by, t, w, f, onSelect]);

  return (
    <div className="k-stack-s">
      <div className="k-row">
        <Choice on={by === 'skill'} onClick={() => setBy('skill')}>{t.bySkill}</Choice>
        <Choice on={by === 'unit'} onClick={() => setBy('unit')}>{t.byUnit}</Choice>
        {by === 'skill' ? (
          <Select aria-label={w.unit} searchable allowDeselect={false} w={240} value={String(unit)} onChange={(value) => setUnit(Number(value))} data={map.units.map((one, i) => ({ value: String(i), label: '\u2007'.repeat(one.depth * 2) + one.name }))} />
        ) : (
          <Select aria-label={w.skill} searchable allowDeselect={false} w={240} value={String(skill)} onChange={(value) => setSkill(Number(value))} data={columns.map((s) => ({ value: String(s), label: names[s] ?? '' }))} />
        )}
      </div>
      <DataTable label={by === 'skill' ? t.bySkill : t.byUnit} rows={lines} columns={columnsOf} rowKey={(line) => `${line.unit}.${line.skill}`} first={by === 'skill' ? [{ id: 'gap', desc: true }] : []} selected={(line) => selected?.unit === line.unit && selected.skill === line.skill} onRow={(line) => onSelect(line.unit, line.skill)} />
    </div>
  );
}
