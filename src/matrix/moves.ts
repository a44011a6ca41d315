/** A cell by the positions of its lines. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** Where a key leads in a grid of `size` by `size` cells, as in any spreadsheet; null: it is not a move. */
export function moved(at: Spot, key: string, isFar: boolean, size: number, page: number): Spot | null {
  const last = size - 1;
  const within = (line: number): number => Math.min(Math.max(line, 0), last);
  switch (key) {
    case 'ArrowUp':
      return { ...at, row: isFar ? 0 : within(at.row - 1) };
    case 'ArrowDown':
      return { ...at, row: isFar ? last : within(at.row + 1) };
    case 'ArrowLeft':
      return { ...at, column: isFar ? 0 : within(at.column - 1) };
    case 'ArrowRight':
      return { ...at, column: isFar ? last : within(at.column + 1) };
    case 'Home':
      return isFar ? { row: 0, column: 0 } : { ...at, column: 0 };
    case 'End':
      return isFar ? { row: last, column: last } : { ...at, column: last };
    case 'PageUp':
      return { ...at, row: within(at.row - page) };
    case 'PageDown':
      return { ...at, row: within(at.row + page) };
    default:
      return null;
  }
}
