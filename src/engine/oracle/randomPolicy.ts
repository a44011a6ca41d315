import fc from 'fast-check';
import type { Protocol } from '../model/objects';
import type {
  LabelSelector,
  NetworkPolicy,
  Peer,
  PolicyPort,
  PolicyType,
  Requirement,
  Rule,
} from '../model/policy';
import type { Range } from '../source';

/** Random objects come from no text. */
export const nowhere: Range = { start: 0, end: 0 };

/** Names of the namespaces everything random lives in. */
export const namespaceNames = ['x', 'y', 'z'] as const;

/** A selector with these requirements. */
export const selectorOf = (...requirements: readonly Requirement[]): LabelSelector => ({
  requirements,
  range: nowhere,
});

/** One requirement on `key`, whose interesting values are `values`. */
export function requirements(key: string, values: readonly string[]): fc.Arbitrary<Requirement> {
  const some = fc.subarray([...values], { minLength: 1, maxLength: 2 });
  return fc
    .oneof(
      fc.record({ operator: fc.constantFrom('In' as const, 'NotIn' as const), values: some }),
      fc.record({
        operator: fc.constantFrom('Exists' as const, 'DoesNotExist' as const),
        values: fc.constant([]),
      }),
    )
    .map((part) => ({ key, range: nowhere, ...part }));
}

const podRequirement = fc.oneof(requirements('app', ['a', 'b', 'c']), requirements('tier', ['1', '2', '']));

const namespaceRequirement = fc.oneof(
  requirements('team', ['red', 'blue', '']),
  requirements('kubernetes.io/metadata.name', namespaceNames),
);

const selector = (requirement: fc.Arbitrary<Requirement>): fc.Arbitrary<LabelSelector> =>
  fc.array(requirement, { maxLength: 2 }).map((list) => selectorOf(...list));

/** Any selector for pods. */
export const podSelectors = selector(podRequirement);
const namespaceSelectors = selector(namespaceRequirement);

/** Blocks around the addresses random pods have, with the holes that fit in them. */
const blocks: readonly (readonly [string, readonly string[]])[] = [
  ['0.0.0.0/0', ['10.0.0.0/8', '10.0.1.0/24', '169.254.169.254/32', '192.168.0.0/16', '10.0.0.1/32']],
  ['10.0.0.0/8', ['10.0.0.0/16', '10.0.1.0/24', '10.0.0.0/31', '10.200.0.0/16']],
  ['10.0.0.0/16', ['10.0.2.0/24', '10.0.1.2/31']],
  ['10.0.1.0/29', ['10.0.1.3/32']],
  // Nothing is left of these where both are taken out.
  ['10.0.0.0/8', ['10.0.0.0/9', '10.128.0.0/9']],
  ['::/0', ['::/1', '8000::/1']],
  ['172.16.0.0/12', []],
  ['192.168.0.0/24', ['192.168.0.2/32']],
  ['128.0.0.0/1', ['203.0.113.0/24']],
  ['203.0.113.0/24', ['203.0.113.128/25']],
  ['::/0', ['fd00::/16', 'fd00::2/128']],
  ['fd00::/120', ['fd00::4/126', 'fd00::1/128']],
  ['100.64.0.0/10', ['100.64.0.0/16']],
  ['0.0.0.0/0', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10']],
];

const blockPeers: fc.Arbitrary<Peer> = fc
  .constantFrom(...blocks)
  .chain(([cidr, holes]) =>
    fc
      .subarray([...holes], { maxLength: Math.min(holes.length > 3 ? 4 : 2, holes.length) })
      .map((except): Peer => ({ kind: 'ipBlock', cidr, except, range: nowhere })),
  );

const podPeers: fc.Arbitrary<Peer> = fc.oneof(
  podSelectors.map((podSelector): Peer => ({
    kind: 'pods',
    namespaceSelector: null,
    podSelector,
    range: nowhere,
  })),
  namespaceSelectors.map((namespaceSelector): Peer => ({
    kind: 'pods',
    namespaceSelector,
    podSelector: null,
    range: nowhere,
  })),
  fc.tuple(namespaceSelectors, podSelectors).map(([namespaceSelector, podSelector]): Peer => ({
    kind: 'pods',
    namespaceSelector,
    podSelector,
    range: nowhere,
  })),
);

const protocols: fc.Arbitrary<Protocol> = fc.constantFrom('TCP', 'TCP', 'UDP', 'SCTP');

const policyPorts: fc.Arbitrary<PolicyPort> = fc
  .tuple(
    protocols,
    fc.constantFrom(
      { port: 80, endPort: null },
      { port: 8080, endPort: null },
      { port: 53, endPort: null },
      { port: 79, endPort: 81 },
      { port: 81, endPort: 8080 },
      { port: 80, endPort: 80 },
      { port: 'http', endPort: null },
      { port: 'dns', endPort: null },
      { port: 'nobody', endPort: null },
      { port: null, endPort: null },
    ),
  )
  .map(([protocol, part]) => ({ protocol, range: nowhere, ...part }));

/** Any rule; one without peers or ports now and then. */
export const rules: fc.Arbitrary<Rule> = fc.record({
  peers: fc.array(fc.oneof({ weight: 3, arbitrary: podPeers }, { weight: 2, arbitrary: blockPeers }), {
    maxLength: 3,
  }),
  ports: fc.array(policyPorts, { maxLength: 3 }),
  range: fc.constant(nowhere),
});

const policyTypes = fc.constantFrom<readonly PolicyType[]>(['Ingress'], ['Egress'], ['Ingress', 'Egress']);

/** Any policy of one of the random namespaces, without a name. */
export const policies: fc.Arbitrary<Omit<NetworkPolicy, 'name'>> = fc.record({
  kind: fc.constant('NetworkPolicy' as const),
  namespace: fc.constantFrom(...namespaceNames),
  podSelector: podSelectors,
  policyTypes,
  ingress: fc.array(rules, { maxLength: 3 }),
  egress: fc.array(rules, { maxLength: 3 }),
  nameRange: fc.constant(nowhere),
  range: fc.constant(nowhere),
});
