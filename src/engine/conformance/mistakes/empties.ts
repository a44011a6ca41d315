import { far } from '../../oracle/reading';
import { mistake, rulesOf } from '../mistake';
import type { Mistake } from '../mistake';

/** Misreadings of what is left out or empty. */
export const emptyMistakes: readonly Mistake[] = [
  mistake('L1', 'no rules allow everything', (base) => ({
    side: (attempt, type) =>
      attempt.cluster.policies.every((p) => rulesOf(p, type).length === 0) ? 'yes' : base.side(attempt, type),
  })),
  mistake('L2', 'an empty rule allows nothing', (base) => ({
    rule: (attempt, policy, type, rule) =>
      rule.peers.length + rule.ports.length === 0 ? 'no' : base.rule(attempt, policy, type, rule),
  })),
  mistake('L3', 'a rule without peers matches nobody', (base) => ({
    rule: (attempt, policy, type, rule) =>
      rule.peers.length === 0 ? 'no' : base.rule(attempt, policy, type, rule),
  })),
  mistake('L4', 'a rule without ports matches TCP only', (base) => ({
    rule: (attempt, policy, type, rule) =>
      rule.ports.length === 0 && attempt.protocol !== 'TCP' ? 'no' : base.rule(attempt, policy, type, rule),
  })),
  mistake('L5', 'an empty port entry is for every protocol', (base) => ({
    portEntry: (attempt, entry) => entry.port === null || base.portEntry(attempt, entry),
  })),
  mistake('L6', 'a port entry without a port matches nothing', (base) => ({
    portEntry: (attempt, entry) => entry.port !== null && base.portEntry(attempt, entry),
  })),
  mistake('L8', 'an empty podSelector reaches into every namespace', (base) => ({
    podPeer: (attempt, policy, type, peer) =>
      peer.podSelector?.requirements.length === 0
        ? far(attempt, type).pod !== null
        : base.podPeer(attempt, policy, type, peer),
  })),
  mistake('L9', 'an empty namespaceSelector is the whole world', (base) => ({
    podPeer: (attempt, policy, type, peer) =>
      peer.namespaceSelector?.requirements.length === 0 || base.podPeer(attempt, policy, type, peer),
  })),
  mistake('L10', 'a null namespaceSelector is an empty one', (base) => ({
    podPeer: (attempt, policy, type, peer) =>
      base.podPeer(attempt, policy, type, {
        ...peer,
        namespaceSelector: peer.namespaceSelector ?? { requirements: [], range: peer.range },
      }),
  })),
  mistake('L11', 'a selector without requirements matches nothing', (base) => ({
    selector: (selector, labels) => selector.requirements.length > 0 && base.selector(selector, labels),
  })),
];
