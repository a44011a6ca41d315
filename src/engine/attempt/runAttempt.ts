import { n, t } from '../../language/t';
import type { Evaluated } from '../evaluate/evaluated';
import { firstPort, lastPort, PortSets } from '../compile/portSet';
import { judge, type End } from '../evaluate/pair';
import { formatAddress, isLoopback, parseAddress } from '../model/address';
import { isScaledToNone, type ClusterPod } from '../model/cluster';
import type { Workload } from '../model/fold';
import type { ServiceObject } from '../model/objects';
import { loopbackSentence, noSourceSentence } from '../loopback';
import { evaluateQuery, type Party, type QueryAnswer } from '../query';
import type { Attempt, AttemptResult, AttemptStep, Fate, Misread } from './attempt';
import { dnsStep } from './dns';
import { endpointsOf, type Endpoint } from './endpoints';
import { leftOutSteps } from './leftOut';
import { misreadAddress, namesLoopback } from './misread';
import { namedPod } from './namedPod';
import { pairOf, podOf, workloadsOf } from './pairOf';
import { step } from './step';
import { commandOf, symptomOf } from './symptoms';
import { readAlias, readTarget, type Target } from './target';

/** So many other names are followed: they may lead in a circle. */
const MOST_NAMES = 8;

/** https://kubernetes.io/docs/concepts/security/controlling-access/ */
const API_PORT = 443;

/** Who tries: a pod of the cluster, or somebody outside. */
interface Client {
  readonly name: string;
  readonly party: Party;
  readonly pod: ClusterPod | null;
  readonly workload: Workload | null;
  /** The pods it may be. */
  readonly pods: readonly ClusterPod[];
  /** It may also be another like them: a template stands for several. */
  readonly hasReplicas: boolean;
}

/**
 * Plays a connection through: name lookup, Service, endpoints, policies, port; or says what in it is no connection.
 * Policies see the connection after a Service's address was replaced by an endpoint's.
 * https://kubernetes.io/docs/concepts/services-networking/network-policies/
 */
export function runAttempt(state: Evaluated, attempt: Attempt): AttemptResult | Misread {
  const client = findClient(state, attempt.from.trim().replace(/^service:/, ''));
  if ('field' in client) return client;
  const target = readTarget(state, attempt.to, client.pod?.namespace ?? null);
  if ('field' in target) return target;
  const steps: AttemptStep[] = [];
  const fate = follow(state, attempt, client, target, steps);
  const sentence = sentenceOf(fate, client.name, target.host, attempt);
  if (client.pods.length > 0 && client.pods.every(isScaledToNone)) {
    const idle = t`Nothing of ${client.name} runs: it has 0 replicas. If it did: ${sentence}`;
    return { fate: 'unknown', sentence: idle, steps, symptom: '', command: '' };
  }
  return {
    fate,
    sentence,
    steps,
    symptom: symptomOf(fate, attempt, target.host),
    command: commandOf(commandTarget(client), attempt, hostToType(state, target)),
  };
}

function follow(
  state: Evaluated,
  attempt: Attempt,
  client: Client,
  target: Target,
  steps: AttemptStep[],
): Fate {
  if (isName(target) && client.pod) {
    const dns = dnsStep(state, client.party, client.pod);
    steps.push(dns);
    if (dns.outcome === 'stop') return 'unresolved';
    if (dns.outcome === 'doubt') return 'unknown';
  }
  return reach(state, attempt, client, target, steps);
}

/** What follows once the name is looked up. */
function reach(
  state: Evaluated,
  attempt: Attempt,
  client: Client,
  target: Target,
  steps: AttemptStep[],
): Fate {
  switch (target.kind) {
    case 'nobody':
      steps.push(...leftOutSteps(state, target.leftOut, 'note'));
      steps.push(step('service', 'stop', nobodySentence(target)));
      return 'unknown-host';
    case 'unclear':
      steps.push(step('service', 'doubt', target.sentence));
      return 'unknown';
    case 'loopback':
      return toItself(state, attempt, client, target.host, steps);
    case 'outside':
      return toOutside(state, attempt, client, target.host, steps);
    case 'api-server':
      return toApiServer(state, attempt, client, target.host, steps);
    case 'service':
      return toService(state, attempt, client, target.service, steps);
    case 'pod':
    case 'address': {
      if (client.pod === null && target.kind === 'pod' && target.isByName) {
        steps.push(step('service', 'doubt', fromOutsideSentence(target.host)));
        return 'unknown';
      }
      const party: Party = target.kind === 'pod' ? { pod: target.pod } : { ip: target.ip };
      return toParty(state, attempt, client, party, attempt.port, steps);
    }
  }
}

