import type { Entity, Topology } from '../engine';
import { n, t } from '../language/t';
import type { LensBy, LensState } from './lensStore';
import { SEEN, type Seen } from './seen';

/** `12 of 40 workloads hidden by the filter`, `31 connections dimmed by the comparison`; empty: nothing steps back. */
export function lensSentence(
  lenses: LensState['lenses'],
  seen: Seen,
  { entities }: Topology,
  tones: Uint8Array,
): string {
  const ofCards = cardParts(entities, seen.cards);
  const parts = ofCards.length > 0 ? ofCards : connectionParts(seen.cells, tones);
  const [first, ...others] = order.filter((one) => lenses[one]).map(nameOf);
  if (parts.length === 0 || first === undefined) return '';
  const by = others.reduce((names, name) => t`${names} and ${name}`, first);
  return t`${parts.join(', ')} by ${by}`;
}

const order: readonly LensBy[] = ['filter', 'comparison', 'cursor', 'coverage'];

function nameOf(by: LensBy): string {
  switch (by) {
    case 'filter':
      return t`the filter`;
    case 'comparison':
      return t`the comparison`;
    case 'cursor':
      return t`the cursor in the text`;
    case 'coverage':
      return t`the coverage`;
  }
}

function cardParts(entities: readonly Entity[], cards: Uint8Array): readonly string[] {
  const hidden = countOf(entities, cards, SEEN.hidden);
  const dimmed = countOf(entities, cards, SEEN.dimmed);
  const all = countOf(entities, null, 0);
  const arePods = entities.some(({ kind }) => kind === 'pod');
  return [
    ...(hidden > 0 ? [arePods ? hiddenCards(hidden, all) : hiddenWorkloads(hidden, all)] : []),
    ...(dimmed > 0 ? [arePods ? dimmedCards(dimmed, all) : dimmedWorkloads(dimmed, all)] : []),
  ];
}

const hiddenCards = (count: number, all: number): string =>
  n(all)`${count} of ${all} card hidden|${count} of ${all} cards hidden`;
const dimmedCards = (count: number, all: number): string =>
  n(all)`${count} of ${all} card dimmed|${count} of ${all} cards dimmed`;
const hiddenWorkloads = (count: number, all: number): string =>
  n(all)`${count} of ${all} workload hidden|${count} of ${all} workloads hidden`;
const dimmedWorkloads = (count: number, all: number): string =>
  n(all)`${count} of ${all} workload dimmed|${count} of ${all} workloads dimmed`;

function connectionParts(cells: Uint8Array, tones: Uint8Array): readonly string[] {
  const countOfLines = (how: number): number =>
    cells.reduce((sum, seen, cell) => sum + Number(seen === how && tones[cell] !== 0), 0);
  const hidden = countOfLines(SEEN.hidden);
  const dimmed = countOfLines(SEEN.dimmed);
  return [
    ...(hidden > 0 ? [n(hidden)`${hidden} connection hidden|${hidden} connections hidden`] : []),
    ...(dimmed > 0 ? [n(dimmed)`${dimmed} connection dimmed|${dimmed} connections dimmed`] : []),
  ];
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
