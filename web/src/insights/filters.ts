// The filters of the gap map, kept in the address.
import { isDay } from '../ui/format';
import type { SkillKind } from '../api/types';
import { useIdParam, useParam } from '../ui/useParam';
import type { ColumnOrder, Measure } from './heat';

export function useFilters() {
  const [unit, setUnit] = useIdParam('unit');
  const [role, setRole] = useIdParam('role');
  const [group, setGroup] = useIdParam('group');
  const [kind, setKind] = useParam('kind');
  const [day, setDay] = useParam('as_of');
  const [measure, setMeasure] = useParam('measure');
  const [view, setView] = useParam('view');
  const [order, setOrder] = useParam('order');
  const [cell, setCell] = useParam('cell');
  const [whatIf, setWhatIf] = useParam('what_if');
  const asOf = day && isDay(day) ? day : undefined;
  const [cellUnit, cellSkill] = (cell ?? '').split('.').map(Number);
  return {
    unit, setUnit, role, setRole, group, setGroup, kind: kind as SkillKind | undefined, setKind, asOf, setDay,
    measure: (measure === 'coverage' ? 'coverage' : 'weighted_gap') as Measure, setMeasure,
    table: view === 'table', setView,
    order: (order === 'name' || order === 'catalogue' ? order : 'gap') as ColumnOrder, setOrder,
    selected: cellUnit && cellSkill ? { unit: cellUnit, skill: cellSkill } : null, setCell,
    whatIf, setWhatIf,
  };
}

export type Filters = ReturnType<typeof useFilters>;
