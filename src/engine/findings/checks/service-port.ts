import { t } from '../../../language/t';
import type { Evaluated } from '../../evaluate/evaluated';
import type { Cluster } from '../../model/cluster';
import type { ServiceObject, ServicePort } from '../../model/objects';
import type { NetworkPolicy, PolicyPort } from '../../model/policy';
import { entryOf } from '../../parse/tree';
import type { Found, Inquiry, PolicyCheck } from '../check';
import { replaceScalar } from '../edit';
import { classesSelected, podsMatched, unitsOf, workloadsOf } from '../lookup/classes';
import { declaredBy, firstPod } from '../lookup/declared';
import { opensNumber } from '../lookup/openedPorts';
import { pages } from '../lookup/pages';
import { rulesInForce, type PlacedRule } from '../lookup/rules';
import { backingOf, targetIn } from '../lookup/services';
import { listed } from '../lookup/words';
import { fixInRule, itemOf, listIn } from '../lookup/written';

/** A rule lists the port of a Service, and the pods behind it listen on another one. */
export const servicePort: PolicyCheck = {
  code: 'service-port',
  severity: 'warning',
  docs: pages.servicePorts,
  looksAt: 'policy',
  find: (policy, ask) =>
    rulesInForce(policy).flatMap((placed) =>
      placed.rule.ports.flatMap((port, at) => findAtPort(policy, placed, port, at, ask)),
    ),
};

/** A Service whose port was written, and where it leads. */
interface Mistaken {
  readonly service: ServiceObject;
  readonly targetPort: ServicePort['targetPort'];
  readonly numbers: readonly number[];
}

function findAtPort(
  policy: NetworkPolicy,
  placed: PlacedRule,
  port: PolicyPort,
  at: number,
  ask: Inquiry,
): readonly Found[] {
  const { state } = ask;
  const { type, rule } = placed;
  // Without peers it is the port of anything, also outside.
  if (typeof port.port !== 'number' || port.endPort !== null) return [];
  if (type === 'Egress' && rule.peers.length === 0) return [];
  const candidates = servicesByPort(state.space.cluster).get(`${port.protocol} ${String(port.port)}`) ?? [];
  if (candidates.length === 0) return [];
  const classes =
    type === 'Ingress' ? classesSelected(state, policy) : podsMatched(state, rule, policy.namespace);
  const workloads = workloadsOf(state, classes);
  if (declaredBy(state, workloads).count(port.protocol, port.port) > 0) return [];
  const mistaken = mistakenIn(state, candidates, new Set(workloads), port);
  if (mistaken === null) return [];
  const { service, targetPort, numbers } = mistaken;
  if (numbers.every((number) => opensNumber(rule.ports, port.protocol, number))) return [];
  const target = numbers.length === 1 ? (numbers[0] ?? targetPort) : targetPort;
  return [
    {
      object: policy,
      range: port.range,
      message: t`${port.port} is the port of the Service ${service.name}; its pods listen on ${listed(numbers.map(String))}.`,
      explanation: t`A policy sees a connection after the Service has handed it to a pod, so it is the port of the pod that counts, never that of the Service. The pods here do not listen on ${port.port}: the rule opens nothing that is used. Write the targetPort of the Service.`,
      concerns: unitsOf(state, classes),
      fixes: fixInRule(ask, policy, placed, t`Write ${target}`, (sheet, map) => {
        const item = itemOf(listIn(map, 'ports'), at);
        const value = item && entryOf(item, 'port')?.value;
        return value?.kind === 'scalar' ? replaceScalar(sheet, value, target) : null;
      }),
    },
  ];
}

/** Null: somebody listens on the port itself, or no Service leads to these workloads. */
function mistakenIn(
  state: Evaluated,
  candidates: readonly Candidate[],
  workloads: ReadonlySet<number>,
  { port }: PolicyPort,
): Mistaken | null {
  const backing = backingOf(state.space.cluster);
  let mistaken: Mistaken | null = null;
  for (const { service, servicePort } of candidates) {
    const numbers = new Set<number>();
    for (const index of backing.behind(service)) {
      if (!workloads.has(index)) continue;
      const number = targetIn(servicePort, firstPod(state, index)?.ports ?? []);
      if (number === port) return null;
      if (number !== null) numbers.add(number);
    }
    if (numbers.size > 0) mistaken ??= { service, targetPort: servicePort.targetPort, numbers: [...numbers] };
  }
  return mistaken;
}

interface Candidate {
  readonly service: ServiceObject;
  readonly servicePort: ServicePort;
}

const known = new WeakMap<Cluster, ReadonlyMap<string, readonly Candidate[]>>();

/** Services whose port is not surely that of their pods, by port: `TCP 80`. Also those that show who listens on it. */
function servicesByPort(cluster: Cluster): ReadonlyMap<string, readonly Candidate[]> {
  let found = known.get(cluster);
  if (!found) {
    const lists = new Map<string, Candidate[]>();
    for (const service of cluster.services) {
      if (service.selector === null) continue;
      for (const servicePort of service.ports) {
        const numbers = new Set([servicePort.port, servicePort.targetPort]);
        for (const number of numbers) {
          if (typeof number !== 'number') continue;
          const key = `${servicePort.protocol} ${String(number)}`;
          const list = lists.get(key);
          if (list) list.push({ service, servicePort });
          else lists.set(key, [{ service, servicePort }]);
        }
      }
    }
    known.set(cluster, (found = lists));
  }
  return found;
}