const MOST_OTHERS = 5;

function nobodySentence({ host, others, leftOut }: Target & { kind: 'nobody' }): string {
  if (leftOut.length > 0) return t`The cluster’s DNS knows no ${host}: it has names of ready pods only.`;
  if (host.includes('.')) return t`The cluster’s DNS knows no ${host}: there is no such Service or pod.`;
  const stop = t`The cluster’s DNS knows no ${host}: there is no such Service.`;
  if (others.length === 0) return stop;
  const names = others.slice(0, MOST_OTHERS).join(', ') + (others.length > MOST_OTHERS ? ', …' : '');
  return `${stop} ${t`Called so: ${names}.`}`;
}

const fromOutsideSentence = (called: string): string =>
  t`How the outside gets to ${called} depends on load balancers and nodes.`;

function isName(target: Target): boolean {
  return (
    target.kind === 'nobody' ||
    target.kind === 'outside' ||
    target.kind === 'api-server' ||
    target.kind === 'unclear' ||
    ((target.kind === 'service' || target.kind === 'pod') && target.isByName)
  );
}

function toService(
  state: Evaluated,
  attempt: Attempt,
  client: Client,
  service: ServiceObject,
  steps: AttemptStep[],
  names = 0,
): Fate {
  const place = state.locate(service, service.nameRange);
  const called = `Service ${service.namespace}/${service.name}`;
  if (service.type === 'ExternalName') {
    const alias = readAlias(state, service);
    if (alias?.kind === 'service' && names < MOST_NAMES) {
      const { namespace, name } = alias.service;
      const other = `Service ${namespace}/${name}`;
      steps.push(step('service', 'note', t`${called} is only another name for ${other}.`, place));
      return toService(state, attempt, client, alias.service, steps, names + 1);
    }
    if (alias !== null && alias.kind !== 'service' && alias.kind !== 'nobody') {
      steps.push(step('service', 'note', t`${called} is only another name for ${alias.host}.`, place));
      return reach(state, attempt, client, alias, steps);
    }
    if (alias !== null) {
      const sentence = t`${called} is another name for ${alias.host}, which the cluster’s DNS cannot resolve.`;
      steps.push(step('service', 'stop', sentence, place));
      return 'unknown-host';
    }
    steps.push(
      step('service', 'note', t`${called} is only another name for a host outside the cluster.`, place),
    );
    return toOutside(state, attempt, client, service.externalName ?? t`that host`, steps);
  }
  if (client.pod === null) {
    steps.push(step('service', 'doubt', fromOutsideSentence(called), place));
    return 'unknown';
  }
  const port =
    service.ports.find((one) => one.port === attempt.port && one.protocol === attempt.protocol) ?? null;
  if (port === null && !service.headless) {
    const ports = service.ports.map((one) => `${one.protocol} ${String(one.port)}`).join(', ');
    const leading = leadingTo(state, service, attempt);
    if (leading !== null) {
      const sentence = t`${called} leads from port ${leading} to port ${attempt.port} of its pods.`;
      steps.push(step('service', 'note', sentence, place));
    }
    steps.push(
      step(
        'service',
        'stop',
        t`${called} has no port ${attempt.protocol} ${String(attempt.port)}, only ${ports}.`,
        place,
      ),
    );
    return 'timed-out';
  }
  if (service.selector === null) {
    steps.push(
      step('endpoint', 'doubt', t`${called} has no selector: its endpoints are made by hand.`, place),
    );
    return 'unknown';
  }
  const { endpoints, leftOut } = endpointsOf(state, service, port, attempt.port);
  if (endpoints.length === 0) {
    if (leftOut.length === 0)
      steps.push(
        step('endpoint', 'stop', t`${called} has no endpoints: its selector matches no pod.`, place),
      );
    const mayStillServe = !service.headless && leftOut.some(({ why }) => why === 'terminating');
    steps.push(...leftOutSteps(state, leftOut, mayStillServe ? 'note' : 'stop'));
    if (service.headless) {
      // It has no address of its own. https://kubernetes.io/docs/concepts/services-networking/service/#headless-services
      const sentence = t`${called} is headless: without endpoints its name has no address.`;
      steps.push(step('service', 'stop', sentence, place));
      return 'unknown-host';
    }
    if (!mayStillServe) return 'refused';
    // https://kubernetes.io/docs/reference/networking/virtual-ips/#traffic-to-terminating-endpoints
    const sentence = t`No endpoint of ${called} is ready: it may still lead to pods that are being deleted.`;
    steps.push(step('endpoint', 'doubt', sentence, place));
    return 'unknown';
  }
  const leadsTo = service.headless
    ? t`${called} is headless: the client connects to the pods themselves, port ${attempt.port} as it is.`
    : leadsToSentence(called, attempt.port, port?.targetPort ?? attempt.port, endpoints);
  steps.push(step('service', 'pass', leadsTo, place));
  steps.push(...leftOutSteps(state, leftOut, 'note'));
  return toEndpoints(state, attempt, client, called, endpoints, steps);
}

