import { describe, expect, it } from 'vitest';
import type { Topology } from '../engine';
import { pairKey, type Lens } from './lensStore';
import { SEEN, seenThrough } from './seen';

const topology: Topology = {
  id: 'now',
  level: 'workloads',
  alike: false,
  namespaces: [],
  entities: ['web', 'api', 'db'].map((name) => ({
    kind: 'pod',
    id: name,
    namespace: 'shop',
    name,
    workload: '',
    node: null,
    addresses: [],
    labels: [],
    ports: [],
    hostNetwork: false,
  })),
  cluster: { namespaces: 1, workloads: 3, pods: 3 },
};
const lens = (more: Partial<Lens>): Lens => ({
  label: '',
  entities: null,
  pairs: null,
  rest: 'dimmed',
  ...more,
});
const { full, dimmed, hidden } = SEEN;
const rows = (cells: Uint8Array | undefined): readonly number[][] =>
  [0, 3, 6].map((at) => [...(cells?.slice(at, at + 3) ?? [])]);

describe('what is seen', () => {
  it('is everything without a lens', () => {
    expect(seenThrough({}, topology)).toBeNull();
  });

  it('is the cards a lens concerns and all between them', () => {
    const seen = seenThrough(
      { filter: lens({ entities: new Set(['web', 'api']), rest: 'hidden' }) },
      topology,
    );
    expect([...(seen?.cards ?? [])]).toEqual([full, full, hidden]);
    expect(rows(seen?.cells)).toEqual([
      [full, full, hidden],
      [full, full, hidden],
      [hidden, hidden, hidden],
    ]);
  });

  it('is of named pairs both ends, and no other pair between them', () => {
    const pairs = new Set([pairKey('web', 'api')]);
    const seen = seenThrough({ comparison: lens({ entities: new Set(), pairs }) }, topology);
    expect([...(seen?.cards ?? [])]).toEqual([full, full, dimmed]);
    expect(rows(seen?.cells)).toEqual([
      [dimmed, full, dimmed],
      [dimmed, dimmed, dimmed],
      [dimmed, dimmed, dimmed],
    ]);
    expect(seen?.namesPairs).toBe(true);
  });

  it('is through several lenses what all of them concern, and the rest as the strictest says', () => {
    const seen = seenThrough(
      {
        filter: lens({ entities: new Set(['web', 'api']), rest: 'hidden' }),
        coverage: lens({ entities: new Set(['api', 'db']) }),
      },
      topology,
    );
    expect([...(seen?.cards ?? [])]).toEqual([dimmed, full, hidden]);
    expect(seen?.cells[1]).toBe(dimmed);
  });

  it('takes cells of this very picture, and of another one only the cards', () => {
    const concerned = Uint8Array.from({ length: 9 }, (_, cell) => Number(cell === 2));
    const through = (id: string) =>
      seenThrough(
        { filter: lens({ entities: new Set(['web']), cells: { topology: id, concerned } }) },
        topology,
      );
    expect([...(through('now')?.cards ?? [])]).toEqual([full, dimmed, full]);
    expect(rows(through('now')?.cells)[0]).toEqual([dimmed, dimmed, full]);
    expect([...(through('before')?.cards ?? [])]).toEqual([full, dimmed, dimmed]);
  });
});
