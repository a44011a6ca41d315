import { t } from '../language/t';
import { Tone, type PairExplanation } from './answer';
import { formatRange } from './compile/addressRanges';
import { protocols } from './compile/portSet';
import type { Space } from './compile/space';
import type { Evaluated, NamedEnd } from './evaluate/evaluated';
import { judge } from './evaluate/pair';
import { explainPair } from './explain/explainPair';
import { shutSentence } from './explain/sentences';
import { isLoopbackText, loopbackOf, loopbackSentence, noSourceSentence } from './loopback';
import { formatAddress, parseAddress, type Address } from './model/address';
import { workloadsCalled } from './model/calledWorkloads';
import type { Cluster } from './model/cluster';
import type { Workload } from './model/fold';
import type { Protocol } from './model/objects';
import { isUnplaced } from './model/podNetwork';

/**
 * One end of a question: a pod or workload as `namespace/name` (or `namespace/Kind/name`), or an address, which `name`
 * is told instead of.
 */
export type Party = { readonly pod: string } | { readonly ip: string; readonly name?: string };

/** May a connection from one to the other, to this port of the destination pod, be opened? */
export interface Query {
  readonly from: Party;
  readonly to: Party;
  readonly protocol: string;
  readonly port: number;
}

/** unknown: the manifests do not decide it, or the question is about something that is not there; `reason` says which. */
export interface QueryAnswer {
  readonly verdict: 'allow' | 'deny' | 'unknown';
  readonly reason: string;
  readonly evidence: PairExplanation | null;
}

/** Answers one question; never throws. */
export function evaluateQuery(state: Evaluated, query: Query): QueryAnswer {
  const { from, to, port } = query;
  const protocol = query.protocol.toUpperCase();
  if (!isProtocol(protocol)) {
    return unknown(t`Network policies say nothing about ${protocol}: only TCP, UDP and SCTP can be decided.`);
  }
  if (!Number.isInteger(port) || port < 1 || port > 65535) return unknown(t`${port} is not a port.`);
  if ('ip' in from && isLoopbackText(from.ip)) return unknown(noSourceSentence(from.ip));
  const source = resolve(state.space, from);
  if (typeof source === 'string') return unknown(source);
  if ('ip' in to && isLoopbackText(to.ip)) {
    const of = loopbackOf(state.space.cluster, source.end);
    return {
      verdict: of === 'outside' ? 'unknown' : 'allow',
      reason: loopbackSentence(to.ip, of),
      evidence: null,
    };
  }
  const destination = resolve(state.space, to);
  if (typeof destination === 'string') return unknown(destination);

  if (isSamePod(source, destination)) {
    return { verdict: 'allow', reason: t`A pod can always reach itself.`, evidence: null };
  }
  const { sets } = state;
  const pair = judge(state.space, sets, state.rows, source.end, destination.end);
  const evidence = explainPair(state, source, destination);
  // Where other ports pass, or are not decided, what is said of the pair is no reason for this one.
  const whyNot = (): string =>
    evidence.tone === Tone.partial || evidence.tone === Tone.unknown
      ? shutSentence(source.name, destination.name, sets, pair, sets.range(protocol, port, port))
      : evidence.sentence;
  const also = [from, to].flatMap((party) => whoElse(state.space, party));
  const told = (reason: string): string => [reason, ...also].join(' ');
  if (sets.has(pair.definite, protocol, port))
    return { verdict: 'allow', reason: told(evidence.sentence), evidence };
  if (!sets.has(pair.possible, protocol, port)) return { verdict: 'deny', reason: told(whyNot()), evidence };
  return { verdict: 'unknown', reason: evidence.doubts.join(' '), evidence };
}

function unknown(reason: string): QueryAnswer {
  return { verdict: 'unknown', reason, evidence: null };
}

function isProtocol(text: string): text is Protocol {
  return protocols.some((protocol) => protocol === text);
}

function isSamePod({ end: a }: NamedEnd, { end: b }: NamedEnd): boolean {
  return a.pods.length === 1 && b.pods.length === 1 && a.pods[0] === b.pods[0];
}

/** The end a question means, or why there is none. */
function resolve(space: Space, party: Party): NamedEnd | string {
  return 'pod' in party ? resolvePod(space, party.pod) : resolveAddress(space, party.ip, party.name);
}