/** The port of the Service behind which its pods listen on the one that was asked for, as the picture tells it. */
function leadingTo(state: Evaluated, service: ServiceObject, { protocol, port }: Attempt): number | null {
  const found = service.ports.find(
    (one) =>
      one.protocol === protocol &&
      endpointsOf(state, service, one, port).endpoints.some((endpoint) => endpoint.port === port),
  );
  return found?.port ?? null;
}

function leadsToSentence(
  service: string,
  from: number,
  to: number | string,
  [first, ...others]: readonly Endpoint[],
): string {
  if (first && others.length === 0)
    return t`${service} leads port ${from} to port ${to} of pod ${first.pod.name}.`;
  // As texts: numbers of ports are not grouped.
  const [own, target] = [String(from), String(to)];
  const count = others.length + 1;
  return n(
    count,
  )`${service} leads port ${own} to port ${target} of ${count} pod.|${service} leads port ${own} to port ${target} of ${count} pods.`;
}

/** Replicas mostly fare alike: each outcome is told once. */
function toEndpoints(
  state: Evaluated,
  attempt: Attempt,
  client: Client,
  service: string,
  endpoints: readonly Endpoint[],
  steps: AttemptStep[],
): Fate {
  const isOne = client.pods.length === 1 && !client.hasReplicas;
  const fates = new Map<string, { readonly fate: Fate; readonly steps: readonly AttemptStep[] }>();
  for (const { pod, index, port } of endpoints) {
    const isItself = isOne && client.pods.includes(pod);
    const key = `${String(state.space.classOfPod[index])} ${String(port)} ${pod.nodeName ?? ''} ${String(isItself)}`;
    if (fates.has(key)) continue;
    const own: AttemptStep[] = [];
    const to = { pod: `${pod.namespace}/${pod.name}` };
    const fate =
      isItself && !mayReachItsLike(state, attempt, index, port)
        ? backToItself(service, pod, own)
        : toParty(state, attempt, client, to, port, own);
    fates.set(key, { fate, steps: own });
  }
  const told = new Map<string, AttemptStep>();
  for (const { steps: own } of fates.values()) for (const one of own) told.set(one.sentence, one);
  steps.push(...told.values());
  const others = isOne ? [] : endpoints.filter(({ pod }) => client.pods.includes(pod));
  if (others.some(({ index, port }) => !mayReachItsLike(state, attempt, index, port))) {
    const sentence = t`${service} may lead a pod back to itself: whether policies apply to that depends on the network plugin.`;
    steps.push(step('policy', 'note', sentence));
  }
  const distinct = new Set([...fates.values()].map(({ fate }) => fate));
  const [only = 'unknown', another] = distinct;
  if (another === undefined) return only;
  return distinct.has('unknown') ? 'unknown' : 'flaky';
}

/**
 * Led back to itself by its Service a pod is at least as free as another like it would be. Whether policies apply at all
 * is not specified; under Cilium they do not. https://github.com/cilium/cilium/pull/15321
 */
function mayReachItsLike(
  { space, sets, rows }: Evaluated,
  { protocol }: Attempt,
  index: number,
  port: number,
): boolean {
  if (space.cni === 'cilium') return true;
  const end = { classes: [space.classOfPod[index] ?? 0], pods: [index] };
  return sets.has(judge(space, sets, rows, end, end).definite, protocol, port);
}

function backToItself(service: string, { name }: ClusterPod, steps: AttemptStep[]): Fate {
  const sentence = t`${service} leads ${name} back to itself. Policies do not clearly allow that to another pod like it, and whether they apply here depends on the network plugin.`;
  steps.push(step('policy', 'doubt', sentence));
  return 'unknown';
}

function toParty(
  state: Evaluated,
  { protocol }: Attempt,
  client: Client,
  to: Party,
  port: number,
  steps: AttemptStep[],
): Fate {
  const answer = evaluateQuery(state, { from: client.party, to, protocol, port });
  steps.push(policyStep(answer, pairOf(state, client.party, to)));
  if (answer.verdict === 'unknown') return 'unknown';
  if (answer.verdict === 'deny') return 'timed-out';
  return listens(state, to, protocol, port, steps);
}

