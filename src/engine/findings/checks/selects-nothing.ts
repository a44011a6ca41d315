import { t } from '../../../language/t';
import { selectorPhrase } from '../../explain/sentences';
import { matchesLabels } from '../../model/matchesLabels';
import type { NetworkPolicy } from '../../model/policy';
import { entryOf } from '../../parse/tree';
import type { DocumentFix, Found, Inquiry, PolicyCheck } from '../check';
import { setEntry } from '../edit';
import { classesSelected, unitsOf } from '../lookup/classes';
import { pages } from '../lookup/pages';
import { labelsIn, mendSlip, slipIn, slipTitle } from '../lookup/slips';
import { listed } from '../lookup/words';
import { fixIn, mapIn } from '../lookup/written';

/** A policy that selects no pod: in the wrong namespace, or with a label nobody has. */
export const selectsNothing: PolicyCheck = {
  code: 'selects-nothing',
  severity: 'error',
  docs: pages.namespaces,
  looksAt: 'policy',
  find: (policy, ask) => {
    const { spans, cluster } = ask.state.space;
    if (classesSelected(ask.state, policy).length > 0 || cluster.workloads.length === 0) return [];
    const span = spans.get(policy.namespace);
    if (span && ask.state.space.perhapsIn(span, policy.podSelector).length > 0) return [];
    const own = cluster.pods.filter(({ namespace }) => namespace === policy.namespace);
    // Those on the host network are not selected either, which is another trap.
    if (own.some(({ hostNetwork, labels }) => hostNetwork && matchesLabels(policy.podSelector, labels)))
      return [];
    return span ? [noneMatch(policy, ask)] : [nobodyThere(policy, ask)];
  },
};

/** More namespaces than this are not offered one by one. */
const OFFERED = 3;

/** The namespace has pods, but none with these labels. */
function noneMatch(policy: NetworkPolicy, ask: Inquiry): Found {
  const others = namespacesWith(policy, ask);
  const phrase = selectorPhrase(policy.podSelector);
  return {
    object: policy,
    range: policy.podSelector.range,
    message: t`${policy.name} selects no pod: none of ${policy.namespace} has ${phrase}.`,
    explanation: [
      t`A policy acts on pods of its own namespace whose labels match its podSelector. This one acts on nobody, and what it was meant to protect stays open.`,
      ...(others.length > 0 ? [t`Such pods are in ${listed(others)}.`] : []),
    ].join(' '),
    concerns: unitsIn(policy, others, ask),
    fixes: [...slipFix(policy, ask), ...movesTo(policy, others, ask)],
  };
}

/** No pod of the namespace is among the manifests. */
function nobodyThere(policy: NetworkPolicy, ask: Inquiry): Found {
  const metadata = mapIn(ask.tree(policy), 'metadata');
  const written = metadata ? entryOf(metadata, 'namespace')?.value : undefined;
  const isWritten = written?.kind === 'scalar' && written.value !== null;
  const isAnybody = policy.podSelector.requirements.length === 0;
  const others = namespacesWith(policy, ask);
  const elsewhere = isWritten && isAnybody ? [] : others;
  return {
    object: policy,
    range: isWritten ? written.range : policy.nameRange,
    severity: !isWritten && others.length > 0 ? 'error' : elsewhere.length > 0 ? 'warning' : 'info',
    message: isWritten
      ? t`${policy.name} selects no pod: none of the manifests is in ${policy.namespace}.`
      : t`${policy.name} names no namespace, so it is in ${policy.namespace}, where there is no pod.`,
    explanation: [
      t`A policy acts on pods of its own namespace only.`,
      ...(isWritten
        ? []
        : [
            t`Without metadata.namespace kubectl puts it into the namespace of the current context, which is "default" unless told otherwise.`,
          ]),
      ...(elsewhere.length > 0 ? [t`Pods it would select are in ${listed(elsewhere)}.`] : []),
    ].join(' '),
    concerns: unitsIn(policy, elsewhere, ask),
    fixes: movesTo(policy, elsewhere, ask),
  };
}

/** Other namespaces with pods the selector matches. */
function namespacesWith(
  { namespace, podSelector }: NetworkPolicy,
  { state: { space } }: Inquiry,
): readonly string[] {
  return [...space.spans].flatMap(([name, span]) =>
    name !== '' && name !== namespace && space.selectedIn(span, podSelector).length > 0 ? [name] : [],
  );
}

function unitsIn({ podSelector }: NetworkPolicy, namespaces: readonly string[], { state }: Inquiry) {
  const classes = namespaces.flatMap((name) => {
    const span = state.space.spans.get(name);
    return span ? state.space.selectedIn(span, podSelector) : [];
  });
  return unitsOf(state, classes);
}

function movesTo(policy: NetworkPolicy, namespaces: readonly string[], ask: Inquiry): readonly DocumentFix[] {
  if (namespaces.length > OFFERED) return [];
  return namespaces.flatMap((name) => {
    const fixes = fixIn(ask, policy, t`Put it into ${name}`, (sheet, tree) => {
      const metadata = mapIn(tree, 'metadata');
      return metadata && setEntry(sheet, metadata, 'namespace', name, 'name');
    });
    return fixes.map((fix) => ({ ...fix, moves: { policy: policy.name, to: name } }));
  });
}

/** A label that is a slip away from one that pods have. */
function slipFix(policy: NetworkPolicy, ask: Inquiry): readonly DocumentFix[] {
  const { cluster } = ask.state.space;
  const slip = slipIn(policy.podSelector, labelsIn(cluster, policy.namespace));
  if (slip === null) return [];
  return fixIn(ask, policy, slipTitle(slip), (sheet, tree) =>
    mendSlip(sheet, mapIn(mapIn(tree, 'spec'), 'podSelector'), slip),
  );
}