function resolvePod(space: Space, text: string): NamedEnd | string {
  const { cluster } = space;
  const slash = text.indexOf('/');
  const namespace = slash === -1 ? 'default' : text.slice(0, slash);
  const name = text.slice(slash + 1);
  const isIt = (one: { namespace: string; name: string }): boolean =>
    one.namespace === namespace && one.name === name;
  const pod = cluster.pods.findIndex((one) => isIt(one) && one.object.kind === 'Pod');
  if (pod !== -1) return endOfPods(space, text, [pod]);
  const isMeant = (one: { kind: string; namespace: string; name: string }): boolean =>
    isIt(one) || text === `${one.namespace}/${one.kind}/${one.name}`;
  const [called, another] = workloadsCalled(cluster.workloads, isMeant);
  if (called && another) {
    return t`${text} is a ${called.kind} and a ${another.kind}: say ${namespace}/${called.kind}/${name}.`;
  }
  if (called) {
    const members = called.members.flatMap((index) => cluster.workloads[index] ?? []);
    const pods = members.flatMap((one) => one.pods);
    return endOfPods(space, text, pods, members.length === 1 && members.some(hasReplicas));
  }
  // A ReplicaSet whose owner was not given stands for that.
  const standIns = cluster.pods.flatMap(({ object }, index) =>
    object.kind !== 'Node' && isMeant(object) ? [index] : [],
  );
  if (standIns.length > 0) return endOfPods(space, text, standIns);
  if (cluster.completedPods.some(isIt)) return t`Pod ${text} has finished: it no longer has a network.`;
  return t`There is no pod or workload ${text}.`;
}

const hasReplicas = ({ replicas, isTemplate }: Workload): boolean => replicas > 1 && isTemplate;

function endOfPods(space: Space, name: string, pods: readonly number[], replicated = false): NamedEnd {
  const classes = [...new Set(pods.map((pod) => space.classOfPod[pod] ?? 0))];
  // A template with several replicas stands for several pods: asking for itself means one of the others.
  return { id: name, name, end: { classes, pods: replicated ? [...pods, ...pods] : pods } };
}

function resolveAddress(space: Space, text: string, called?: string): NamedEnd | string {
  const { cluster } = space;
  const address = parseAddress(text);
  if (address === null) return t`${text} is not an IP address.`;
  const canonical = formatAddress(address);
  const withFamily = (named: NamedEnd): NamedEnd => ({
    ...named,
    end: { ...named.end, family: address.family },
  });

  const pod = podAt(cluster, address);
  const found = cluster.pods[pod];
  if (found) return withFamily(endOfPods(space, `${found.namespace}/${found.name}`, [pod]));
  const node = cluster.nodePods.get(canonical);
  if (node !== undefined) return withFamily(endOfPods(space, canonical, [node]));
  const service = cluster.services.find(({ clusterAddresses }) => clusterAddresses.includes(canonical));
  if (service) {
    return t`${text} is the cluster address of Service ${service.namespace}/${service.name}: policies see the pods behind it, never this address.`;
  }
  const interval = space.intervals.find(
    ({ range: { family, first, last } }) =>
      family === address.family && first <= address.value && address.value <= last,
  );
  if (!interval) return t`${text} is in no address range.`;
  return {
    id: `external/${formatRange(interval.range)}`,
    name: called ?? canonical,
    end: { classes: [interval.class], pods: [] },
  };
}

/** What is to be said of an address that nobody is known to have. */
function whoElse(space: Space, party: Party): readonly string[] {
  if ('pod' in party || party.name !== undefined) return [];
  const { cluster } = space;
  const address = parseAddress(party.ip);
  if (address === null || podAt(cluster, address) !== -1) return [];
  if (cluster.nodePods.has(formatAddress(address))) return [];
  const { family, value } = address;
  if (!space.mayHoldPod({ family, first: value, last: value })) return [];
  return cluster.pods.some(isUnplaced)
    ? [t`That is of ${party.ip} as an address outside: a pod whose address is not known may have it.`]
    : [];
}

/** Index of the pod that has the address for itself; -1: there is none. */
export function podAt({ pods }: Cluster, address: Address): number {
  return pods.findIndex((one) => !one.hostNetwork && one.addresses.some((own) => isSame(own, address)));
}

function isSame(a: Address, b: Address): boolean {
  return a.family === b.family && a.value === b.value;
}
