import { n, t } from '../../../language/t';
import type { ClusterNamespace } from '../../model/cluster';
import { matchesLabels } from '../../model/matchesLabels';
import type { LabelSelector, Requirement } from '../../model/policy';
import type { PolicyCheck } from '../check';
import { appendTo } from '../edit';
import { classesSelected, unitsOf } from '../lookup/classes';
import { pages } from '../lookup/pages';
import { podPeersOf, rulesInForce } from '../lookup/rules';
import { listed } from '../lookup/words';
import { fixInRule, itemOf, listIn, mapIn, peersKey } from '../lookup/written';

/** NotIn and DoesNotExist also match namespaces that nobody labelled. */
export const negativeNamespaceSelector: PolicyCheck = {
  code: 'negative-namespace-selector',
  severity: 'warning',
  docs: pages.setBasedSelectors,
  looksAt: 'policy',
  find: (policy, ask) =>
    rulesInForce(policy).flatMap((placed) =>
      podPeersOf(placed.rule).flatMap((peer) => {
        const selector = peer.namespaceSelector;
        if (selector === null) return [];
        const namespaces = [...ask.state.space.cluster.namespaces.values()];
        return selector.requirements.flatMap((requirement) => {
          const unlabelled = unlabelledBy(selector, requirement, namespaces, policy.namespace);
          if (unlabelled.length === 0) return [];
          const { key, operator } = requirement;
          const names = listed(unlabelled.map(({ name }) => name));
          return [
            {
              object: policy,
              range: requirement.range,
              message: n(
                unlabelled.length,
              )`${operator} also matches a namespace without the label ${key}: ${names}.|${operator} also matches namespaces without the label ${key}: ${names}.`,
              explanation: t`A requirement with ${operator} holds for everything that does not have the label at all. Namespaces nobody labelled, and with them those of the cluster itself, are let in together with the ones you meant. Ask for the label as well, or list the namespaces you mean.`,
              concerns: unitsOf(ask.state, classesSelected(ask.state, policy)),
              fixes:
                operator === 'NotIn'
                  ? fixInRule(ask, policy, placed, t`Ask for the label ${key} as well`, (sheet, rule) => {
                      const item = itemOf(
                        listIn(rule, peersKey(placed.type)),
                        placed.rule.peers.indexOf(peer),
                      );
                      const written = mapIn(item, 'namespaceSelector');
                      return (
                        written && appendTo(sheet, written, 'matchExpressions', { key, operator: 'Exists' })
                      );
                    })
                  : [],
            },
          ];
        });
      }),
    ),
};

/** Those that are part of every cluster: seldom meant, and seldom labelled. */
const systemNamespaces = new Set(['kube-system', 'kube-public', 'kube-node-lease', 'default']);

/**
 * The namespaces that are matched only because they lack the label. To ask for those without a label is a clear
 * wish, which goes wrong only with the namespaces of the cluster itself.
 */
function unlabelledBy(
  selector: LabelSelector,
  { key, operator }: Requirement,
  namespaces: readonly ClusterNamespace[],
  own: string,
): readonly ClusterNamespace[] {
  if (operator !== 'NotIn' && operator !== 'DoesNotExist') return [];
  return namespaces.filter(
    ({ name, labels, labelsKnown, object }) =>
      name !== own &&
      labelsKnown &&
      (systemNamespaces.has(name) || (operator === 'NotIn' && object !== null)) &&
      !labels.has(key) &&
      matchesLabels(selector, labels),
  );
}
