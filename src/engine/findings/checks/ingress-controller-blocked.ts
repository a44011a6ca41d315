import { t } from '../../../language/t';
import type { Evaluated } from '../../evaluate/evaluated';
import type { Row } from '../../evaluate/row';
import type { IngressObject, Protocol, ServiceObject } from '../../model/objects';
import type { NetworkPolicy, PodPeer, Rule } from '../../model/policy';
import type { Found, Inquiry, NamespaceCheck } from '../check';
import { appendTo, type Plain } from '../edit';
import { controllersOf } from '../lookup/controllers';
import { firstPod } from '../lookup/declared';
import { narrowestOf } from '../lookup/narrowest';
import { opensNumber } from '../lookup/openedPorts';
import { pages } from '../lookup/pages';
import { blocksOf, podPeersOf, rulesInForce } from '../lookup/rules';
import { namespacePeer } from '../lookup/selecting';
import { backingOf, targetIn } from '../lookup/services';
import { fixIn, mapIn } from '../lookup/written';

/** Pods behind an Ingress that the ingress controller may not reach. */
export const ingressControllerBlocked: NamespaceCheck = {
  code: 'ingress-controller-blocked',
  severity: 'info',
  docs: pages.ingressControllers,
  looksAt: 'namespace',
  find: (namespace, _policies, ask) => {
    const { cluster } = ask.state.space;
    const services = backingOf(cluster).inNamespace(namespace);
    const found = new Map<ServiceObject, Found>();
    for (const ingress of cluster.ingresses) {
      if (ingress.namespace !== namespace) continue;
      for (const service of services) {
        if (!ingress.backends.includes(service.name) || found.has(service)) continue;
        const one = findBehind(ingress, service, ask);
        if (one) found.set(service, one);
      }
    }
    return [...found.values()];
  },
};

/** Where a controller is, when the manifests do not show it. */
const USUAL_NAMESPACE = 'ingress-nginx';

function findBehind(ingress: IngressObject, service: ServiceObject, ask: Inquiry): Found | null {
  const { state } = ask;
  const { cluster } = state.space;
  for (const index of backingOf(cluster).behind(service)) {
    const unit = state.units.workloads[index];
    const row = state.rows.Ingress[unit?.end.classes[0] ?? -1];
    const declared = firstPod(state, index)?.ports ?? [];
    const [port, ...others] = service.ports.flatMap((one) => {
      const target = targetIn(one, declared);
      return target === null ? [] : [{ protocol: one.protocol, target }];
    });
    if (!unit || !row?.isolated || port === undefined) continue;
    if ([port, ...others].some(({ protocol, target }) => mayEnter(state, row, protocol, target))) continue;
    const policy = narrowestOf(state, row.selecting.policies);
    if (policy === null) continue;
    const [controller] = controllersOf(cluster);
    const workload = controller === undefined ? undefined : cluster.workloads[controller];
    const namespace = workload?.namespace ?? USUAL_NAMESPACE;
    const isHost = controller !== undefined && firstPod(state, controller)?.hostNetwork === true;
    const what = `${port.protocol} ${String(port.target)}`;
    const rule: Plain = {
      ...(isHost ? {} : { from: [namespacePeer(namespace)] }),
      ports: [{ protocol: port.protocol, port: port.target }],
    };
    return {
      object: policy,
      range: policy.nameRange,
      message: t`The Ingress ${ingress.name} leads to ${service.name}, and no rule lets an ingress controller in.`,
      explanation: [
        workload
          ? t`What comes through an Ingress comes from the pods of the ingress controller, here ${workload.name} in ${namespace}: to a policy it is they who call, not the client and not the Ingress.`
          : t`What comes through an Ingress comes from the pods of the ingress controller, which usually run in a namespace of their own: to a policy it is they who call, not the client and not the Ingress.`,
        isHost
          ? t`Nothing lets them in on ${what}. Admit their namespace, or, as they use the network of their node, everybody.`
          : t`Nothing lets them in on ${what}. Admit their namespace.`,
      ].join(' '),
      concerns: [unit],
      fixes: fixIn(
        ask,
        policy,
        isHost ? t`Open ${what}` : t`Admit the namespace ${namespace}`,
        (sheet, tree) => {
          const spec = mapIn(tree, 'spec');
          return spec && appendTo(sheet, spec, 'ingress', rule);
        },
      ),
    };
  }
  return null;
}

/** The controllers of the manifests; when there are none, somebody who could be one. */
function mayEnter(state: Evaluated, row: Row, protocol: Protocol, target: number): boolean {
  const { space, sets, units } = state;
  const { rejected, unsupported, policies } = row.selecting;
  if (rejected.length + unsupported.length > 0) return true;
  const controllers = controllersOf(space.cluster);
  if (controllers.length === 0) {
    return policies.some((policy) =>
      rulesInForce(policy).some(
        ({ type, rule }) =>
          type === 'Ingress' && opensAt(rule, protocol, target) && isForOthers(policy, rule),
      ),
    );
  }
  return controllers.some((index) =>
    (units.workloads[index]?.end.classes ?? []).some((id) =>
      (space.classes[id]?.faces ?? []).some((face) => sets.has(row.possibleAt(face.id), protocol, target)),
    ),
  );
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
