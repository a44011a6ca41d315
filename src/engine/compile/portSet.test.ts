import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { portText } from '../explain/portText';
import { PortSets, type PortRange, type PortSet } from './portSet';

const ranges = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 0, max: 9 }))
    .map(([from, more]): PortRange => [from, from + more]),
  { maxLength: 4 },
);
const portSet: fc.Arbitrary<PortSet> = fc.record({ TCP: ranges, UDP: ranges, SCTP: ranges });
const members = (ports: PortSet): Set<string> =>
  new Set(
    (['TCP', 'UDP', 'SCTP'] as const).flatMap((protocol) =>
      Array.from({ length: 60 }, (_, port) => port)
        .filter((port) => ports[protocol].some(([from, to]) => from <= port && port <= to))
        .map((port) => `${protocol}${String(port)}`),
    ),
  );

describe('PortSets', () => {
  it('gives equal sets one id, however their ranges are written', () => {
    const sets = new PortSets();
    const a = sets.intern({
      TCP: [
        [1, 3],
        [4, 6],
        [2, 5],
      ],
      UDP: [],
      SCTP: [],
    });
    expect(a).toBe(sets.intern({ TCP: [[1, 6]], UDP: [], SCTP: [] }));
  });

  it('gives a range the same id every time, and another range another, also beyond the last port', () => {
    const sets = new PortSets();
    const numbers = [-1, 0, 1, 34463, 34464, 65535, 65536, 99_999];
    const asked = (['TCP', 'UDP', 'SCTP'] as const).flatMap((protocol) =>
      numbers.flatMap((from) => numbers.map((to) => [protocol, from, to] as const)),
    );
    const ids = asked.map((range) => sets.range(...range));
    expect(new Set(ids).size).toBe(asked.length);
    expect(asked.map((range) => sets.range(...range))).toEqual(ids);
    for (const [index, [protocol, from, to]] of asked.entries()) {
      expect(sets.get(ids[index] ?? -1)[protocol]).toEqual([[from, to]]);
    }
  });

  it('knows that all three protocols together are every port', () => {
    const sets = new PortSets();
    const sum = (['TCP', 'UDP', 'SCTP'] as const)
      .map((one) => sets.protocol(one))
      .reduce((a, b) => sets.union(a, b));
    expect(sum).toBe(PortSets.all);
  });

  it('unites, intersects and subtracts as sets of single ports do', () => {
    fc.assert(
      fc.property(portSet, portSet, (x, y) => {
        const sets = new PortSets();
        const [a, b] = [sets.intern(x), sets.intern(y)];
        const [mx, my] = [members(x), members(y)];
        expect(members(sets.get(sets.union(a, b)))).toEqual(new Set([...mx, ...my]));
        expect(members(sets.get(sets.intersect(a, b)))).toEqual(
          new Set([...mx].filter((one) => my.has(one))),
        );
        expect(members(sets.get(sets.minus(a, b)))).toEqual(new Set([...mx].filter((one) => !my.has(one))));
        expect(sets.includes(a, b)).toBe([...my].every((one) => mx.has(one)));
      }),
    );
  });

  it('tells a protocol as a whole from some of its ports', () => {
    const sets = new PortSets();
    const some = sets.union(sets.range('TCP', 80, 80), sets.range('TCP', 8000, 8080));
    expect(portText(sets, sets.union(some, sets.protocol('UDP')))).toBe('TCP 80, 8000–8080 · every UDP port');
  });
});
