// What keys mean on the grid.
import type { GivenAnswer, GridCell, Scale } from '../api/types';
import { level, without } from './said';

export interface Place {
  row: number;
  column: number;
}

interface Key {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const plain = (event: Key) => !event.ctrlKey && !event.metaKey && !event.altKey;

export const isUndo = (event: Key) => (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';

/** Where a key leads; nothing when it does not move, or is at the edge. */
export function moved(event: Key, { row, column }: Place, rows: number, columns: number): Place | undefined {
  const far = event.ctrlKey || event.metaKey;
  const to: Record<string, Place> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: { row: far ? 0 : row, column: 0 },
    End: { row: far ? rows - 1 : row, column: columns - 1 },
  };
  const next = to[event.key];
  if (!next || (!plain(event) && !(far && event.key.match(/Home|End/)))) return undefined;
  return next.row < 0 || next.row >= rows || next.column < 0 || next.column >= columns ? undefined : next;
}

/** What a key answers in a cell: an answer, 'none' to take it back, 'outside' for a digit that is no level. */
export function keyAnswer(event: Key, scale: Pick<Scale, 'min' | 'max'>, cell: Pick<GridCell, 'before' | 'answer'>): GivenAnswer | 'none' | 'outside' | undefined {
  if (!plain(event)) return undefined;
  if (/^\d$/.test(event.key)) {
    const chosen = Number(event.key);
    return chosen < scale.min || chosen > scale.max ? 'outside' : level(chosen);
  }
  if (event.key.toLowerCase() === 'x') return without('irrelevant');
  if (event.key === '?') return without('unknown');
  if (event.key === 'Backspace' || event.key === 'Delete') return 'none';
  if (event.key === 'Enter' && cell.before && !cell.answer) return level(cell.before.level);
  return undefined;
}
