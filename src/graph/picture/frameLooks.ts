import type { Answer, PolicySummary } from '../../engine';
import { namespaceNode, OUTSIDE_NODE } from '../layout/frames';
import type { FrameLook } from './looks';

/** What stands in a frame's title, by the frame's id. */
export function frameLooks({
  topology,
  policies,
}: Pick<Answer, 'topology' | 'policies'>): ReadonlyMap<string, FrameLook> {
  const declared = new Map(topology.namespaces.map((namespace) => [namespace.name, namespace.declared]));
  const names = new Set(declared.keys());
  for (const entity of topology.entities) if (entity.kind === 'workload') names.add(entity.namespace);
  const looks = new Map<string, FrameLook>();
  for (const name of names) {
    const wide = policies.filter((policy) => policy.namespace === name && policy.selectsAll);
    looks.set(namespaceNode(name), {
      title: name,
      outside: false,
      declared: declared.get(name) ?? false,
      ingressPolicies: namesOf(wide, 'Ingress'),
      egressPolicies: namesOf(wide, 'Egress'),
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
