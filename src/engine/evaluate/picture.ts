import { EGRESS_LOCK, INGRESS_LOCK } from '../answer';
import type { PortSets, PortSetId } from '../compile/portSet';
import type { Space } from '../compile/space';
import { judge, toneOf, type End } from './pair';
import type { Row, Rows } from './rows';

/** Every ordered pair of ends, row = source. `definite` and `possible` hold PortSetIds. */
export interface PairTable {
  readonly ends: readonly End[];
  readonly rows: Rows;
  readonly tones: Uint8Array;
  readonly definite: Uint32Array;
  readonly possible: Uint32Array;
  readonly locks: Uint8Array;
  /** Pairs judged to make it: the exact cost. */
  readonly judged: number;
}

/** Judges all pairs; those whose two rows are the very objects of the `previous` table of the same ends are copied. */
export function buildPairTable(
  space: Space,
  sets: PortSets,
  rows: Rows,
  ends: readonly End[],
  previous: PairTable | null,
): PairTable {
  const size = ends.length;
  const same = previous?.ends === ends ? previous : null;
  const tones = same ? same.tones.slice() : new Uint8Array(size * size);
  const definite = same ? same.definite.slice() : new Uint32Array(size * size);
  const possible = same ? same.possible.slice() : new Uint32Array(size * size);
  const changed = (type: 'Egress' | 'Ingress'): Uint8Array =>
    Uint8Array.from(ends, ({ classes }) =>
      same && classes.every((one) => rows[type][one] === same.rows[type][one]) ? 0 : 1,
    );
  const newEgress = changed('Egress');
  const newIngress = changed('Ingress');
  const locks = Uint8Array.from(ends, ({ classes }) => {
    const isolated = (row: Row | undefined): boolean => row?.isolated === true;
    return (
      (classes.some((one) => isolated(rows.Ingress[one])) ? INGRESS_LOCK : 0) |
      (classes.some((one) => isolated(rows.Egress[one])) ? EGRESS_LOCK : 0)
    );
  });

  let judged = 0;
  const judgePair = (row: number, source: End, column: number, destination: End): void => {
    if (row === column || (source.pods.length === 0 && destination.pods.length === 0)) return;
    judged++;
    const pair = judge(space, sets, rows, source, destination);
    const isolated = ((locks[row] ?? 0) & EGRESS_LOCK) !== 0 || ((locks[column] ?? 0) & INGRESS_LOCK) !== 0;
    const index = row * size + column;
    tones[index] = toneOf(pair, isolated);
    definite[index] = pair.definite;
    possible[index] = pair.possible;
  };
  const changedColumns = [...ends.entries()].filter(([column]) => newIngress[column] === 1);
  for (const [row, source] of ends.entries()) {
    const columns = newEgress[row] === 1 ? ends.entries() : changedColumns;
    for (const [column, destination] of columns) judgePair(row, source, column, destination);
  }
  return { ends, rows, tones, definite, possible, locks, judged };
}

/** Which pairs gained (1), lost (-1) or exchanged (0) ports from one table to the next; `match` maps old ends to new. */
export function comparePairTables(
  sets: PortSets,
  before: PairTable,
  after: PairTable,
  match: readonly (number | null)[],
): { readonly pairs: number[]; readonly signs: number[] } {
  const pairs: number[] = [];
  const signs: number[] = [];
  match.forEach((row, oldRow) => {
    if (row === null) return;
    match.forEach((column, oldColumn) => {
      if (column === null) return;
      const old = oldRow * before.ends.length + oldColumn;
      const index = row * after.ends.length + column;
      const [was, is] = [before.definite[old] ?? 0, after.definite[index] ?? 0];
      const [could, can] = [before.possible[old] ?? 0, after.possible[index] ?? 0];
      if (was === is && could === can) return;
      pairs.push(index);
      signs.push(signOf(sets, was, is));
    });
  });
  return { pairs, signs };
}

function signOf(sets: PortSets, was: PortSetId, is: PortSetId): -1 | 0 | 1 {
  if (was === is) return 0;
  if (sets.includes(is, was)) return 1;
  return sets.includes(was, is) ? -1 : 0;
}
