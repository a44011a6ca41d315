import type { AlikeFold, PodEntity, WorkloadEntity } from '../../engine';
import { grouped, n, t } from '../../language/t';
import { copiesOf, idleNote, idleSentence, isIdle } from '../../state/copies';
import type { CardLook, FrameLook, LockLook, NamespaceLook } from './looks';
import { withAlike } from './sentences';

/** Locks as samples: of one that is closed, open, or not known, and of several. */
export const sampleLocks = {
  closed: { closed: 1, unsure: 0, of: 1 },
  open: { closed: 0, unsure: 0, of: 1 },
  unsure: { closed: 0, unsure: 1, of: 1 },
  some: { closed: 3, unsure: 0, of: 12 },
} as const satisfies Readonly<Record<string, LockLook>>;

/** unsure: of none of them it is certain, and of at least one it cannot be said. */
type LockState = 'none' | 'some' | 'all' | 'unsure';

export function lockState({ closed, unsure, of }: LockLook): LockState {
  if (closed === 0) return unsure > 0 ? 'unsure' : 'none';
  return closed === of ? 'all' : 'some';
}

/** What stands on a lock badge beside the lock: `3/12`, with a question mark where it may be more. */
export function lockMark(look: LockLook): string {
  const known = lockState(look) === 'some' ? `${String(look.closed)}/${String(look.of)}` : '';
  return look.unsure > 0 ? `${known}?` : known;
}

/** What a lock badge says. */
export const lockSentence = (type: 'ingress' | 'egress', look: LockLook): string =>
  type === 'ingress' ? ingressSentence(look) : egressSentence(look);

function ingressSentence({ closed, unsure, of }: LockLook): string {
  if (unsure > 0)
    return of === 1
      ? t`ingress: cannot say whether a policy isolates it`
      : t`ingress: isolated for ${grouped(closed)} of ${grouped(of)}, cannot say for ${grouped(unsure)}`;
  if (closed === 0) return t`ingress: open, no policy isolates it`;
  if (closed === of) return t`ingress: isolated, only what a policy allows comes in`;
  return t`ingress: isolated for ${grouped(closed)} of ${grouped(of)}, there only what a policy allows comes in`;
}

function egressSentence({ closed, unsure, of }: LockLook): string {
  if (unsure > 0)
    return of === 1
      ? t`egress: cannot say whether a policy isolates it`
      : t`egress: isolated for ${grouped(closed)} of ${grouped(of)}, cannot say for ${grouped(unsure)}`;
  if (closed === 0) return t`egress: open, no policy isolates it`;
  if (closed === of) return t`egress: isolated, only what a policy allows goes out`;
  return t`egress: isolated for ${grouped(closed)} of ${grouped(of)}, there only what a policy allows goes out`;
}

export const hostNetworkSentence = (): string => t`host network: policies have no effect`;

const locksSentence = ({ ingress, egress }: CardLook): string =>
  `${ingressSentence(ingress)}; ${egressSentence(egress)}`;

/** A workload's card in words. */
export function workloadSentence(entity: WorkloadEntity, card: CardLook): string {
  const { name, namespace, workloadKind, hostNetwork } = entity;
  const copies = copiesOf(entity);
  const locks = hostNetwork ? hostNetworkSentence() : locksSentence(card);
  const state = isIdle(entity) ? `${idleSentence()}; ${locks}` : locks;
  return copies <= 1
    ? t`${name}, ${workloadKind} in ${namespace}; ${state}`
    : n(
        copies,
      )`${name}, ${workloadKind} in ${namespace}, ${copies} replica; ${state}|${name}, ${workloadKind} in ${namespace}, ${copies} replicas; ${state}`;
}

/** A pod's card in words. */
export const podSentence = ({ name, namespace, hostNetwork }: PodEntity, card: CardLook): string =>
  t`${name}, Pod in ${namespace}; ${hostNetwork ? hostNetworkSentence() : locksSentence(card)}`;

/** Alike workloads in words. */
export function alikeSentence(entity: AlikeFold, card: CardLook): string {
  const { name, namespace, members } = entity;
  const { length } = members;
  const named = withAlike(name, length - 1);
  const state = [idleNote(entity) ?? [], locksSentence(card)].flat().join('; ');
  return n(
    length,
  )`${named}, ${length} workload in ${namespace} that no policy tells apart; ${state}|${named}, ${length} workloads in ${namespace} that no policy tells apart; ${state}`;
}

/** What policies do to every pod of a namespace; null when none selects them all. */
export function closedSentence({ ingressPolicies, egressPolicies }: FrameLook): string | null {
  const [ingress, egress] = [ingressPolicies.join(', '), egressPolicies.join(', ')];
  if (ingress !== '' && egress !== '')
    return t`all pods: ingress closed by ${ingress}; egress closed by ${egress}`;
  if (ingress !== '') return t`all pods: ingress closed by ${ingress}`;
  return egress === '' ? null : t`all pods: egress closed by ${egress}`;
}

/** The pairs inside a namespace in words. */
export const insideSentence = ({ passing, total }: NamespaceLook['inside']): string =>
  n(total)`${passing} of ${total} pair inside can connect|${passing} of ${total} pairs inside can connect`;

/** A namespace's card in words. */
export function namespaceSentence({ entity, card, inside }: NamespaceLook): string {
  const { name, workloads } = entity;
  const counts = n(workloads)`${workloads} workload|${workloads} workloads`;
  const [ingress, egress] = [grouped(card.ingress.closed), grouped(card.egress.closed)];
  const isSure = card.ingress.unsure + card.egress.unsure === 0;
  const locked = isSure
    ? t`${name}, namespace: ${counts}; ingress isolated for ${ingress}, egress for ${egress}`
    : t`${name}, namespace: ${counts}; ${locksSentence(card)}`;
  const more = inside.total === 0 ? [] : [insideSentence(inside)];
  return [locked, idleNote(entity) ?? [], more].flat().join('; ');
}
