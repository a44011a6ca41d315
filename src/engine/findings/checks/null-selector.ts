import { t } from '../../../language/t';
import { selectorPhrase } from '../../explain/sentences';
import { entryOf } from '../../parse/tree';
import type { PolicyCheck } from '../check';
import { removeEntry, replaceValue } from '../edit';
import { podsMatched, unitsOf } from '../lookup/classes';
import { pages } from '../lookup/pages';
import { rulesInForce } from '../lookup/rules';
import { fixInRule, itemOf, listIn, peersKey, ruleIn } from '../lookup/written';

/** `namespaceSelector:` with nothing behind it, beside a podSelector. */
export const nullSelector: PolicyCheck = {
  code: 'null-selector',
  severity: 'warning',
  docs: pages.peers,
  looksAt: 'policy',
  find: (policy, ask) =>
    rulesInForce(policy).flatMap((placed) =>
      placed.rule.peers.flatMap((peer, index) => {
        if (peer.kind !== 'pods' || peer.namespaceSelector !== null) return [];
        const text = ask.source(policy).slice(peer.range.start, peer.range.end);
        if (!text.includes('namespaceSelector')) return [];
        const key = peersKey(placed.type);
        const item = itemOf(listIn(ruleIn(ask.tree(policy), placed.type, placed.index), key), index);
        const entry = item ? entryOf(item, 'namespaceSelector') : undefined;
        if (!item || !entry) return [];
        const inOthers = { ...peer, namespaceSelector: { requirements: [], range: peer.range } };
        const all = podsMatched(ask.state, { ...placed.rule, peers: [inOthers] }, policy.namespace);
        const own = podsMatched(ask.state, { ...placed.rule, peers: [peer] }, policy.namespace);
        return [
          {
            object: policy,
            range: entry.keyRange,
            message: peer.podSelector
              ? t`namespaceSelector has no value: only pods of ${policy.namespace} with ${selectorPhrase(peer.podSelector)} match.`
              : t`namespaceSelector has no value: only pods of ${policy.namespace} with any label match.`,
            explanation: t`A field without a value counts as not written, and without a namespaceSelector a peer is about the namespace of its policy. Every namespace is written "{}". A selector whose lines are commented out, or indented too little, ends up like this.`,
            concerns: unitsOf(
              ask.state,
              all.filter((id) => !own.includes(id)),
            ),
            fixes: [
              ...fixInRule(ask, policy, placed, t`Match every namespace: {}`, (sheet) =>
                replaceValue(sheet, item, entry, {}),
              ),
              ...fixInRule(ask, policy, placed, t`Own namespace only: remove it`, (sheet) =>
                removeEntry(sheet, item, entry),
              ),
            ],
          },
        ];
      }),
    ),
};
