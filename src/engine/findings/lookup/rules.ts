import { rulesOf } from '../../evaluate/row';
import type { IpBlockPeer, NetworkPolicy, PodPeer, PolicyType, Rule } from '../../model/policy';

/** A rule with where it is written. */
export interface PlacedRule {
  readonly type: PolicyType;
  readonly index: number;
  readonly rule: Rule;
}

const known = new WeakMap<NetworkPolicy, readonly PlacedRule[]>();

/** The rules of the directions a policy is about; others have no effect. */
export function rulesInForce(policy: NetworkPolicy): readonly PlacedRule[] {
  let rules = known.get(policy);
  if (!rules) {
    rules = policy.policyTypes.flatMap((type) =>
      rulesOf(policy, type).map((rule, index) => ({ type, index, rule })),
    );
    known.set(policy, rules);
  }
  return rules;
}

const podPeers = new WeakMap<Rule, readonly PodPeer[]>();
const blocks = new WeakMap<Rule, readonly IpBlockPeer[]>();

/** The peers of a rule that are selectors; the same list each time. */
export function podPeersOf(rule: Rule): readonly PodPeer[] {
  let peers = podPeers.get(rule);
  if (!peers) podPeers.set(rule, (peers = rule.peers.filter((peer) => peer.kind === 'pods')));
  return peers;
}

/** The peers of a rule that are ipBlocks; the same list each time. */
export function blocksOf(rule: Rule): readonly IpBlockPeer[] {
  let peers = blocks.get(rule);
  if (!peers) blocks.set(rule, (peers = rule.peers.filter((peer) => peer.kind === 'ipBlock')));
  return peers;
}

/** What is found at each ipBlock of a policy. */
export function findAtBlocks<Item>(
  policy: NetworkPolicy,
  find: (placed: PlacedRule, peer: IpBlockPeer) => readonly Item[],
): readonly Item[] {
  return rulesInForce(policy).flatMap((placed) =>
    blocksOf(placed.rule).flatMap((peer) => find(placed, peer)),
  );
}
