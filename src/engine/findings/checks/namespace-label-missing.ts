import { t } from '../../../language/t';
import { Match } from '../../compile/match';
import { matchKnown } from '../../compile/matchKnown';
import type { Evaluated } from '../../evaluate/evaluated';
import { NAMESPACE_NAME_LABEL } from '../../model/cluster';
import { matchesLabels } from '../../model/matchesLabels';
import type { LabelSelector, NetworkPolicy, Requirement } from '../../model/policy';
import { nearest } from '../../model/unknownFields';
import { selectorPhrase } from '../../explain/sentences';
import { entryOf } from '../../parse/tree';
import type { DocumentFix, Found, Inquiry, PolicyCheck } from '../check';
import { removeEntry, renameKey, replaceScalar, setEntry } from '../edit';
import { classesSelected, unitsOf } from '../lookup/classes';
import { pages } from '../lookup/pages';
import { listed } from '../lookup/words';
import { podPeersOf, rulesInForce, type PlacedRule } from '../lookup/rules';
import { fixInRule, itemOf, listIn, mapIn, peersKey } from '../lookup/written';

/** A namespaceSelector asks for a label that no namespace has. */
export const namespaceLabelMissing: PolicyCheck = {
  code: 'namespace-label-missing',
  severity: 'warning',
  docs: pages.namespaceByName,
  looksAt: 'policy',
  find: (policy, ask) => rulesInForce(policy).flatMap((placed) => findInRule(policy, placed, ask)),
};

/** They exist in every cluster, whether or not they are among the manifests. */
const systemNamespaces = ['kube-system', 'kube-public', 'kube-node-lease', 'default'];

/** A requirement that most likely means the namespace of this name. */
interface Meant {
  readonly requirement: Requirement;
  readonly name: string;
}

function findInRule(policy: NetworkPolicy, placed: PlacedRule, ask: Inquiry): readonly Found[] {
  const { state } = ask;
  return podPeersOf(placed.rule).flatMap((peer): Found[] => {
    const selector = peer.namespaceSelector;
    if (selector === null || selector.requirements.length === 0 || isMet(selector, state)) return [];
    const meant = meantBy(selector, state);
    if (meant === null && selector.requirements.some(({ key }) => key === NAMESPACE_NAME_LABEL)) return [];
    const phrase = selectorPhrase(selector);
    const unseen = meant === null ? undeclared(state) : [];
    if (unseen.length > 0) {
      return [
        {
          object: policy,
          range: selector.range,
          severity: 'info',
          message: t`No Namespace is given of ${listed(unseen)}: whether it has ${phrase} is not known; here this peer matches nobody.`,
          explanation: t`Labels of namespaces stand on Namespace objects. Of one that is only mentioned nothing is known but its name, so this peer matches nobody here, while in your cluster it may. Add the Namespaces with their labels: kubectl get namespaces -o yaml.`,
          concerns: unitsOf(state, classesSelected(state, policy)),
          fixes: [],
        },
      ];
    }
    return [
      {
        object: policy,
        range: selector.range,
        message: meant
          ? t`No namespace has ${phrase}; ${meant.name} is a name, not a label somebody set.`
          : t`No namespace here has ${phrase}, so this peer matches nobody.`,
        explanation: meant
          ? t`A namespaceSelector looks at the labels of namespaces, and a namespace is not labelled with its name unless under ${NAMESPACE_NAME_LABEL}, which every namespace has by itself. As written the rule lets nothing through. Ask for that label, or put yours on the namespace.`
          : t`A namespaceSelector looks at the labels of namespaces, and none of the declared ones has these: the rule lets nothing through. Put the label on the namespace, or select it by ${NAMESPACE_NAME_LABEL}, which every namespace has by itself.`,
        concerns: unitsOf(state, classesSelected(state, policy)),
        fixes: meant ? fixesFor(policy, placed, placed.rule.peers.indexOf(peer), meant, ask) : [],
      },
    ];
  });
}

/** As far as the labels are known. */
function isMet(selector: LabelSelector, { space }: Evaluated): boolean {
  for (const one of space.cluster.namespaces.values())
    if (matchKnown(selector, one) !== Match.no) return true;
  return false;
}

/** Namespaces that are only mentioned. */
function undeclared({ space }: Evaluated): readonly string[] {
  const all = [...space.cluster.namespaces.values()];
  return all.flatMap(({ name, object }) => (object === null ? [name] : [])).sort();
}

function meantBy(selector: LabelSelector, { space }: Evaluated): Meant | null {
  const { namespaces } = space.cluster;
  for (const requirement of selector.requirements) {
    const [value, another] = requirement.values;
    if (requirement.operator !== 'In' || value === undefined || another !== undefined) continue;
    const name =
      requirement.key === NAMESPACE_NAME_LABEL
        ? slipOf(value, [...namespaces.keys()])
        : namespaces.has(value) || systemNamespaces.includes(value)
          ? value
          : null;
    const rest = selector.requirements.filter((other) => other !== requirement);
    const labels = (name === null ? undefined : namespaces.get(name))?.labels ?? new Map<string, string>();
    if (name !== null && matchesLabels({ ...selector, requirements: rest }, labels))
      return { requirement, name };
  }
  return null;
}

/** The name that was meant: letters doubled, left out or swapped. Another letter may well be another namespace. */
function slipOf(value: string, names: readonly string[]): string | null {
  if (value.length < 5 || systemNamespaces.includes(value)) return null;
  const name = nearest(value, names);
  if (name === null || digits(name) !== digits(value)) return null;
  const isSwap = sortedLetters(name) === sortedLetters(value);
  return isSwap || Math.abs(name.length - value.length) === 1 ? name : null;
}

/** Names of namespaces are ASCII. */
function sortedLetters(name: string): string {
  return Array.from(name).sort().join('');
}

function digits(text: string): string {
  return text.replace(/[^0-9-]/g, '');
}

function fixesFor(
  policy: NetworkPolicy,
  placed: PlacedRule,
  peer: number,
  { requirement, name }: Meant,
  ask: Inquiry,
): readonly DocumentFix[] {
  const isMisspelt = requirement.key === NAMESPACE_NAME_LABEL;
  const { start } = requirement.range;
  const title = isMisspelt ? t`Write ${name}` : t`Use ${NAMESPACE_NAME_LABEL}`;
  return fixInRule(ask, policy, placed, title, (sheet, rule) => {
    const selector = mapIn(itemOf(listIn(rule, peersKey(placed.type)), peer), 'namespaceSelector');
    const labels = mapIn(selector, 'matchLabels');
    const entry = labels?.entries.find(({ keyRange }) => keyRange.start === start);
    if (entry?.value.kind === 'scalar' && isMisspelt) return replaceScalar(sheet, entry.value, name);
    if (labels && entry) {
      if (isMisspelt) return null;
      // Where that label is asked for as well, it already says all of it.
      return entryOf(labels, NAMESPACE_NAME_LABEL)
        ? removeEntry(sheet, labels, entry)
        : renameKey(sheet, entry, NAMESPACE_NAME_LABEL);
    }
    const item = listIn(selector, 'matchExpressions')?.items.find(({ range }) => range.start === start);
    if (item?.kind !== 'map') return null;
    return isMisspelt
      ? setEntry(sheet, item, 'values', [name])
      : setEntry(sheet, item, 'key', NAMESPACE_NAME_LABEL);
  });
}
