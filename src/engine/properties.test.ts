import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CniProfile } from './answer';
import { askEngine, askOracle } from './conformance/ask';
import type { Ask } from './conformance/ask';
import type { PodObject } from './model/objects';
import type { LabelSelector, NetworkPolicy } from './model/policy';
import { oracleVerdict } from './oracle/oracle';
import type { OracleCluster, OracleVerdict, Party } from './oracle/oracle';
import { probesOf } from './oracle/probes';
import type { Probe } from './oracle/probes';
import { randomClusters } from './oracle/randomCluster';
import type { RandomCluster } from './oracle/randomCluster';
import { nowhere, policies, requirements, selectorOf } from './oracle/randomPolicy';
import { render } from './oracle/render';
import {
  mapPeers,
  newNamespace,
  newPod,
  renamed,
  reversed,
  split,
  withOwnNamespace,
  withoutHoles,
} from './oracle/transform';

type Evaluator = (cluster: RandomCluster, cni?: CniProfile) => Ask;

const oracle: Evaluator =
  (cluster, cni = 'spec') =>
  ({ from, to, protocol, port }) =>
    oracleVerdict(cluster, from, to, protocol, port, cni);

const engine: Evaluator = (cluster, cni = 'spec') => askEngine(render(cluster), cni);

const show = (party: Party): string => ('pod' in party ? party.pod : party.ip);

/** A verdict per probe, as lines that show where two lists differ. */
const verdicts = (ask: Ask, probes: readonly Probe[]): string[] =>
  probes.map(
    (probe) => `${show(probe.from)} ${show(probe.to)} ${probe.protocol} ${String(probe.port)} ${ask(probe)}`,
  );

const runs = { numRuns: 25 };

const withPolicies = (
  cluster: RandomCluster,
  change: (policy: NetworkPolicy) => NetworkPolicy,
): RandomCluster => ({
  ...cluster,
  policies: cluster.policies.map(change),
});

describe.each([
  { name: 'oracle', evaluate: oracle },
  { name: 'engine', evaluate: engine },
])('the $name', ({ evaluate }) => {
  const same = (before: RandomCluster, after: RandomCluster): void => {
    const probes = probesOf(before);
    expect(verdicts(evaluate(after), probes)).toEqual(verdicts(evaluate(before), probes));
  };

  it('never closes anything for a policy that isolates nothing new', () => {
    const rank: Record<OracleVerdict, number> = { deny: 0, unknown: 1, allow: 2 };
    fc.assert(
      fc.property(randomClusters(), policies, fc.nat(), (cluster, added, choice) => {
        const known = cluster.policies[choice % Math.max(1, cluster.policies.length)];
        fc.pre(known !== undefined);
        const { namespace, podSelector, policyTypes } = known;
        const more = { ...added, name: 'more', namespace, podSelector, policyTypes };
        const before = evaluate(cluster);
        const after = evaluate({ ...cluster, policies: [...cluster.policies, more] });
        const closed = probesOf(cluster).filter((probe) => rank[after(probe)] < rank[before(probe)]);
        expect(closed).toEqual([]);
      }),
      runs,
    );
  });

  it('does not care for the order of policies, rules, peers, ports and directions', () => {
    fc.assert(
      fc.property(randomClusters(), (cluster) => {
        same(cluster, { ...cluster, policies: cluster.policies.map(reversed).toReversed() });
      }),
      runs,
    );
  });

  it('reads a rule of many peers and ports as many rules of one each', () => {
    fc.assert(
      fc.property(randomClusters(), (cluster) => {
        same(cluster, withPolicies(cluster, split));
      }),
      runs,
    );
  });

  it('reads a podSelector alone as one with the own namespace beside it', () => {
    fc.assert(
      fc.property(randomClusters(), (cluster) => {
        same(
          cluster,
          withPolicies(cluster, (policy) => mapPeers(policy, withOwnNamespace)),
        );
      }),
      runs,
    );
  });

  it('lets every pod match exactly one of a requirement and its opposite', () => {
    const opposite = { In: 'NotIn', NotIn: 'In', Exists: 'DoesNotExist', DoesNotExist: 'Exists' } as const;
    fc.assert(
      fc.property(randomClusters(), requirements('app', ['a', 'b', 'c']), (cluster, requirement) => {
        const only = (chosen: typeof requirement): RandomCluster => ({
          ...cluster,
          policies: ['x', 'y', 'z'].map((namespace) => ({
            kind: 'NetworkPolicy',
            name: 'only',
            namespace,
            podSelector: selectorOf(),
            policyTypes: ['Ingress'],
            ingress: [
              {
                peers: [
                  {
                    kind: 'pods',
                    namespaceSelector: selectorOf(),
                    podSelector: selectorOf(chosen),
                    range: nowhere,
                  },
                ],
                ports: [],
                range: nowhere,
              },
            ],
            egress: [],
            nameRange: nowhere,
            range: nowhere,
          })),
        });
        const holds = evaluate(only(requirement));
        const fails = evaluate(only({ ...requirement, operator: opposite[requirement.operator] }));
        const ordinary = cluster.pods.filter(({ hostNetwork, completed }) => !hostNetwork && !completed);
        for (const source of ordinary) {
          for (const target of ordinary.filter((pod) => pod !== source)) {
            const probe: Probe = {
              from: { pod: `${source.namespace}/${source.name}` },
              to: { pod: `${target.namespace}/${target.name}` },
              protocol: 'TCP',
              port: 80,
            };
            expect([holds(probe), fails(probe)].sort()).toEqual(['allow', 'deny']);
          }
        }
      }),
      runs,
    );
  });

  it('reads a block with holes as the blocks that remain', () => {
    fc.assert(
      fc.property(randomClusters(), (cluster) => {
        same(
          cluster,
          withPolicies(cluster, (policy) => mapPeers(policy, withoutHoles)),
        );
      }),
      runs,
    );
  });

  it('allows everything without policies', () => {
    fc.assert(
      fc.property(randomClusters(), (cluster) => {
        const ask = evaluate({ ...cluster, policies: [] });
        expect(probesOf(cluster).filter((probe) => ask(probe) !== 'allow')).toEqual([]);
      }),
      runs,
    );
  });

  it('asks only the policies of the two namespaces', () => {
    fc.assert(
      fc.property(randomClusters(), fc.constantFrom('x', 'y', 'z'), (cluster, gone) => {
        const lives = (party: Party): boolean =>
          'ip' in party
            ? !cluster.pods.some((pod) => pod.namespace === gone && pod.addresses.includes(party.ip))
            : !party.pod.startsWith(`${gone}/`);
        const probes = probesOf(cluster).filter(({ from, to }) => lives(from) && lives(to));
        const rest = { ...cluster, policies: cluster.policies.filter(({ namespace }) => namespace !== gone) };
        expect(verdicts(evaluate(rest), probes)).toEqual(verdicts(evaluate(cluster), probes));
      }),
      runs,
    );
  });

  it('does not care what namespaces and pods are called', () => {
    const follow = (party: Party): Party => {
      if ('ip' in party) return party;
      const [namespace = '', name = ''] = party.pod.split('/');
      return { pod: `${newNamespace(namespace)}/${newPod(name)}` };
    };
    fc.assert(
      fc.property(randomClusters(), (cluster) => {
        const before = evaluate(cluster);
        const after = evaluate(renamed(cluster));
        const differs = probesOf(cluster).filter(
          (probe) => before(probe) !== after({ ...probe, from: follow(probe.from), to: follow(probe.to) }),
        );
        expect(differs).toEqual([]);
      }),
      runs,
    );
  });

  it('allows everything where nothing is enforced', () => {
    fc.assert(
      fc.property(randomClusters(), (cluster) => {
        const ask = evaluate(cluster, 'none');
        expect(probesOf(cluster).filter((probe) => ask(probe) !== 'allow')).toEqual([]);
      }),
      runs,
    );
  });
});

