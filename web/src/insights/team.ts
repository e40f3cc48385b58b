// The team matrix as numbers: the step of a cell, who lacks what, which skills to show first.
import type { Id, TeamCell, TeamMatrix } from '../api/types';

/** 0 (met) to 5 on the scale of the gap map, from how many levels are missing. */
export function lackStep(cell: TeamCell): number {
  if (cell.level == null || cell.required == null || cell.level >= cell.required) return 0;
  return Math.min(5, 1 + Math.floor((cell.required - cell.level) / 0.5));
}

export interface Lack {
  skill: number;
  missing: { person: Id; name: string; level: number; required: number; must: boolean }[];
}

/** Skills by how many levels the team lacks in all, each with those who lack it, the most first. */
export function lacking(matrix: TeamMatrix): Lack[] {
  const sum = (lack: Lack) => lack.missing.reduce((total, one) => total + (one.required - one.level) * (one.must ? 2 : 1), 0);
  return matrix.skills
    .map((_, skill) => ({
      skill,
      missing: matrix.people
        .flatMap((person) => {
          const cell = person.cells[skill];
          return cell?.state === 'gap' && cell.level != null && cell.required != null
            ? [{ person: person.id, name: person.name, level: cell.level, required: cell.required, must: cell.must }]
            : [];
        })
        .sort((a, b) => b.required - b.level - (a.required - a.level)),
    }))
    .filter((lack) => lack.missing.length > 0)
    .sort((a, b) => sum(b) - sum(a));
}
