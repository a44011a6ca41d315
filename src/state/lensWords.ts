import type { Entity, Topology } from '../engine';
import type { LensBy, LensState } from './lensStore';
import { SEEN, type Seen } from './seen';

const NAMES: readonly (readonly [LensBy, string])[] = [
  ['filter', 'the filter'],
  ['comparison', 'the comparison'],
  ['cursor', 'the cursor in the text'],
  ['coverage', 'the coverage'],
];

/** `12 of 40 workloads hidden by the filter`, `31 connections dimmed by the comparison`; empty: nothing steps back. */
export function lensSentence(
  lenses: LensState['lenses'],
  { cards, cells }: Seen,
  { entities }: Topology,
  tones: Uint8Array,
): string {
  const hidden = countOf(entities, cards, SEEN.hidden);
  const dimmed = countOf(entities, cards, SEEN.dimmed);
  const unit = entities.some(({ kind }) => kind === 'pod') ? 'cards' : 'workloads';
  const of = `of ${number(countOf(entities, null, 0))} ${unit}`;
  const parts = [
    ...(hidden > 0 ? [`${number(hidden)} ${of} hidden`] : []),
    ...(dimmed > 0 ? [`${number(dimmed)} ${of} dimmed`] : []),
  ];
  if (parts.length === 0) {
    const lines = (how: number): number =>
      cells.reduce((sum, seen, cell) => sum + Number(seen === how && tones[cell] !== 0), 0);
    for (const [how, word] of [
      [SEEN.hidden, 'hidden'],
      [SEEN.dimmed, 'dimmed'],
    ] as const) {
      const count = lines(how);
      if (count > 0) parts.push(`${number(count)} ${count === 1 ? 'connection' : 'connections'} ${word}`);
    }
  }
  const by = NAMES.filter(([one]) => lenses[one]).map(([, name]) => name);
  return parts.length === 0 ? '' : `${parts.join(', ')} by ${by.join(' and ')}`;
}

/** How many workloads (or cards) are seen like this; of cards null: all there are. The outside is not one. */
function countOf(entities: readonly Entity[], cards: Uint8Array | null, how: number): number {
  return entities.reduce(
    (sum, entity, index) => sum + (cards === null || cards[index] === how ? workloadsIn(entity) : 0),
    0,
  );
}

function workloadsIn(entity: Entity): number {
  switch (entity.kind) {
    case 'namespace':
      return entity.workloads;
    case 'alike':
      return entity.members.length;
    case 'workload':
    case 'pod':
      return 1;
    case 'external':
    case 'outside':
      return 0;
  }
}

const numbers = new Intl.NumberFormat('en');
const number = (value: number): string => numbers.format(value);