describe('the decoders', () => {
  it('read from the text what was written into it', () => {
    fc.assert(
      fc.property(randomClusters(), (cluster) => {
        const probes = probesOf(cluster);
        expect(verdicts(askOracle(render(cluster), 'spec'), probes)).toEqual(
          verdicts(oracle(cluster), probes),
        );
      }),
      runs,
    );
  });
});

describe('engine and oracle', () => {
  it.each(['spec', 'cilium'] as const)('agree on every pair, protocol and port (%s)', (cni) => {
    fc.assert(
      fc.property(randomClusters(), (cluster) => {
        const probes = probesOf(cluster);
        expect(verdicts(engine(cluster, cni), probes)).toEqual(verdicts(oracle(cluster, cni), probes));
      }),
      { numRuns: 100 },
    );
  });

  it('agree where nobody knows the value of a label, or the engine cannot say', () => {
    fc.assert(
      fc.property(randomClusters(), fc.nat(), (cluster, choice) => {
        const { text, known } = withTemplates(cluster, choice);
        const probes = probesOf(known);
        const wanted = verdicts(oracle(known), probes);
        const answered = verdicts(askEngine(text, 'spec'), probes);
        const wrong = answered.filter((one, at) => one !== wanted[at] && !one.endsWith(' unknown'));
        expect(wrong).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

const HASH = 'pod-template-hash';

/** The label `tier` becomes one that Deployments write, and some of the pods become such. */
function withTemplates(
  cluster: RandomCluster,
  choice: number,
): { readonly text: string; readonly known: RandomCluster & OracleCluster } {
  const isTemplate = (index: number): boolean => ((choice >> index) & 1) === 1;
  const key = (name: string): string => (name === 'tier' ? HASH : name);
  const asked = (selector: LabelSelector): LabelSelector => ({
    ...selector,
    requirements: selector.requirements.map((one) => ({ ...one, key: key(one.key) })),
  });
  const pods = cluster.pods.map((pod, index) => {
    const labels = new Map([...pod.labels].map(([name, value]) => [key(name), value]));
    if (!isTemplate(index) || pod.completed || pod.hostNetwork) return { ...pod, labels };
    labels.delete(HASH);
    return { ...pod, labels, nodeName: null, addresses: [], hostAddresses: [], hidden: [HASH] };
  });
  const policies = cluster.policies.map((policy) =>
    mapPeers({ ...policy, podSelector: asked(policy.podSelector) }, (peer) => [
      peer.kind === 'pods' && peer.podSelector !== null
        ? { ...peer, podSelector: asked(peer.podSelector) }
        : peer,
    ]),
  );
  const known = { ...cluster, pods, policies };
  const text = render({ ...known, pods: pods.filter((pod) => !('hidden' in pod)) });
  const templates = pods.filter((pod) => 'hidden' in pod).map(templateManifest);
  return { text: [text, ...templates].join('---\n'), known };
}

function templateManifest({ namespace, name, labels, ports }: PodObject): string {
  const containers = ports.map((port, index) => ({
    name: `main-${String(index)}`,
    image: 'example.com/main',
    ports: [
      {
        ...(port.name === null ? {} : { name: port.name }),
        containerPort: port.port,
        protocol: port.protocol,
      },
    ],
  }));
  const own = { ...Object.fromEntries(labels), own: name };
  return JSON.stringify({
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { namespace, name },
    spec: {
      selector: { matchLabels: { own: name } },
      template: { metadata: { labels: own }, spec: { containers } },
    },
  }).concat('\n');
}
