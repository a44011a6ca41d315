import type { EntityId } from '../answer';
import { PortSets, type PortSetId } from '../compile/portSet';
import type { Evaluated } from '../evaluate/evaluated';
import { NAMESPACE_NAME_LABEL } from '../model/cluster';
import type { Peer, PolicyType, Rule } from '../model/policy';
import type { NearRule } from './nearRules';
import type { Supposition } from './suppose';

/** The edits of all these rules at once; null: they contradict each other. `source`: the id of the pair's source. */
export function supposing(
  { sets }: Pick<Evaluated, 'sets'>,
  source: EntityId,
  rules: readonly NearRule[],
): Supposition | null {
  const ofSource = new Map<string, string | null>();
  const ofDestination = new Map<string, string | null>();
  const namespaces = new Map<string, Map<string, string | null>>();
  const peers = new Map<Peer, Peer>();
  const matching = new Set<Rule>();
  const granting = new Map<Rule, PortSetId>();
  const added = new Map<PolicyType, PortSetId>();
  const contradicted = new Set<string>();
  const set = (labels: Map<string, string | null>, key: string, value: string | null): void => {
    if (labels.has(key) && labels.get(key) !== value) contradicted.add(key);
    labels.set(key, value);
  };
  for (const { type, rule, edits, grants } of rules) {
    /** As it stands after the edits before. */
    const peerAt = (index: number): readonly [Peer, Peer] | null => {
      const written = rule?.peers[index];
      return written ? [written, peers.get(written) ?? written] : null;
    };
    // From the last: taking one out moves those behind it.
    for (const edit of [...edits].reverse()) {
      switch (edit.kind) {
        case 'podLabel':
          set(edit.entity === source ? ofSource : ofDestination, edit.key, edit.value);
          break;
        case 'namespaceLabel': {
          const labels = namespaces.get(edit.namespace) ?? new Map<string, string | null>();
          namespaces.set(edit.namespace, labels);
          set(labels, edit.key, edit.value);
          break;
        }
        case 'requirement':
        case 'namespace': {
          const [written, now] = peerAt(edit.peer) ?? [];
          if (written && now) peers.set(written, otherwise(now, edit));
          break;
        }
        case 'block':
          if (rule) matching.add(rule);
          break;
        case 'ports':
          if (rule) granting.set(rule, grants);
          break;
        case 'rule':
          added.set(type, sets.union(added.get(type) ?? PortSets.none, grants));
          break;
      }
    }
  }
  if (contradicted.size > 0) return null;
  return { source: ofSource, destination: ofDestination, namespaces, peers, matching, granting, added };
}

type PeerEdit = Extract<NearRule['edits'][number], { kind: 'requirement' | 'namespace' }>;

function otherwise(peer: Peer, edit: PeerEdit): Peer {
  if (peer.kind !== 'pods') return peer;
  if (edit.kind === 'namespace') {
    const name = {
      key: NAMESPACE_NAME_LABEL,
      operator: 'In',
      values: [edit.namespace],
      range: peer.range,
    } as const;
    return { ...peer, namespaceSelector: { requirements: [name], range: peer.range } };
  }
  const selector = peer[edit.selector];
  if (selector === null) return peer;
  const requirements = selector.requirements.filter((_, index) => index !== edit.requirement);
  return { ...peer, [edit.selector]: { ...selector, requirements } };
}
