import { t } from '../../../language/t';
import type { Evaluated } from '../../evaluate/evaluated';
import type { Row } from '../../evaluate/row';
import type { Cluster } from '../../model/cluster';
import type { Workload } from '../../model/fold';
import { matchesLabels } from '../../model/matchesLabels';
import type { GatewayObject, ObjectName, Protocol, ServiceObject } from '../../model/objects';
import type { NetworkPolicy, PodPeer, Rule } from '../../model/policy';
import type { Found, Inquiry, NamespaceCheck } from '../check';
import { appendTo, type Plain } from '../edit';
import { controllersOf, GATEWAY_NAME_LABEL, gatewayPodsOf } from '../lookup/controllers';
import { firstPod } from '../lookup/declared';
import { narrowestOf } from '../lookup/narrowest';
import { opensNumber } from '../lookup/openedPorts';
import { pages } from '../lookup/pages';
import { blocksOf, podPeersOf, rulesInForce } from '../lookup/rules';
import { lastingLabels, namespacePeer } from '../lookup/selecting';
import { backingOf, targetIn } from '../lookup/services';
import { fixIn, mapIn } from '../lookup/written';

/** Pods behind an Ingress, or a route of a Gateway, that the controller may not reach. */
export const ingressControllerBlocked: NamespaceCheck = {
  code: 'ingress-controller-blocked',
  severity: 'info',
  docs: pages.ingressControllers,
  looksAt: 'namespace',
  find: (namespace, _policies, ask) => {
    const { cluster } = ask.state.space;
    const services = backingOf(cluster).inNamespace(namespace);
    const found = new Map<ServiceObject, Found>();
    for (const way of waysInto(namespace, cluster)) {
      for (const service of services) {
        if (way.service !== service.name || found.has(service)) continue;
        const one = findBehind(way, service, ask);
        if (one) found.set(service, one);
      }
    }
    return [...found.values()];
  },
};

/** What leads from outside to a port of a Service; `port` is null when it is not known which. */
interface WayIn {
  readonly kind: string;
  readonly name: string;
  readonly service: string;
  readonly port: number | null;
  /** null: an Ingress. */
  readonly gateway: ObjectName | null;
}

function waysInto(namespace: string, { ingresses, routes, gateways }: Cluster): readonly WayIn[] {
  const byIngress = ingresses
    .filter((one) => one.namespace === namespace)
    .flatMap(({ kind, name, backends }) =>
      backends.map((service): WayIn => ({ kind, name, service, port: null, gateway: null })),
    );
  const byRoute = routes.flatMap(({ kind, name, gateways: parents, backends }) => {
    const gateway = parents.find((parent) => !isProvided(parent, gateways));
    if (gateway === undefined) return [];
    return backends.flatMap((one): readonly WayIn[] =>
      one.namespace === namespace ? [{ kind, name, service: one.name, port: one.port, gateway }] : [],
    );
  });
  return [...byIngress, ...byRoute];
}

/** Run by the provider outside of the cluster, without pods. */
function isProvided({ namespace, name }: ObjectName, gateways: readonly GatewayObject[]): boolean {
  const gateway = gateways.find((one) => one.namespace === namespace && one.name === name);
  return /^(?:gke-|amazon-|aws-|azure-alb)/.test(gateway?.className ?? '');
}

/** Where a controller is, when the manifests do not show it. */
const USUAL_NAMESPACE = 'ingress-nginx';

function findBehind(way: WayIn, service: ServiceObject, ask: Inquiry): Found | null {
  const { state } = ask;
  const { cluster } = state.space;
  for (const index of backingOf(cluster).behind(service)) {
    const unit = state.units.workloads[index];
    const row = state.rows.Ingress[unit?.end.classes[0] ?? -1];
    const declared = firstPod(state, index)?.ports ?? [];
    const [port, ...others] = service.ports.flatMap((one) => {
      if (way.port !== null && one.port !== way.port) return [];
      const target = targetIn(one, declared);
      return target === null ? [] : [{ protocol: one.protocol, target }];
    });
    if (!unit || !row?.isolated || port === undefined) continue;
    if ([port, ...others].some((one) => mayEnter(state, row, way, one.protocol, one.target))) continue;
    const policy = narrowestOf(state, row.selecting.policies);
    if (policy === null) continue;
    const [controller] = controllersFor(way, cluster);
    const workload = controller === undefined ? undefined : cluster.workloads[controller];
    const namespace = workload?.namespace ?? way.gateway?.namespace ?? USUAL_NAMESPACE;
    const isOwn = namespace === policy.namespace;
    const isHost = controller !== undefined && firstPod(state, controller)?.hostNetwork === true;
    const what = `${port.protocol} ${String(port.target)}`;
    const rule: Plain = {
      ...(isHost ? {} : { from: [isOwn ? ownPeer(way, workload, cluster) : namespacePeer(namespace)] }),
      ports: [{ protocol: port.protocol, port: port.target }],
    };
    return {
      object: policy,
      range: policy.nameRange,
      message: way.gateway
        ? t`The ${way.kind} ${way.name} leads to ${service.name}, and no rule lets the Gateway ${way.gateway.name} in.`
        : t`The Ingress ${way.name} leads to ${service.name}, and no rule lets an ingress controller in.`,
      explanation: [
        way.gateway
          ? gatewaySentence(way.gateway, workload)
          : workload
            ? t`What comes through an Ingress comes from the pods of the ingress controller, here ${workload.name} in ${namespace}: to a policy it is they who call, not the client and not the Ingress.`
            : t`What comes through an Ingress comes from the pods of the ingress controller, which usually run in a namespace of their own: to a policy it is they who call, not the client and not the Ingress.`,
        isHost
          ? t`Nothing lets them in on ${what}. Admit their namespace, or, as they use the network of their node, everybody.`
          : isOwn
            ? t`Nothing lets them in on ${what}. Admit them by their labels.`
            : t`Nothing lets them in on ${what}. Admit their namespace.`,
      ].join(' '),
      concerns: [unit],
      fixes: fixIn(
        ask,
        policy,
        isHost
          ? t`Open ${what}`
          : isOwn
            ? t`Admit the pods of the controller`
            : t`Admit the namespace ${namespace}`,
        (sheet, tree) => {
          const spec = mapIn(tree, 'spec');
          return spec && appendTo(sheet, spec, 'ingress', rule);
        },
      ),
    };
  }
  return null;
}

