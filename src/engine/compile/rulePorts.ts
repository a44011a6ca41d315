import type { ContainerPort } from '../model/objects';
import type { PolicyPort } from '../model/policy';
import { PortSets, type PortSetId } from './portSet';

/**
 * The ports a rule opens towards one destination. `declared` are the destination pod's container ports, by which names
 * are resolved; null for a destination that declares none (an external address, a node).
 * https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/
 */
export function portsOf(
  sets: PortSets,
  ports: readonly PolicyPort[],
  declared: readonly ContainerPort[] | null,
): PortSetId {
  if (ports.length === 0) return PortSets.all;
  let sum = PortSets.none;
  for (const { protocol, port, endPort } of ports) {
    if (port === null) sum = sets.union(sum, sets.protocol(protocol));
    else if (typeof port === 'number') sum = sets.union(sum, sets.range(protocol, port, endPort ?? port));
    else {
      for (const one of declared ?? []) {
        if (one.name === port && one.protocol === protocol) {
          sum = sets.union(sum, sets.range(protocol, one.port, one.port));
        }
      }
    }
  }
  return sum;
}

/** The rule's ports depend on the destination. */
export function asksByName(ports: readonly PolicyPort[]): boolean {
  return ports.some(({ port }) => typeof port === 'string');
}
