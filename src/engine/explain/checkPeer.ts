import type { Holds, PeerCheck, PeerExplanation } from '../evidence';
import { Match } from '../compile/match';
import type { Space } from '../compile/space';
import type { Locate } from '../locate';
import { matchesLabels } from '../model/matchesLabels';
import type { Labels } from '../model/objects';
import type { LabelSelector, NetworkPolicy, Peer, PodPeer } from '../model/policy';
import { checkBlock, type Checked } from './checkBlock';
import { checkWords } from './checkWords';
import { matchOf } from './matchOf';
import type { OtherEnd } from './otherEnd';
import { peerPhrase } from './phrases';

/** Holds one peer against the other end, one requirement after the other. */
export function explainPeer(
  space: Space,
  locate: Locate,
  policy: NetworkPolicy,
  peer: Peer,
  path: string,
  other: OtherEnd,
): PeerExplanation {
  const match = matchOf(space, [peer], policy.namespace, other.face);
  const checks =
    peer.kind === 'pods' ? checkPods(space, policy, peer, other) : [checkBlock(space, peer, other, match)];
  return {
    path,
    place: locate(policy, peer.range),
    phrase: peerPhrase(peer, null),
    matches: holdsOf(match),
    checks: checks.map(({ holds, range, sentence }): PeerCheck => ({
      holds,
      place: locate(policy, range),
      sentence,
    })),
  };
}

function holdsOf(match: Match): Holds {
  switch (match) {
    case Match.no:
      return 'no';
    case Match.yes:
      return 'yes';
    case Match.maybe:
      return 'maybe';
  }
}

function checkPods(
  { cluster }: Space,
  policy: NetworkPolicy,
  { namespaceSelector, podSelector, range }: PodPeer,
  { name, pod }: OtherEnd,
): readonly Checked[] {
  if (pod === null) return [{ holds: 'no', range, sentence: checkWords.notAPod(name) }];
  if (pod.hostNetwork) return [{ holds: 'no', range, sentence: checkWords.onHost(name) }];
  const { namespace } = pod;
  const labels = cluster.namespaces.get(namespace)?.labels ?? new Map<string, string>();
  return [
    ...(namespaceSelector === null
      ? [
          {
            holds: namespace === policy.namespace ? ('yes' as const) : ('no' as const),
            range,
            sentence: checkWords.ownNamespace(policy.namespace, name, namespace),
          },
        ]
      : checkSelector('namespaceSelector', namespaceSelector, namespace, labels)),
    ...(podSelector === null ? [] : checkSelector('podSelector', podSelector, name, pod.labels)),
  ];
}

function checkSelector(
  field: 'namespaceSelector' | 'podSelector',
  selector: LabelSelector,
  who: string,
  labels: Labels,
): readonly Checked[] {
  const { requirements, range } = selector;
  if (requirements.length === 0) return [{ holds: 'yes', range, sentence: checkWords.everything(field) }];
  return requirements.map((requirement) => ({
    holds: matchesLabels({ requirements: [requirement], range }, labels) ? 'yes' : 'no',
    range: requirement.range,
    sentence: checkWords.requirement(field, requirement, who, labels),
  }));
}
