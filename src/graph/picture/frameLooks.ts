import { EGRESS_LOCK, INGRESS_LOCK, type Answer, type PolicySummary } from '../../engine';
import { t } from '../../language/t';
import { tellingOf } from '../../ui/cutName';
import { frameOf, OUTSIDE } from '../layout/kins';
import type { FrameLook } from './looks';

/** What stands in a frame's title, by the frame's id. */
export function frameLooks({ topology, policies, picture }: Answer): ReadonlyMap<string, FrameLook> {
  // What no pod of the namespace is closed by has no effect: nothing enforces it, or there is no pod.
  const closed = new Map<string, number>();
  topology.entities.forEach((entity, index) => {
    if (!('namespace' in entity)) return;
    const lock = picture.locks[index] ?? 0;
    closed.set(entity.namespace, (closed.get(entity.namespace) ?? 0) | lock);
  });
  const wide = new Map<string, PolicySummary[]>();
  for (const policy of policies) {
    if (!policy.selectsAll) continue;
    const list = wide.get(policy.namespace);
    if (list === undefined) wide.set(policy.namespace, [policy]);
    else list.push(policy);
  }
  const looks = new Map<string, FrameLook>();
  const telling = tellingOf(topology.namespaces, () => '');
  topology.namespaces.forEach(({ name, declared }, index) => {
    const locks = closed.get(name) ?? 0;
    const all = wide.get(name) ?? [];
    looks.set(frameOf(name), {
      id: frameOf(name),
      title: name,
      telling: telling[index] ?? 0,
      outside: false,
      declared,
      ingressPolicies: (locks & INGRESS_LOCK) === 0 ? [] : namesOf(all, 'Ingress'),
      egressPolicies: (locks & EGRESS_LOCK) === 0 ? [] : namesOf(all, 'Egress'),
    });
  });
  const outside = { id: OUTSIDE, title: t`Outside the cluster`, telling: 0, outside: true, declared: true };
  looks.set(OUTSIDE, { ...outside, ingressPolicies: [], egressPolicies: [] });
  return looks;
}

const namesOf = (policies: readonly PolicySummary[], type: 'Ingress' | 'Egress'): readonly string[] =>
  policies.filter((policy) => policy.types.includes(type)).map((policy) => policy.name);