function policyStep({ verdict, reason, evidence }: QueryAnswer, pair: AttemptStep['pair']): AttemptStep {
  const outcome = verdict === 'allow' ? 'pass' : verdict === 'deny' ? 'stop' : 'doubt';
  const sides = evidence ? [evidence.egress, evidence.ingress] : [];
  const stopping = verdict === 'deny' ? sides.find(({ isShut }) => isShut) : undefined;
  return step('policy', outcome, reason, stopping?.policies[0]?.place ?? null, pair);
}

/** Ports need not be declared; where others are, a port that is not is worth a word. */
function listens(state: Evaluated, to: Party, protocol: string, port: number, steps: AttemptStep[]): Fate {
  const pod = podOf(state, to);
  if (!pod || pod.ports.length === 0) return 'connected';
  if (pod.ports.some((one) => one.port === port && one.protocol === protocol)) {
    steps.push(step('port', 'pass', t`${pod.name} declares ${protocol} ${String(port)}.`));
    return 'connected';
  }
  const declared = pod.ports.map((one) => `${one.protocol} ${String(one.port)}`).join(', ');
  const sentence = t`${pod.name} declares ${declared}, not ${protocol} ${String(port)}: most likely nothing listens there.`;
  steps.push(step('port', 'stop', sentence, state.locate(pod.object, pod.object.nameRange)));
  return 'refused';
}

/** Policies have no say; what listens is known of pods of their own network only. */
function toItself(
  state: Evaluated,
  { protocol, port }: Attempt,
  { pod, party }: Client,
  host: string,
  steps: AttemptStep[],
): Fate {
  if (pod === null || pod.hostNetwork) {
    const sentence = loopbackSentence(host, pod === null ? 'outside' : 'node');
    steps.push(step('policy', 'doubt', `${sentence} ${t`What listens there is not known.`}`));
    return 'unknown';
  }
  steps.push(step('policy', 'pass', loopbackSentence(host, 'pod')));
  return listens(state, party, protocol, port, steps);
}

/** Which address a name outside has is not known: it is decided if all of the outside fares alike. */
function toOutside(
  state: Evaluated,
  attempt: Attempt,
  client: Client,
  host: string,
  steps: AttemptStep[],
): Fate {
  if (client.pod === null) {
    steps.push(step('policy', 'doubt', t`Both ends are outside the cluster.`));
    return 'unknown';
  }
  const { external } = state.space;
  const answers = external.flatMap(({ ranges: [range] }) => {
    if (!range) return [];
    const { family, first, last } = range;
    const isOwn = (value: bigint): boolean => isLoopback({ family, first: value, last: value });
    const value = [first, last].find((one) => !isOwn(one));
    if (value === undefined) return [];
    const to: Party = { ip: formatAddress({ family, value }), name: host };
    return [evaluateQuery(state, { ...attempt, from: client.party, to })];
  });
  const verdicts = new Set(answers.map(({ verdict }) => verdict));
  const [first] = answers;
  const [only, another] = verdicts;
  if (first && only !== undefined && another === undefined) {
    steps.push(policyStep(first, null));
    return only === 'allow' ? 'connected' : only === 'deny' ? 'timed-out' : 'unknown';
  }
  const sentence = t`Some addresses outside can be reached and others cannot: it depends on the address of ${host}.`;
  steps.push(step('policy', 'doubt', sentence));
  return 'unknown';
}

/**
 * It may be a node or outside the cluster, at any port: it is decided if all of that fares alike.
 * https://kubernetes.io/docs/concepts/cluster-administration/networking/
 */
