import { describe, expect, it } from 'vitest';
import { plainView, Session, type Found } from '../engine';
import { hitAt, hitsOf } from './hits';

const text = ['web', 'db']
  .map((name) => `---\napiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: shop}\n`)
  .join('');
const topologyAt = (level: 'workloads' | 'namespaces') =>
  new Session().analyze([{ id: 'a', name: 'a.yaml', text }], 'spec', 0, { ...plainView, level }).topology;
const found = (more: Partial<Found>): Found => ({
  topology: '',
  entities: [],
  cells: null,
  workloads: { found: 0, of: 2 },
  pairs: null,
  ...more,
});

describe('hits', () => {
  it('are the cards that are found', () => {
    expect(hitsOf(found({ entities: ['Pod/shop/db'] }), topologyAt('workloads'))).toEqual([
      { kind: 'entity', entity: 'Pod/shop/db' },
    ]);
  });

  it('are pairs where those were asked for, and the fold for pairs inside it', () => {
    const single = topologyAt('workloads');
    const [first, second] = single.entities;
    const cells = new Uint8Array(single.entities.length ** 2);
    cells[1] = 1;
    const hits = hitsOf(found({ cells, topology: single.id }), single);
    expect(hits).toEqual([{ kind: 'pair', source: first?.id, destination: second?.id }]);
    expect(hitAt(hits, { kind: 'nothing' })).toBe(-1);
    expect(hits[0] && hitAt(hits, hits[0])).toBe(0);

    const folded = topologyAt('namespaces');
    const inside = Uint8Array.from({ length: folded.entities.length ** 2 }, (_, cell) => Number(cell === 0));
    expect(hitsOf(found({ cells: inside, topology: folded.id }), folded)).toEqual([
      { kind: 'entity', entity: 'Namespace/shop' },
    ]);
    expect(hitsOf(found({ cells: inside, topology: 'gone' }), folded)).toEqual([]);
  });
});
