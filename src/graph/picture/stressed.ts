import type { Seen } from '../../state/seen';
import { HUB, KIND_BITS, TOLD, type Survey } from './survey';
import { ALLOWED, UNKNOWN } from './toneClass';

/** Cells that the lenses are about, the telling ones first; of very many only those. */
export function stressedCells(
  { cells: seen, namesPairs }: Seen,
  { cells }: Survey,
  isShown: Uint8Array,
  few: number,
): readonly number[] {
  const telling: number[] = [];
  const others: number[] = [];
  for (let cell = 0; cell < cells.length; cell++) {
    const bits = cells[cell] ?? 0;
    const kind = bits & KIND_BITS;
    if (seen[cell] !== 0 || isShown[kind] !== 1) continue;
    if (!namesPairs && (bits & (TOLD | HUB)) !== 0) continue;
    (kind === ALLOWED || kind === UNKNOWN ? telling : others).push(cell);
  }
  return namesPairs || telling.length + others.length <= few ? [...telling, ...others] : telling;
}
