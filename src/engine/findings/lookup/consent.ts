import { t } from '../../../language/t';
import { NAMESPACE_NAME_LABEL } from '../../model/cluster';
import type { NetworkPolicy, PolicyType } from '../../model/policy';
import type { DocumentFix, Inquiry } from '../check';
import { appendTo, type Plain } from '../edit';
import { blockLines } from '../edit/plain';
import { classesSelected } from './classes';
import { narrowestOf } from './narrowest';
import { portsText, selectorText } from './rewritten';
import type { NamedPair } from './sides';
import { fixIn, mapIn, peersKey } from './written';

/** Lets the other end agree: in the policy that is about just that end, else in a new one. */
export function consentFixes(
  pair: NamedPair,
  policies: readonly NetworkPolicy[],
  ask: Inquiry,
): readonly DocumentFix[] {
  const { state } = ask;
  const { policy, placed, peer, others } = pair;
  const type: PolicyType = placed.type === 'Egress' ? 'Ingress' : 'Egress';
  const namespaces = new Set(
    others.flatMap((id) => {
      const one = state.space.classes[id];
      return one?.kind === 'pods' ? one.example.namespace : [];
    }),
  );
  const [namespace, another] = namespaces;
  if (namespace === undefined || another !== undefined || peer.podSelector === null) return [];
  const podSelector = selectorText(policy.podSelector);
  const self: Plain =
    policy.namespace === namespace
      ? { podSelector }
      : { namespaceSelector: { matchLabels: { [NAMESPACE_NAME_LABEL]: policy.namespace } }, podSelector };
  const rule = { [peersKey(type)]: [self], ports: portsText(placed.rule.ports) };
  const key = type === 'Ingress' ? 'ingress' : 'egress';
  const narrowest = narrowestOf(state, policies);
  if (narrowest && isAbout(narrowest, others, ask)) {
    return fixIn(ask, narrowest, t`Allow it in ${narrowest.name} too`, (sheet, tree) => {
      const spec = mapIn(tree, 'spec');
      return spec && appendTo(sheet, spec, key, rule);
    });
  }
  const made = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: {
      name: freeName(`${type === 'Egress' ? 'to' : 'from'}-${policy.name}`, namespace, ask),
      namespace,
    },
    spec: { podSelector: selectorText(peer.podSelector), policyTypes: [type], [key]: [rule] },
  };
  return fixIn(ask, policy, t`Add the policy ${made.metadata.name}`, (sheet, tree) => {
    // Another document can only follow one that is a document by itself.
    if (sheet.root !== tree || sheet.isFlow(tree)) return null;
    const lines = ['---', ...blockLines(made, 0, sheet.style), ''].join(sheet.eol);
    const end = sheet.source.length;
    const gap = /(?:^|\n)$/.test(sheet.source) ? '' : sheet.eol;
    return [{ range: { start: end, end }, text: gap + lines }];
  });
}

/** Selects no other pods than these. */
function isAbout(policy: NetworkPolicy, classes: readonly number[], { state }: Inquiry): boolean {
  const known = new Set(classes);
  return classesSelected(state, policy).every((id) => known.has(id));
}

/** A name no policy of the namespace has. */
function freeName(wanted: string, namespace: string, { state }: Inquiry): string {
  const taken = new Set(state.book.byNamespace.get(namespace)?.map(({ name }) => name));
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}-${String(number)}`;
  return name;
}
