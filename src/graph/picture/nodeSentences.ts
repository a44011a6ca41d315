import type { AlikeFold, PodEntity, WorkloadEntity } from '../../engine';
import { copiesOf } from '../layout/cardSize';
import type { CardLook, FrameLook, LockLook, NamespaceLook } from './looks';

/** What a lock badge says. */
export function lockSentence(type: 'ingress' | 'egress', { closed, of }: LockLook): string {
  const way = type === 'ingress' ? 'comes in' : 'goes out';
  if (closed === 0) return `${type}: open, no policy selects it`;
  if (closed === of) return `${type}: isolated, only what a policy allows ${way}`;
  return `${type}: isolated for ${String(closed)} of ${String(of)}, there only what a policy allows ${way}`;
}

export const HOST_NETWORK = 'host network: policies have no effect';

const locksSentence = ({ ingress, egress }: CardLook): string =>
  `${lockSentence('ingress', ingress)}; ${lockSentence('egress', egress)}`;

/** A workload's card in words. */
export function workloadSentence(entity: WorkloadEntity, card: CardLook): string {
  const { name, namespace, workloadKind, hostNetwork } = entity;
  const copies = copiesOf(entity) === 1 ? '' : `, ${String(copiesOf(entity))} replicas`;
  const state = hostNetwork ? HOST_NETWORK : locksSentence(card);
  return `${name}, ${workloadKind} in ${namespace}${copies}; ${state}`;
}

/** A pod's card in words. */
export const podSentence = ({ name, namespace, hostNetwork }: PodEntity, card: CardLook): string =>
  `${name}, Pod in ${namespace}; ${hostNetwork ? HOST_NETWORK : locksSentence(card)}`;

/** Alike workloads in words. */
export const alikeSentence = ({ name, namespace, members }: AlikeFold, card: CardLook): string =>
  `${name} and ${String(members.length - 1)} alike, ${String(members.length)} workloads in ${namespace} that no policy tells apart; ${locksSentence(card)}`;

/** What policies do to every pod of a namespace; null when none selects them all. */
export function closedSentence({ ingressPolicies, egressPolicies }: FrameLook): string | null {
  const parts = [
    ...(ingressPolicies.length > 0 ? [`ingress closed by ${ingressPolicies.join(', ')}`] : []),
    ...(egressPolicies.length > 0 ? [`egress closed by ${egressPolicies.join(', ')}`] : []),
  ];
  return parts.length > 0 ? `all pods: ${parts.join('; ')}` : null;
}

/** The pairs inside a namespace in words. */
export const insideSentence = ({ passing, total }: NamespaceLook['inside']): string =>
  `${String(passing)} of ${String(total)} pairs inside can connect`;

/** A namespace's card in words. */
export function namespaceSentence({ entity, card, inside }: NamespaceLook): string {
  const { name, workloads } = entity;
  const counts = `${String(workloads)} ${workloads === 1 ? 'workload' : 'workloads'}`;
  const locked = `ingress isolated for ${String(card.ingress.closed)}, egress for ${String(card.egress.closed)}`;
  const pairs = inside.total === 0 ? '' : `; ${insideSentence(inside)}`;
  return `${name}, namespace: ${counts}; ${locked}${pairs}`;
}
