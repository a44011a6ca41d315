import type { EvaluatedText } from '../evaluate/evaluated';
import { rulesOf } from '../evaluate/row';
import type { LabelSelector, NetworkPolicy, Peer, PolicyPort, PolicyType, Rule } from '../model/policy';
import type { FileId, Range } from '../source';

/** A rule of a policy, and where it is among those of its direction. */
export interface RuleTarget {
  readonly type: PolicyType;
  readonly rule: Rule;
  readonly index: number;
}

/** The innermost thing of a policy that stands somewhere in the text. */
export type PlaceTarget = { readonly policy: NetworkPolicy; readonly range: Range } & (
  | { readonly kind: 'policy' }
  | { readonly kind: 'podSelector' }
  | ({ readonly kind: 'rule' } & RuleTarget)
  | ({ readonly kind: 'peer'; readonly peer: Peer } & RuleTarget)
  | ({
      readonly kind: 'peerSelector';
      readonly peer: Peer;
      readonly field: 'namespaceSelector' | 'podSelector';
      readonly selector: LabelSelector;
    } & RuleTarget)
  | ({ readonly kind: 'port'; readonly port: PolicyPort } & RuleTarget)
);

/** What of a policy the offset stands in or just behind; null: in no policy. */
export function findTarget(
  { book, locate, texts }: EvaluatedText,
  file: FileId,
  offset: number,
): PlaceTarget | null {
  for (const policy of book.policies) {
    // Where its text is broken now, what it was is not what stands there.
    if (texts.find(policy) === null) continue;
    const { range } = policy;
    const place = locate(policy, range);
    if (place.file !== file || !isIn(place, offset)) continue;
    return within(policy, offset - place.start + range.start);
  }
  return null;
}

function within(policy: NetworkPolicy, at: number): PlaceTarget {
  for (const type of ['Ingress', 'Egress'] as const) {
    const index = lastAt(rulesOf(policy, type), at);
    const rule = rulesOf(policy, type)[index];
    if (rule) return withinRule(policy, { type, rule, index }, at);
  }
  const { podSelector, range } = policy;
  return isIn(podSelector.range, at)
    ? { kind: 'podSelector', policy, range: podSelector.range }
    : { kind: 'policy', policy, range };
}

function withinRule(policy: NetworkPolicy, target: RuleTarget, at: number): PlaceTarget {
  const { peers, ports, range } = target.rule;
  const port = ports[lastAt(ports, at)];
  if (port) return { kind: 'port', policy, range: port.range, port, ...target };
  const peer = peers[lastAt(peers, at)];
  if (!peer) return { kind: 'rule', policy, range, ...target };
  if (peer.kind === 'pods') {
    for (const field of ['podSelector', 'namespaceSelector'] as const) {
      const selector = peer[field];
      if (selector === null || !isIn(selector.range, at)) continue;
      return { kind: 'peerSelector', policy, range: selector.range, peer, field, selector, ...target };
    }
  }
  return { kind: 'peer', policy, range: peer.range, peer, ...target };
}

/** Of two that touch, the later: that is where one goes on writing. */
function lastAt(all: readonly { readonly range: Range }[], at: number): number {
  return all.findLastIndex(({ range }) => isIn(range, at));
}

function isIn({ start, end }: Range, at: number): boolean {
  return start <= at && at <= end;
}
