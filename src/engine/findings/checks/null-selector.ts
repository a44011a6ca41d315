import { t } from '../../../language/t';
import { selectorPhrase } from '../../explain/sentences';
import type { NetworkPolicy, PodPeer } from '../../model/policy';
import { entryOf } from '../../parse/tree';
import type { Found, Inquiry, PolicyCheck } from '../check';
import { removeEntry, replaceValue } from '../edit';
import { podsMatched, unitsOf } from '../lookup/classes';
import { pages } from '../lookup/pages';
import { rulesInForce, type PlacedRule } from '../lookup/rules';
import { fixInRule, itemOf, listIn, peersKey, ruleIn } from '../lookup/written';

/** One of a peer's two selectors with nothing behind it, beside the other. */
export const nullSelector: PolicyCheck = {
  code: 'null-selector',
  severity: 'warning',
  docs: pages.peers,
  looksAt: 'policy',
  find: (policy, ask) =>
    rulesInForce(policy).flatMap((placed) =>
      placed.rule.peers.flatMap((peer, index) =>
        peer.kind !== 'pods'
          ? []
          : selectors.flatMap((key) =>
              peer[key] === null ? findEmpty(policy, placed, peer, index, key, ask) : [],
            ),
      ),
    ),
};

const selectors = ['namespaceSelector', 'podSelector'] as const;

function findEmpty(
  policy: NetworkPolicy,
  placed: PlacedRule,
  peer: PodPeer,
  index: number,
  key: (typeof selectors)[number],
  ask: Inquiry,
): readonly Found[] {
  const text = ask.source(policy).slice(peer.range.start, peer.range.end);
  if (!text.includes(key)) return [];
  const peers = listIn(ruleIn(ask.tree(policy), placed.type, placed.index), peersKey(placed.type));
  const item = itemOf(peers, index);
  const entry = item ? entryOf(item, key) : undefined;
  if (!item || !entry) return [];
  const isAboutPods = key === 'podSelector';
  const matched = (one: PodPeer) =>
    podsMatched(ask.state, { ...placed.rule, peers: [one] }, policy.namespace);
  const own = matched(peer);
  const labels = peer.podSelector === null ? '' : selectorPhrase(peer.podSelector);
  const inOthers = (): readonly number[] =>
    matched({ ...peer, namespaceSelector: { requirements: [], range: peer.range } }).filter(
      (id) => !own.includes(id),
    );
  return [
    {
      object: policy,
      range: entry.keyRange,
      message: isAboutPods
        ? t`podSelector has no value: every pod of the namespaces matches, whatever its labels.`
        : labels === ''
          ? t`namespaceSelector has no value: only pods of ${policy.namespace} match, whatever their labels.`
          : t`namespaceSelector has no value: only pods of ${policy.namespace} with ${labels} match.`,
      explanation: isAboutPods
        ? t`A field without a value counts as not written, and without a podSelector a peer is about all pods of the namespaces it selects. If that is meant, "{}" says so. A selector whose lines are commented out, or indented too little, ends up like this.`
        : t`A field without a value counts as not written, and without a namespaceSelector a peer is about the namespace of its policy. Every namespace is written "{}". A selector whose lines are commented out, or indented too little, ends up like this.`,
      concerns: unitsOf(ask.state, isAboutPods ? own : inOthers()),
      fixes: [
        ...fixInRule(
          ask,
          policy,
          placed,
          isAboutPods ? t`Match every pod: {}` : t`Match every namespace: {}`,
          (sheet) => replaceValue(sheet, item, entry, {}),
        ),
        ...fixInRule(
          ask,
          policy,
          placed,
          isAboutPods ? t`Every pod: remove it` : t`Own namespace only: remove it`,
          (sheet) => removeEntry(sheet, item, entry),
        ),
      ],
    },
  ];
}
