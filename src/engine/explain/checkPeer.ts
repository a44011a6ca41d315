import type { Holds, PeerCheck, PeerExplanation } from '../evidence';
import { Match } from '../compile/match';
import { isHidden, matchKnown } from '../compile/matchKnown';
import type { Space } from '../compile/space';
import type { Locate } from '../locate';
import { namespaceIn, type ClusterNamespace, type KnownLabels } from '../model/cluster';
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
  return [
    ...(namespaceSelector === null
      ? [
          {
            holds: namespace === policy.namespace ? ('yes' as const) : ('no' as const),
            range,
            sentence: checkWords.ownNamespace(policy.namespace, name, namespace),
          },
        ]
      : checkSelector('namespaceSelector', namespaceSelector, namespace, namespaceIn(cluster, namespace))),
    ...(podSelector === null
      ? []
      : checkSelector('podSelector', podSelector, name, { labels: pod.labels, labelsKnown: true })),
  ];
}

function checkSelector(
  field: 'namespaceSelector' | 'podSelector',
  selector: LabelSelector,
  who: string,
  has: KnownLabels & Partial<Pick<ClusterNamespace, 'object'>>,
): readonly Checked[] {
  const { requirements, range } = selector;
  if (requirements.length === 0) return [{ holds: 'yes', range, sentence: checkWords.everything(field) }];
  return requirements.map((requirement) => {
    const { key } = requirement;
    const isUnknown = isHidden(requirement, has);
    const isValue = isUnknown && has.labels.has(key);
    // Nothing fits both a requirement and its opposite, so what is asked of an unknown label is asked together.
    const asked = isUnknown ? requirements.filter((one) => one.key === key) : [requirement];
    const holds = holdsOf(matchKnown({ requirements: asked, range }, has));
    return {
      holds,
      range: requirement.range,
      sentence: isValue
        ? checkWords.unknownValue(requirement, who, holds === 'maybe')
        : isUnknown
          ? checkWords.unknownLabel(requirement, who, holds === 'maybe')
          : has.object === null && !has.labels.has(key)
            ? checkWords.undeclared(requirement, who)
            : checkWords.requirement(field, requirement, who, has.labels),
    };
  });
}
