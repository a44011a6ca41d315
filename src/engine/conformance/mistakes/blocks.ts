import { blockSpan, wholeSpan } from '../../oracle/address';
import { coverage, far } from '../../oracle/reading';
import { mistake, rulesOf } from '../mistake';
import type { Mistake } from '../mistake';

/** Misreadings of blocks of addresses. */
export const blockMistakes: readonly Mistake[] = [
  mistake('B1', 'a block of everything matches both families', (base) => ({
    blockPeer: (attempt, type, peer) =>
      peer.cidr.endsWith('/0') ? [wholeSpan(4), wholeSpan(6)] : base.blockPeer(attempt, type, peer),
  })),
  mistake('B2', 'except is a prohibition', (base) => ({
    side: (attempt, type) => {
      const excepted = attempt.cluster.policies
        .flatMap((policy) => rulesOf(policy, type))
        .flatMap((rule) => rule.peers)
        .flatMap((peer) => (peer.kind === 'ipBlock' ? peer.except : []))
        .some((cidr) => coverage(far(attempt, type).spans, [blockSpan(cidr)]) === 'yes');
      return excepted ? 'no' : base.side(attempt, type);
    },
  })),
  mistake('B2', 'except is ignored', (base) => ({
    blockPeer: (attempt, type, peer) => base.blockPeer(attempt, type, { ...peer, except: [] }),
  })),
  mistake('B3', 'a block never matches a pod', (base) => ({
    blockPeer: (attempt, type, peer) =>
      far(attempt, type).pod === null ? base.blockPeer(attempt, type, peer) : [],
  })),
  mistake('B3', 'Cilium is like the others', (base) => ({
    blockPeer: (attempt, type, peer) => base.blockPeer({ ...attempt, cni: 'spec' }, type, peer),
  })),
  mistake('B5', 'a port by name matches everything outside', (base) => ({
    portEntry: (attempt, entry) =>
      (typeof entry.port === 'string' && attempt.destination.pod === null) || base.portEntry(attempt, entry),
  })),
  mistake('B7', 'a block never matches a node', (base) => ({
    blockPeer: (attempt, type, peer) =>
      far(attempt, type).pod?.hostNetwork === true ? [] : base.blockPeer(attempt, type, peer),
  })),
];