function toApiServer(
  state: Evaluated,
  attempt: Attempt,
  client: Client,
  host: string,
  steps: AttemptStep[],
): Fate {
  const { space, sets, rows, units } = state;
  const called = 'Service default/kubernetes';
  if (client.pod === null) {
    steps.push(step('service', 'doubt', fromOutsideSentence(called)));
    return 'unknown';
  }
  if (attempt.protocol !== 'TCP' || attempt.port !== API_PORT) {
    const ports = `TCP ${String(API_PORT)}`;
    const sentence = t`${called} has no port ${attempt.protocol} ${String(attempt.port)}, only ${ports}.`;
    steps.push(step('service', 'stop', sentence));
    return 'timed-out';
  }
  const sentence = t`${called} is in every cluster: the API server makes it. Its addresses and its port are not among the manifests.`;
  steps.push(step('service', 'note', sentence));
  const pods = client.pods.map((pod) => space.cluster.pods.indexOf(pod));
  const source: End = { classes: [...new Set(pods.map((pod) => space.classOfPod[pod] ?? 0))], pods };
  const every = sets.range('TCP', firstPort, lastPort);
  const outside = units.external.filter((_, index) => !space.external[index]?.ranges.every(isLoopback));
  const nodes = [...space.cluster.nodePods.values()].map((index) => units.pod(index));
  const verdicts = new Set(
    [...outside, ...nodes].map(({ end }) => {
      const { definite, possible } = judge(space, sets, rows, source, end);
      if (sets.includes(definite, every)) return 'allow';
      return sets.intersect(possible, every) === PortSets.none ? 'deny' : 'unknown';
    }),
  );
  const [verdict, another] = verdicts;
  // Under Cilium no ipBlock holds a node, and that it may be one is all that is known.
  // https://docs.cilium.io/en/stable/network/kubernetes/policy/
  const isOpen = pods.every((pod) => rows.Egress[space.classOfPod[pod] ?? 0]?.isolated === false);
  const isClear = another === undefined && (verdict === 'deny' || isOpen || space.cni !== 'cilium');
  if (verdict === undefined || verdict === 'unknown' || !isClear) {
    steps.push(
      step('policy', 'doubt', t`Policies limit egress, and which of it is to the API server is not known.`),
    );
    return 'unknown';
  }
  const [range] = space.external.flatMap(({ ranges }) => ranges.filter((one) => !isLoopback(one)));
  const { family, first } = range ?? { family: 4, first: 0n };
  const to: Party = { ip: formatAddress({ family, value: first }), name: host };
  steps.push(policyStep(evaluateQuery(state, { ...attempt, from: client.party, to }), null));
  return verdict === 'allow' ? 'connected' : 'timed-out';
}

function findClient(state: Evaluated, text: string): Client | Misread {
  const misread = (sentence: string): Misread => ({ field: 'from', sentence, instead: null });
  if (namesLoopback(text)) return misread(noSourceSentence(text));
  const problem = misreadAddress(text);
  if (problem !== null) return misread(problem);
  if (parseAddress(text) !== null) return clientOf(state, { ip: text }, text);
  const found = namedPod(state, text);
  return 'pod' in found ? clientOf(state, found, text) : misread(found.problem);
}

function clientOf(state: Evaluated, party: Party, text: string): Client {
  const pod = podOf(state, party);
  const members = workloadsOf(state, party);
  const [workload = null] = members;
  const isPod =
    pod?.object.kind === 'Pod' && (!('pod' in party) || party.pod === `${pod.namespace}/${pod.name}`);
  const { pods: all } = state.space.cluster;
  const indices = members.flatMap((member) => member.pods);
  const pods = isPod ? [pod] : indices.flatMap((index) => all[index] ?? []);
  const hasReplicas = !isPod && workload !== null && workload.isTemplate && workload.replicas > 1;
  const whole = members.length > 1 ? workload?.partOf : workload;
  return { name: whole?.name ?? pod?.name ?? text, party, pod, workload, pods, hasReplicas };
}

function commandTarget({
  pod,
  workload,
}: Client): { readonly namespace: string; readonly target: string } | null {
  if (pod === null) return null;
  const isOwned = workload !== null && workload.kind !== 'Pod';
  const target = isOwned ? `${workload.kind.toLowerCase()}/${workload.name}` : pod.name;
  return { namespace: pod.namespace, target };
}

/** Pods are called by their address, which DNS has no name for. */
function hostToType(state: Evaluated, target: Target): string {
  if (target.kind !== 'pod' || target.isByName) return target.host;
  const [address] = podOf(state, target)?.addresses ?? [];
  return address ? formatAddress(address) : t`<IP of ${target.pod}>`;
}

function sentenceOf(fate: Fate, from: string, to: string, { protocol, port }: Attempt): string {
  const what = `${protocol} ${String(port)}`;
  switch (fate) {
    case 'connected':
      return t`${from} connects to ${to} on ${what}.`;
    case 'unresolved':
      return t`${from} never gets as far as ${to}: it cannot look up the name.`;
    case 'unknown-host':
      return t`${from} cannot find ${to}: nobody has that name.`;
    case 'timed-out':
      return t`${from} waits in vain for ${to} on ${what}.`;
    case 'refused':
      return t`${from} is refused by ${to} on ${what}: nobody is there.`;
    case 'flaky':
      return t`${from} reaches ${to} on ${what} only sometimes: its endpoints fare differently.`;
    case 'unknown':
      return t`Whether ${from} can connect to ${to} on ${what} cannot be said.`;
  }
}
