import { EGRESS_LOCK, INGRESS_LOCK, type Answer, type PolicySummary } from '../../engine';
import { namespaceNode, OUTSIDE_NODE } from '../layout/frames';
import type { FrameLook } from './looks';

/** What stands in a frame's title, by the frame's id. */
export function frameLooks({
  topology,
  policies,
  picture,
}: Pick<Answer, 'topology' | 'policies' | 'picture'>): ReadonlyMap<string, FrameLook> {
  const declared = new Map(topology.namespaces.map((namespace) => [namespace.name, namespace.declared]));
  const names = new Set(declared.keys());
  for (const entity of topology.entities) if (entity.kind === 'workload') names.add(entity.namespace);
  const looks = new Map<string, FrameLook>();
  for (const name of names) {
    // What no pod of the namespace is closed by has no effect: nothing enforces it, or there is no pod.
    const closed = topology.entities.reduce(
      (locks, entity, index) =>
        entity.kind === 'workload' && entity.namespace === name ? locks | (picture.locks[index] ?? 0) : locks,
      0,
    );
    const wide = policies.filter((policy) => policy.namespace === name && policy.selectsAll);
    looks.set(namespaceNode(name), {
      title: name,
      outside: false,
      declared: declared.get(name) ?? false,
      ingressPolicies: (closed & INGRESS_LOCK) === 0 ? [] : namesOf(wide, 'Ingress'),
      egressPolicies: (closed & EGRESS_LOCK) === 0 ? [] : namesOf(wide, 'Egress'),
    });
  }
  looks.set(OUTSIDE_NODE, {
    title: 'Outside the cluster',
    outside: true,
    declared: true,
    ingressPolicies: [],
    egressPolicies: [],
  });
  return looks;
}

const namesOf = (policies: readonly PolicySummary[], type: 'Ingress' | 'Egress'): readonly string[] =>
  policies.filter((policy) => policy.types.includes(type)).map((policy) => policy.name);
