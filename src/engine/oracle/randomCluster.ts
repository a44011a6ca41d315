import fc from 'fast-check';
import type { ContainerPort, NamespaceObject, NodeObject, PodObject } from '../model/objects';
import type { NetworkPolicy } from '../model/policy';
import { namespaceNames, nowhere, policies } from './randomPolicy';

/** A small cluster in which much matches, for properties. Everything has its place in a text only after rendering. */
export interface RandomCluster {
  readonly namespaces: readonly NamespaceObject[];
  /** Names of namespaces that are declared in a way the API server refuses; some of them also as they should be. */
  readonly refused: readonly string[];
  readonly nodes: readonly NodeObject[];
  readonly pods: readonly PodObject[];
  readonly policies: readonly NetworkPolicy[];
}

const optional = (
  key: string,
  ...values: readonly string[]
): fc.Arbitrary<readonly (readonly [string, string])[]> =>
  fc.oneof(fc.constant([]), fc.constantFrom(...values.map((value) => [[key, value] as const])));

/** Declared ones; the others are only mentioned. */
const namespaces: fc.Arbitrary<readonly NamespaceObject[]> = fc
  .tuple(...namespaceNames.map(() => fc.option(optional('team', 'red', 'blue', ''))))
  .map((chosen) =>
    chosen.flatMap((labels, index): NamespaceObject[] => {
      const name = namespaceNames[index];
      if (labels === null || name === undefined) return [];
      const own = new Map([...labels, ['kubernetes.io/metadata.name', name]]);
      return [{ kind: 'Namespace', name, labels: own, nameRange: nowhere, range: nowhere }];
    }),
  );

const ports: readonly ContainerPort[] = [
  { name: 'http', protocol: 'TCP', port: 80 },
  { name: 'http', protocol: 'TCP', port: 8080 },
  { name: 'http', protocol: 'SCTP', port: 80 },
  { name: 'dns', protocol: 'UDP', port: 53 },
  { name: null, protocol: 'TCP', port: 81 },
];

/** Node `n1` has 192.168.0.1 and fd00:1::1, `n2` the next ones. */
const nodeAddresses = (node: string): readonly string[] => [
  `192.168.0.${node.slice(1)}`,
  `fd00:1::${node.slice(1)}`,
];

const nodes: fc.Arbitrary<readonly NodeObject[]> = fc.subarray(['n1', 'n2']).map((names) =>
  names.map((name) => ({
    kind: 'Node',
    name,
    labels: new Map(),
    addresses: nodeAddresses(name),
    nameRange: nowhere,
    range: nowhere,
  })),
);

/** Which addresses of a pod are known. */
type Known = readonly ('v4' | 'v6')[];

const pods = (known: fc.Arbitrary<Known>): fc.Arbitrary<(index: number) => PodObject> =>
  fc
    .record({
      namespace: fc.constantFrom(...namespaceNames),
      labels: fc
        .tuple(optional('app', 'a', 'b'), optional('tier', '1', '2', ''))
        .map((lists) => new Map(lists.flat())),
      ports: fc.subarray([...ports], { maxLength: 3 }),
      hostNetwork: fc.oneof(
        { weight: 7, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(true) },
      ),
      nodeName: fc.constantFrom('n1', 'n2', null),
      known,
      completed: fc.oneof(
        { weight: 15, arbitrary: fc.constant(false) },
        { weight: 1, arbitrary: fc.constant(true) },
      ),
    })
    .map(({ known: families, nodeName, hostNetwork, namespace, ...rest }) => (index) => {
      const number = String(index + 1);
      const own = {
        // Rarely elsewhere than pods mostly are.
        v4: `${index === 5 ? '100.64' : '10.0'}.${String(namespaceNames.indexOf(namespace))}.${number}`,
        v6: `fd00::${number}`,
      };
      const host = nodeName === null ? [] : nodeAddresses(nodeName).slice(0, families.length);
      return {
        kind: 'Pod',
        pending: false,
        unready: false,
        terminating: false,
        name: `p${number}`,
        namespace,
        hostNetwork,
        nodeName,
        owner: null,
        addresses: hostNetwork ? host : families.map((family) => own[family]),
        hostAddresses: host,
        nameRange: nowhere,
        range: nowhere,
        ...rest,
      };
    });

const someKnown = fc.constantFrom<Known>(['v4'], ['v4'], ['v4', 'v6'], ['v6'], []);
const allKnown = fc.constantFrom<Known>(['v4'], ['v4', 'v6']);

/** Clusters of three namespaces, up to seven pods and five policies. */
export function randomClusters(
  options: { readonly addressesKnown?: boolean } = {},
): fc.Arbitrary<RandomCluster> {
  const known = options.addressesKnown === true ? allKnown : someKnown;
  const clusters = fc.record({
    namespaces,
    refused: fc.oneof(
      { weight: 2, arbitrary: fc.constant<(typeof namespaceNames)[number][]>([]) },
      { weight: 1, arbitrary: fc.subarray([...namespaceNames], { minLength: 1 }) },
    ),
    nodes,
    pods: fc
      .array(pods(known), { minLength: 3, maxLength: 7 })
      .map((list) => list.map((make, index) => make(index))),
    policies: fc
      .array(policies, { maxLength: 5 })
      .map((list) =>
        list.map((policy, index): NetworkPolicy => ({ ...policy, name: `policy-${String(index + 1)}` })),
      ),
  });
  // Refused ones seldom are declared as they should be as well.
  return clusters.map((cluster) => ({
    ...cluster,
    namespaces: cluster.namespaces.filter(
      ({ name, labels }) => labels.size === 1 || !cluster.refused.some((refused) => refused === name),
    ),
  }));
}
