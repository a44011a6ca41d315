import type { WorkloadEntity } from '../../engine';
import type { FrameLook, Locks, NamespaceLook } from './looks';

/** What a lock badge says. */
export const lockSentence = (type: 'ingress' | 'egress', closed: boolean): string =>
  closed
    ? `${type}: isolated, only what a policy allows ${type === 'ingress' ? 'comes in' : 'goes out'}`
    : `${type}: open, no policy selects it`;

export const HOST_NETWORK = 'host network: policies have no effect';

/** A workload's card in words. */
export function workloadSentence(
  { name, namespace, workloadKind, replicas, hostNetwork }: WorkloadEntity,
  locks: Locks,
): string {
  const copies = replicas === 1 ? '' : `, ${String(replicas)} replicas`;
  const state = hostNetwork
    ? HOST_NETWORK
    : `${lockSentence('ingress', locks.ingress)}; ${lockSentence('egress', locks.egress)}`;
  return `${name}, ${workloadKind} in ${namespace}${copies}; ${state}`;
}

/** What policies do to every pod of a namespace; null when none selects them all. */
export function closedSentence({ ingressPolicies, egressPolicies }: FrameLook): string | null {
  const parts = [
    ...(ingressPolicies.length > 0 ? [`ingress closed by ${ingressPolicies.join(', ')}`] : []),
    ...(egressPolicies.length > 0 ? [`egress closed by ${egressPolicies.join(', ')}`] : []),
  ];
  return parts.length > 0 ? `all pods: ${parts.join('; ')}` : null;
}

/** A namespace's card in words. */
export function namespaceSentence(look: NamespaceLook): string {
  const { title, workloads, isolated, inside } = look;
  if (look.outside) return title;
  const counts = `${String(workloads)} ${workloads === 1 ? 'workload' : 'workloads'}`;
  const locked = `ingress isolated for ${String(isolated.ingress)}, egress for ${String(isolated.egress)}`;
  return `Namespace ${title}: ${counts}; ${locked}; ${String(inside.passing)} of ${String(inside.total)} pairs inside can connect`;
}
