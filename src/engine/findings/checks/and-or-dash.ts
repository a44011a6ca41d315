import { t } from '../../../language/t';
import { selectorPhrase } from '../../explain/sentences';
import type { NetworkPolicy, Peer, PodPeer } from '../../model/policy';
import type { Found, Inquiry, PolicyCheck } from '../check';
import { joinItems, splitItem } from '../edit';
import { podsMatched, unitsOf } from '../lookup/classes';
import { pages } from '../lookup/pages';
import { rulesInForce, type PlacedRule } from '../lookup/rules';
import { firstLine } from '../lookup/spots';
import { fixInRule, itemOf, listIn, peersKey } from '../lookup/written';

/** Two selectors behind two dashes where one dash was meant, or the other way round. */
export const andOrDash: PolicyCheck = {
  code: 'and-or-dash',
  severity: 'warning',
  docs: pages.peers,
  looksAt: 'policy',
  find: (policy, ask) =>
    rulesInForce(policy).flatMap((placed) =>
      placed.rule.peers.flatMap((peer, index) => [
        ...twoDashes(policy, placed, index, ask),
        ...oneDash(policy, placed, peer, index, ask),
      ]),
    ),
};

function twoDashes(policy: NetworkPolicy, placed: PlacedRule, index: number, ask: Inquiry): readonly Found[] {
  const [first, second] = [placed.rule.peers[index], placed.rule.peers[index + 1]];
  const namespaces = [first, second].find(isOnlyNamespaces);
  const pods = [first, second].find(isOnlyPods);
  if (!second || !namespaces || !pods || isEmpty(pods.podSelector)) return [];
  const { state } = ask;
  const matched = (peer: Peer): readonly number[] =>
    podsMatched(state, { ...placed.rule, peers: [peer] }, policy.namespace);
  const { podSelector } = pods;
  const both = matched({ ...pods, namespaceSelector: namespaces.namespaceSelector });
  // Nobody would be left if it were one item: then two are meant.
  if (both.length === 0 && (matched(pods).length > 0 || matched(namespaces).length > 0)) return [];
  const [here, there] = [selectorPhrase(podSelector), selectorPhrase(namespaces.namespaceSelector)];
  const more = matched(namespaces).filter((id) => !both.includes(id));
  return [
    {
      object: policy,
      range: firstLine(ask.source(policy), second.range),
      severity: both.length === 0 || more.length === 0 ? 'info' : 'warning',
      message: isEmpty(namespaces.namespaceSelector)
        ? t`Two dashes mean "or": all pods of all namespaces, and also pods with ${here} of ${policy.namespace}.`
        : t`Two dashes mean "or": all pods of namespaces with ${there}, and also pods with ${here} of ${policy.namespace}.`,
      explanation: isEmpty(namespaces.namespaceSelector)
        ? t`Each dash starts a peer of its own, and it is enough to match one of them. To mean pods with ${here} in all namespaces, both selectors have to stand in one item, with one dash between them.`
        : t`Each dash starts a peer of its own, and it is enough to match one of them. To mean pods with ${here} in namespaces with ${there}, both selectors have to stand in one item, with one dash between them.`,
      concerns: unitsOf(state, more),
      fixes: fixInRule(ask, policy, placed, t`Join the two dashes`, (sheet, rule) => {
        const list = listIn(rule, peersKey(placed.type));
        return list && joinItems(sheet, list, index);
      }),
    },
  ];
}

/** Both in one item, and nobody is both; written as two, somebody would match each. */
function oneDash(
  policy: NetworkPolicy,
  placed: PlacedRule,
  peer: Peer,
  index: number,
  ask: Inquiry,
): readonly Found[] {
  if (peer.kind !== 'pods') return [];
  const { podSelector, namespaceSelector } = peer;
  if (!podSelector || !namespaceSelector || isEmpty(podSelector) || isEmpty(namespaceSelector)) return [];
  const { state } = ask;
  const matched = (one: PodPeer): readonly number[] =>
    podsMatched(state, { ...placed.rule, peers: [one] }, policy.namespace);
  if (matched(peer).length > 0) return [];
  const here = matched({ ...peer, namespaceSelector: null });
  const there = matched({ ...peer, podSelector: null });
  if (here.length === 0 || there.length === 0) return [];
  const [pods, namespaces] = [selectorPhrase(podSelector), selectorPhrase(namespaceSelector)];
  return [
    {
      object: policy,
      range: firstLine(ask.source(policy), peer.range),
      severity: 'info',
      message: t`One dash means "and": pods with ${pods} in namespaces with ${namespaces}. There are none.`,
      explanation: t`Two selectors in one item must both match. Pods with ${pods} are in ${policy.namespace}, which is not among those namespaces. If they shall match, and also every pod of namespaces with ${namespaces}, each selector needs a dash of its own.`,
      concerns: unitsOf(state, here),
      fixes: fixInRule(ask, policy, placed, t`Split into two dashes`, (sheet, rule) => {
        const list = listIn(rule, peersKey(placed.type));
        const second = itemOf(list, index)?.entries[1];
        return list && second ? splitItem(sheet, list, index, second) : null;
      }),
    },
  ];
}

function isOnlyNamespaces(peer: Peer | undefined): peer is PodPeer & { readonly namespaceSelector: object } {
  return peer?.kind === 'pods' && peer.namespaceSelector !== null && peer.podSelector === null;
}

function isOnlyPods(peer: Peer | undefined): peer is PodPeer & { readonly podSelector: object } {
  return peer?.kind === 'pods' && peer.namespaceSelector === null && peer.podSelector !== null;
}

function isEmpty(selector: PodPeer['podSelector']): boolean {
  return selector === null || selector.requirements.length === 0;
}