/** Of a Gateway its own pods, if they are there. */
function controllersFor({ gateway }: WayIn, cluster: Cluster): readonly number[] {
  const own = gateway ? gatewayPodsOf(cluster, gateway) : [];
  return own.length > 0 ? own : controllersOf(cluster);
}

/** The controllers of the manifests; when there are none, somebody who could be one. */
function mayEnter(state: Evaluated, row: Row, way: WayIn, protocol: Protocol, target: number): boolean {
  const { space, sets, units } = state;
  const { perhaps, rejected, unsupported, policies } = row.selecting;
  if (perhaps.length + rejected.length + unsupported.length > 0) return true;
  const controllers = controllersFor(way, space.cluster);
  if (controllers.length === 0) {
    return policies.some((policy) =>
      rulesInForce(policy).some(
        ({ type, rule }) =>
          type === 'Ingress' &&
          opensAt(rule, protocol, target) &&
          (isForOthers(policy, rule) || isForGateway(policy, rule, way)),
      ),
    );
  }
  return controllers.some((index) =>
    (units.workloads[index]?.end.classes ?? []).some((id) =>
      (space.classes[id]?.faces ?? []).some((face) => sets.has(row.possibleAt(face.id), protocol, target)),
    ),
  );
}

/** A Gateway may run in the very namespace of the policy, under this label, which its pods have with most. */
function isForGateway({ namespace }: NetworkPolicy, rule: Rule, { gateway }: WayIn): boolean {
  if (gateway?.namespace !== namespace) return false;
  const labels = new Map([[GATEWAY_NAME_LABEL, gateway.name]]);
  return podPeersOf(rule).some(
    ({ podSelector }) => podSelector === null || matchesLabels(podSelector, labels),
  );
}

function ownPeer({ gateway }: WayIn, workload: Workload | undefined, { pods }: Cluster): Plain {
  const labels = pods[workload?.pods[0] ?? -1]?.labels;
  const matchLabels = labels ? lastingLabels(labels) : new Map([[GATEWAY_NAME_LABEL, gateway?.name ?? '']]);
  return { podSelector: { matchLabels: Object.fromEntries(matchLabels) } };
}

function gatewaySentence({ namespace, name }: ObjectName, workload: Workload | undefined): string {
  return workload
    ? t`What comes through a Gateway comes from the pods that implement it, here ${workload.name} in ${workload.namespace}: to a policy it is they who call, not the client and not the Gateway.`
    : t`What comes through a Gateway comes from the pods that implement it: to a policy it is they who call, not the client and not the Gateway. They are not among the manifests; often they run in the namespace of the Gateway (${name} is in ${namespace}), with some implementations in one of their own.`;
}

/** Names of ports are given the benefit of the doubt. */
function opensAt({ ports }: Rule, protocol: Protocol, target: number): boolean {
  return opensNumber(ports, protocol, target) || ports.some(({ port }) => typeof port === 'string');
}

function isForOthers({ namespace }: NetworkPolicy, rule: Rule): boolean {
  return (
    rule.peers.length === 0 ||
    blocksOf(rule).length > 0 ||
    podPeersOf(rule).some((peer) => isForeign(peer, namespace))
  );
}

/** Anything but pods of the policy's own namespace. */
function isForeign({ namespaceSelector }: PodPeer, own: string): boolean {
  if (namespaceSelector === null) return false;
  return !namespaceSelector.requirements.some(
    ({ operator, values }) => operator === 'In' && values.length === 1 && values[0] === own,
  );
}
