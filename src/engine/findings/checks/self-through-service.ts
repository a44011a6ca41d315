import { t } from '../../../language/t';
import { PortSets } from '../../compile/portSet';
import type { Evaluated } from '../../evaluate/evaluated';
import type { NetworkPolicy, PolicyType } from '../../model/policy';
import type { ServiceObject, ServicePort } from '../../model/objects';
import type { Found, Inquiry, NamespaceCheck } from '../check';
import { appendTo } from '../edit';
import { firstPod } from '../lookup/declared';
import { narrowestOf } from '../lookup/narrowest';
import { pages } from '../lookup/pages';
import { peerFor } from '../lookup/selecting';
import { backingOf, targetIn } from '../lookup/services';
import { fixIn, mapIn, peersKey } from '../lookup/written';

/** A pod that calls its own Service, which may lead it back to itself, and is not allowed to call its like. */
export const selfThroughService: NamespaceCheck = {
  code: 'self-through-service',
  severity: 'info',
  docs: pages.virtualAddresses,
  looksAt: 'namespace',
  find: (namespace, _policies, ask) => {
    const backing = backingOf(ask.state.space.cluster);
    return backing
      .inNamespace(namespace)
      .flatMap((service) => backing.behind(service).flatMap((index) => findIn(service, index, ask)));
  },
};

function findIn(service: ServiceObject, index: number, ask: Inquiry): readonly Found[] {
  const { state } = ask;
  const pod = firstPod(state, index);
  const unit = state.units.workloads[index];
  const workload = state.space.cluster.workloads[index];
  const { selector } = service;
  if (!pod || !unit || !workload || selector === null) return [];
  for (const port of service.ports) {
    const target = targetIn(port, pod.ports);
    if (target === null) continue;
    const closed = closedFor(state, unit.end.classes[0] ?? -1, port, target);
    const [type, another] = closed;
    if (type === undefined || !calls(ask, workload.object, service, port)) continue;
    const policy = narrowestOf(state, policiesOf(state, unit.end.classes[0] ?? -1, type));
    if (policy === null) continue;
    const what = `${port.protocol} ${String(target)}`;
    return [
      {
        object: policy,
        range: policy.nameRange,
        message:
          type === 'Ingress'
            ? t`${workload.name} calls its own Service ${service.name}, and its ingress policies do not allow ${workload.name} on ${what}.`
            : t`${workload.name} calls its own Service ${service.name}, and its egress policies do not allow ${workload.name} on ${what}.`,
        explanation: t`A pod can always reach itself under its own address. Through its Service it may get another replica, which is a pod like any other, or itself by a detour, which some network plugins check and some do not. Allow the pods to call each other, and it works everywhere.`,
        concerns: [unit],
        fixes:
          another === undefined
            ? fixIn(ask, policy, t`Allow ${workload.name} to call itself`, (sheet, tree) => {
                const spec = mapIn(tree, 'spec');
                const rule = {
                  [peersKey(type)]: [peerFor(service.namespace, selector, service.namespace)],
                  ports: [{ protocol: port.protocol, port: target }],
                };
                return spec && appendTo(sheet, spec, type === 'Ingress' ? 'ingress' : 'egress', rule);
              })
            : [],
      },
    ];
  }
  return [];
}

const directions: readonly PolicyType[] = ['Ingress', 'Egress'];

/** The directions in which pods of a class may not talk to each other on a port. */
function closedFor(
  { space, sets, rows }: Evaluated,
  id: number,
  { protocol }: ServicePort,
  target: number,
): readonly PolicyType[] {
  const face = space.classes[id]?.faces[0];
  if (face === undefined) return [];
  const wanted = sets.range(protocol, target, target);
  return directions.filter((type) => {
    const row = rows[type][id];
    return row !== undefined && sets.intersect(row.possibleAt(face.id), wanted) === PortSets.none;
  });
}

function policiesOf({ rows }: Evaluated, id: number, type: PolicyType): readonly NetworkPolicy[] {
  return rows[type][id]?.selecting.policies ?? [];
}

/** The text of a workload names the Service as one connects to it: in an address, with its namespace or its port. */
function calls(
  ask: Inquiry,
  object: Parameters<Inquiry['tree']>[0],
  { name, namespace }: ServiceObject,
  { port }: ServicePort,
): boolean {
  const text = ask.source(object).slice(object.range.start, object.range.end);
  const host = `${name}(?:\\.${namespace}(?:\\.svc(?:\\.[\\w.-]+)?)?)?`;
  const asAddress = new RegExp(`://${host}(?![\\w.-])`);
  const asHost = new RegExp(`(?<![\\w./-])${host}:${String(port)}(?!\\d)`);
  const inFull = new RegExp(`(?<![\\w./-])${name}\\.${namespace}\\.svc\\b`);
  return asAddress.test(text) || asHost.test(text) || inFull.test(text);
}
