import { t } from '../../../language/t';
import { selectorPhrase } from '../../explain/sentences';
import { NAMESPACE_NAME_LABEL } from '../../model/cluster';
import type { LabelSelector, NetworkPolicy, PodPeer } from '../../model/policy';
import type { Found, Inquiry, PolicyCheck } from '../check';
import { setEntry } from '../edit';
import { unitsOf } from '../lookup/classes';
import { pages } from '../lookup/pages';
import { rulesInForce, type PlacedRule } from '../lookup/rules';
import { firstLine } from '../lookup/spots';
import { listed } from '../lookup/words';
import { fixInRule, itemOf, listIn, peersKey } from '../lookup/written';

/** A podSelector without a namespaceSelector, meant for pods that are all in other namespaces. */
export const ownNamespaceOnly: PolicyCheck = {
  code: 'own-namespace-only',
  severity: 'warning',
  docs: pages.peers,
  looksAt: 'policy',
  find: (policy, ask) =>
    rulesInForce(policy).flatMap((placed) =>
      placed.rule.peers.flatMap((peer, index) =>
        peer.kind === 'pods' ? foundIn(policy, placed, peer, index, ask) : [],
      ),
    ),
};

/** More namespaces than this are not offered one by one. */
const OFFERED = 3;

function foundIn(
  policy: NetworkPolicy,
  placed: PlacedRule,
  { namespaceSelector, podSelector, range }: PodPeer,
  index: number,
  ask: Inquiry,
): readonly Found[] {
  if (namespaceSelector !== null || podSelector === null || podSelector.requirements.length === 0) return [];
  const source = ask.source(policy);
  // A namespaceSelector without a value is another trap.
  if (source.slice(range.start, range.end).includes('namespaceSelector')) return [];
  const { spans } = ask.state.space;
  const own = spans.get(policy.namespace);
  if (own && ask.state.space.selectedIn(own, podSelector).length > 0) return [];
  const found = matchesByNamespace(podSelector, ask);
  if (found.size === 0) return [];
  const names = [...found.keys()];
  const phrase = selectorPhrase(podSelector);
  const select = (
    title: string,
    value: object & { readonly matchLabels?: Readonly<Record<string, string>> },
  ) =>
    fixInRule(ask, policy, placed, title, (sheet, rule) => {
      const item = itemOf(listIn(rule, peersKey(placed.type)), index);
      return item && setEntry(sheet, item, 'namespaceSelector', { ...value });
    });
  return [
    {
      object: policy,
      range: firstLine(source, range),
      message: t`No pod of ${policy.namespace} has ${phrase}; those of ${listed(names)} do not match.`,
      explanation: t`A podSelector by itself looks in the namespace of its policy only, here ${policy.namespace}. Pods of other namespaces match when a namespaceSelector in the same item selects their namespace.`,
      concerns: unitsOf(ask.state, [...found.values()].flat()),
      fixes:
        names.length > OFFERED
          ? select(t`Look in every namespace`, {})
          : names.flatMap((name) =>
              select(t`Look in ${name}`, { matchLabels: { [NAMESPACE_NAME_LABEL]: name } }),
            ),
    },
  ];
}

/** Ids of the classes a selector selects, by namespace. */
function matchesByNamespace(
  selector: LabelSelector,
  { state }: Inquiry,
): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>();
  for (const [namespace, span] of state.space.spans) {
    const ids = state.space.selectedIn(span, selector);
    if (ids.length > 0) found.set(namespace, ids);
  }
  return found;
}
