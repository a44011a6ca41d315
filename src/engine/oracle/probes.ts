import type { Protocol } from '../model/objects';
import type { Party } from './oracle';
import type { RandomCluster } from './randomCluster';

/** One question. */
export interface Probe {
  readonly from: Party;
  readonly to: Party;
  readonly protocol: Protocol;
  readonly port: number;
}

const outside = [
  '203.0.113.7',
  '203.0.113.200',
  '10.0.1.77',
  '10.200.0.1',
  '169.254.169.254',
  '2001:db8::1',
  'fd00::5',
];

const targets: readonly (readonly [Protocol, number])[] = [
  ['TCP', 80],
  ['TCP', 81],
  ['TCP', 8080],
  ['UDP', 53],
  ['SCTP', 80],
];

/** Every ordered pair of living pods, of their addresses and of some addresses outside, on a few ports. */
export function probesOf({ pods }: RandomCluster): readonly Probe[] {
  const living = pods.filter(({ completed }) => !completed);
  const byName = living.map(({ namespace, name }): Party => ({ pod: `${namespace}/${name}` }));
  const own = living.flatMap(({ hostNetwork, addresses }) => (hostNetwork ? [] : addresses));
  const byAddress = [...own, ...outside].map((ip): Party => ({ ip }));
  const pairs = [
    ...byName.flatMap((from) => [...byName, ...byAddress].map((to) => ({ from, to }))),
    ...byAddress.flatMap((from) => byName.map((to) => ({ from, to }))),
  ];
  return pairs.flatMap((pair) => targets.map(([protocol, port]) => ({ ...pair, protocol, port })));
}
