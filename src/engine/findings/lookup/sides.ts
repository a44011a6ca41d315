import { PortSets } from '../../compile/portSet';
import { grantedPorts, type Row } from '../../evaluate/row';
import type { Evaluated } from '../../evaluate/evaluated';
import { facePairs } from '../../evaluate/pair';
import type { NetworkPolicy, PodPeer, Rule } from '../../model/policy';
import { classesSelected, podsMatched } from './classes';
import type { PlacedRule } from './rules';

/** The pods that one peer of a rule names, when it and the policy name both ends by labels. */
export interface NamedPair {
  readonly policy: NetworkPolicy;
  readonly placed: PlacedRule;
  readonly peer: PodPeer;
  /** Ids of the classes of the policy's own pods, and of the others. */
  readonly own: readonly number[];
  readonly others: readonly number[];
}

const alone = new WeakMap<PodPeer, Rule>();

/** Null: one of the ends is not named, or nobody answers to the name. */
export function namedPair(
  state: Evaluated,
  policy: NetworkPolicy,
  placed: PlacedRule,
  peer: PodPeer,
): NamedPair | null {
  if (policy.podSelector.requirements.length === 0) return null;
  if (peer.podSelector === null || peer.podSelector.requirements.length === 0) return null;
  let rule = alone.get(peer);
  if (!rule) alone.set(peer, (rule = { ...placed.rule, peers: [peer] }));
  const own = classesSelected(state, policy);
  const others = podsMatched(state, rule, policy.namespace);
  return own.length === 0 || others.length === 0 ? null : { policy, placed, peer, own, others };
}

/** Between more classes of pods than this nobody named a pair. */
const MOST_PAIRS = 400;

/** The rows of the other side, if for every pair they let through nothing of what the rule allows; else null. */
export function stoppedBy(state: Evaluated, { placed, own, others }: NamedPair): readonly Row[] | null {
  const { space, sets, rows } = state;
  const isEgress = placed.type === 'Egress';
  if (own.length * others.length > MOST_PAIRS) return null;
  const stopping = new Set<Row>();
  for (const mine of own) {
    for (const other of others) {
      if (mine === other) continue;
      const [from, to] = isEgress ? [mine, other] : [other, mine];
      const row = isEgress ? rows.Ingress[other] : rows.Egress[other];
      if (!row?.isolated) return null;
      const destination = space.classes[to];
      const declared = destination?.kind === 'pods' ? destination.example.ports : null;
      const pairs = facePairs(space, { classes: [from], pods: [] }, from, { classes: [to], pods: [] }, to);
      for (const [source, target] of pairs) {
        const granted = grantedPorts(space, sets, placed.rule, placed.type, declared, target);
        const passing = row.possibleAt(isEgress ? source : target);
        // Named ports that nobody has are another trap.
        if (granted === PortSets.none || sets.intersect(passing, granted) !== PortSets.none) return null;
      }
      stopping.add(row);
    }
  }
  return stopping.size === 0 ? null : [...stopping];
}
