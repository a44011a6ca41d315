import { SEEN, type Seen } from '../state/seen';
import type { Line } from './lines';

/** The lines a lens leaves; one stays as long as anything it stands for is seen. */
export function linesSeen(lines: readonly Line[], seen: Seen | null): readonly Line[] {
  return seen === null ? lines : lines.filter((line) => lineSeen(line, seen) !== SEEN.hidden);
}

/** One of SEEN: how strongly the best seen card of a line is shown. */
export const lineSeen = ({ members }: Line, seen: Seen): number =>
  members.reduce<number>((best, index) => Math.min(best, seen.cards[index] ?? 0), SEEN.hidden);

/** One of SEEN: how strongly the best seen cell in the cell of two lines is shown; `size`: entities of the picture. */
export function cellSeen(seen: Seen, size: number, row: Line, column: Line): number {
  let best: number = SEEN.hidden;
  for (const from of row.members)
    for (const to of column.members) {
      best = Math.min(best, seen.cells[from * size + to] ?? 0);
      if (best === SEEN.full) return best;
    }
  return best;
}
