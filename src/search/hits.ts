import type { EntityId, Found, Topology } from '../engine';
import type { Selection } from '../state/viewStore';
import { viewStore } from '../state/viewStore';

/** One thing that is found: a card, or a pair where pairs were asked for. */
export type Hit = Exclude<Selection, { kind: 'nothing' }>;

/** What can be gone through one by one, in the order of the picture. */
export function hitsOf({ entities, cells, topology: id }: Found, topology: Topology): readonly Hit[] {
  if (cells === null) return entities.map((entity) => ({ kind: 'entity', entity }));
  if (id !== topology.id) return [];
  const size = topology.entities.length;
  const idAt = (index: number): EntityId => topology.entities[index]?.id ?? '';
  const hits: Hit[] = [];
  cells.forEach((isFound, cell) => {
    if (isFound !== 1) return;
    const [source, destination] = [Math.floor(cell / size), cell % size];
    // Pairs inside a fold have no line: the fold is what can be shown.
    if (source === destination) hits.push({ kind: 'entity', entity: idAt(source) });
    else hits.push({ kind: 'pair', source: idAt(source), destination: idAt(destination) });
  });
  return hits;
}

/** Position of the selection among the hits; -1: it is none of them. */
export function hitAt(hits: readonly Hit[], selection: Selection): number {
  return hits.findIndex((hit) =>
    hit.kind === 'entity'
      ? selection.kind === 'entity' && hit.entity === selection.entity
      : selection.kind === 'pair' &&
        hit.source === selection.source &&
        hit.destination === selection.destination,
  );
}

/** Selects the hit that many steps further, round and round, and moves it into sight. */
export function goToHit(hits: readonly Hit[], step: 1 | -1): void {
  const { selection, select, seek } = viewStore.getState();
  const at = hitAt(hits, selection);
  const next = at === -1 ? (step === 1 ? 0 : hits.length - 1) : (at + step + hits.length) % hits.length;
  const hit = hits[next];
  if (hit === undefined) return;
  select(hit);
  seek(hit.kind === 'entity' ? [hit.entity] : [hit.source, hit.destination]);
}
