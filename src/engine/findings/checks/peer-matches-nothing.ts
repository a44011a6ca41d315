import { t } from '../../../language/t';
import { Match } from '../../compile/match';
import { matchPod } from '../../compile/matchKnown';
import { selectorPhrase } from '../../explain/sentences';
import { NAMESPACE_NAME_LABEL } from '../../model/cluster';
import { matchesLabels } from '../../model/matchesLabels';
import type { NetworkPolicy, PodPeer } from '../../model/policy';
import type { Evaluated } from '../../evaluate/evaluated';
import type { Found, Inquiry, PolicyCheck } from '../check';
import { selectsApiServer } from '../lookup/apiServer';
import { classesSelected, podsMatched, unitsOf } from '../lookup/classes';
import { SYSTEM } from '../lookup/dnsServers';
import { pages } from '../lookup/pages';
import { podPeersOf, rulesInForce, type PlacedRule } from '../lookup/rules';
import { labelsIn, mendSlip, slipIn, slipTitle } from '../lookup/slips';
import { firstLine } from '../lookup/spots';
import { isToldBy } from '../lookup/toldBy';
import { listed } from '../lookup/words';
import { fixInRule, itemOf, listIn, mapIn, peersKey } from '../lookup/written';
import { andOrDash } from './and-or-dash';
import { ownNamespaceOnly } from './own-namespace-only';

/**
 * A peer whose labels no pod has, in namespaces that the manifests show. The pod may come later: of one policy it is
 * said once, and of each that is a slip away from what pods have.
 */
export const peerMatchesNothing: PolicyCheck = {
  code: 'peer-matches-nothing',
  severity: 'info',
  docs: pages.peers,
  looksAt: 'policy',
  find: (policy, ask) => {
    const found = rulesInForce(policy).flatMap((placed) =>
      podPeersOf(placed.rule).flatMap((peer) => foundIn(policy, placed, peer, ask)),
    );
    const slips = found.filter(({ fixes }) => fixes.length > 0);
    return slips.length > 0 ? slips : found.slice(0, 1);
  },
};

/** Other traps that the same peer may be. */
const others = [andOrDash, ownNamespaceOnly];

function foundIn(policy: NetworkPolicy, placed: PlacedRule, peer: PodPeer, ask: Inquiry): readonly Found[] {
  const { podSelector, range } = peer;
  const { state } = ask;
  if (podSelector === null || podSelector.requirements.length === 0 || selectsApiServer(podSelector))
    return [];
  if (podsMatched(state, { ...placed.rule, peers: [peer] }, policy.namespace).length > 0) return [];
  const names = namespacesOf(policy, peer, state);
  if (names === null || names.length === 0) return [];
  const pods = names.flatMap((name) => labelsIn(state.space.cluster, name));
  // One on the host network is a trap of its own.
  if (pods.some((labels) => matchPod(podSelector, labels) !== Match.no)) return [];
  const source = ask.source(policy);
  // So is a namespaceSelector without a value.
  const isNull =
    peer.namespaceSelector === null && source.slice(range.start, range.end).includes('namespaceSelector');
  if (isNull || isToldBy(others, policy, peer, ask)) return [];
  const slip = slipIn(podSelector, pods);
  const phrase = selectorPhrase(podSelector);
  return [
    {
      object: policy,
      range: firstLine(source, range),
      message: t`No pod of ${listed(names)} has ${phrase} now: this peer matches nobody.`,
      explanation: slip
        ? t`The rule lets nothing through for it. Pods there have ${slip.key}: ${slip.value}; perhaps that is meant.`
        : t`The rule lets nothing through for it until there is such a pod. If there is one already, compare its labels with these: all of them must be the same.`,
      concerns: unitsOf(state, classesSelected(state, policy)),
      fixes: slip
        ? fixInRule(ask, policy, placed, slipTitle(slip), (sheet, rule) => {
            const item = itemOf(listIn(rule, peersKey(placed.type)), placed.rule.peers.indexOf(peer));
            return mendSlip(sheet, mapIn(item, 'podSelector'), slip);
          })
        : [],
    },
  ];
}

/** The namespaces a peer looks in; null: there may be pods in them, or more of them, that the manifests do not show. */
function namespacesOf(
  { namespace }: NetworkPolicy,
  { namespaceSelector }: PodPeer,
  { space: { spans, cluster } }: Evaluated,
): readonly string[] | null {
  if (namespaceSelector === null) return spans.has(namespace) ? [namespace] : null;
  const names = [...cluster.namespaces.values()].flatMap(({ name, labels }) =>
    matchesLabels(namespaceSelector, labels) ? name : [],
  );
  // Every cluster has this one.
  const isSystem = matchesLabels(namespaceSelector, new Map([[NAMESPACE_NAME_LABEL, SYSTEM]]));
  return names.every((name) => spans.has(name)) && (!isSystem || spans.has(SYSTEM)) ? names : null;
}
