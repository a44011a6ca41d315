import { all } from '../../oracle/truth';
import { mistake, withPods } from '../mistake';
import type { Mistake } from '../mistake';

/** Misreadings of peers. */
export const peerMistakes: readonly Mistake[] = [
  mistake('R1', 'a podSelector reaches into every namespace', (base) => ({
    podPeer: (attempt, policy, type, peer) =>
      base.podPeer(attempt, policy, type, {
        ...peer,
        namespaceSelector: peer.namespaceSelector ?? { requirements: [], range: peer.range },
      }),
  })),
  mistake('R2', 'a namespaceSelector without a podSelector matches no pod', (base) => ({
    podPeer: (attempt, policy, type, peer) =>
      peer.podSelector !== null && base.podPeer(attempt, policy, type, peer),
  })),
  mistake('R3', 'two selectors in one entry are two entries', (base) => ({
    podPeer: (attempt, policy, type, peer) =>
      base.podPeer(attempt, policy, type, { ...peer, podSelector: null }) ||
      base.podPeer(attempt, policy, type, { ...peer, namespaceSelector: null }),
  })),
  mistake('R4', 'two entries must both match', (base) => ({
    peers: (attempt, policy, type, peers) =>
      all(peers.map((peer) => base.peers(attempt, policy, type, [peer]))),
  })),
  mistake('R5', 'blocks are not looked at', () => ({ blockPeer: () => [] })),
  mistake('R6', 'selectors match pods of the host network', (base) => ({
    podPeer: (attempt, policy, type, peer) =>
      base.podPeer(
        withPods(attempt, (pod) => ({ ...pod, hostNetwork: false })),
        policy,
        type,
        peer,
      ),
  })),
  mistake('R7', 'policies of every namespace count', (base) => ({
    selects: (policy, pod) => base.selects({ ...policy, namespace: pod.namespace }, pod),
  })),
];
