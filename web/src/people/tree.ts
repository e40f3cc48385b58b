// Which units of the tree are shown: nothing below a closed one; while searching, hits with the path down to them.
import type { Id, Unit } from '../api/types';

export interface ShownUnit {
  unit: Unit;
  parent: boolean;
  open: boolean;
}

export function shownUnits(units: Unit[], closed: ReadonlySet<Id>, find: string): ShownUnit[] {
  const wanted = find.trim().toLowerCase();
  const isParent = (i: number) => (units[i + 1]?.depth ?? -1) > (units[i]?.depth ?? 0);
  if (wanted) {
    const byId = new Map(units.map((unit) => [unit.id, unit]));
    const keep = new Set<Id>();
    for (const unit of units) {
      if (!unit.name.toLowerCase().includes(wanted) && !unit.code.toLowerCase().includes(wanted)) continue;
      for (let up: Unit | undefined = unit; up && !keep.has(up.id); up = up.parent == null ? undefined : byId.get(up.parent)) keep.add(up.id);
    }
    return units.flatMap((unit, i) => (keep.has(unit.id) ? [{ unit, parent: isParent(i), open: true }] : []));
  }
  const shown: ShownUnit[] = [];
  let below = Infinity;
  units.forEach((unit, i) => {
    if (unit.depth > below) return;
    const open = !closed.has(unit.id);
    below = open ? Infinity : unit.depth;
    shown.push({ unit, parent: isParent(i), open });
  });
  return shown;
}
