import { all, truth } from '../../oracle/truth';
import { far } from '../../oracle/reading';
import { mistake, withPods } from '../mistake';
import type { Mistake } from '../mistake';

/** Misreadings of the edges. */
export const edgeMistakes: readonly Mistake[] = [
  mistake('E1', 'a pod is a stranger to itself', () => ({ isOwnAddress: () => false })),
  mistake('E1b', 'replicas are one pod', () => ({
    isOwnAddress: ({ source, destination }) =>
      source.pod !== null &&
      destination.pod !== null &&
      source.pod.labels.get('pod') === destination.pod.labels.get('pod'),
  })),
  mistake('E2', 'the own node is a node like any other', () => ({ isOwnNode: () => 'no' })),
  mistake('E3', 'every node is the own node', () => ({
    isOwnNode: ({ source, destination }) =>
      truth(source.pod?.hostNetwork === true || destination.pod?.hostNetwork === true),
  })),
  mistake('E4', 'a pod of the host network is a pod of its namespace', (base) => ({
    podPeer: (attempt, policy, type, peer) =>
      base.podPeer(
        withPods(attempt, (pod) => ({ ...pod, hostNetwork: false })),
        policy,
        type,
        peer,
      ),
  })),
  mistake('E5', 'policies apply to pods of the host network', () => ({ isSubject: () => true })),
  mistake('E6', 'a connection needs both directions', (base) => ({
    passes: (attempt) =>
      all([
        base.passes(attempt),
        base.passes({ ...attempt, source: attempt.destination, destination: attempt.source }),
      ]),
  })),
  mistake('E10', 'pods that have finished are still there', () => ({ exists: () => true })),
  mistake('E11', 'a pod without an address matches no selector', (base) => ({
    podPeer: (attempt, policy, type, peer) =>
      far(attempt, type).pod?.addresses.length !== 0 && base.podPeer(attempt, policy, type, peer),
  })),
  mistake('E12', 'policies of every namespace count', (base) => ({
    selects: (policy, pod) => base.selects({ ...policy, namespace: pod.namespace }, pod),
  })),
  mistake('E13', 'traffic inside a pod is judged too', () => ({ isOwnAddress: () => false })),
];
