import { t } from '../../language/t';
import { decodeRules } from './decodeRule';
import { defaultPolicyTypes } from './defaults';
import { asList, asString, fieldOf, mapAt, spotOf, type Field, type MapField } from './fields';
import type { LabelSelector, PolicyType, Rule } from './policy';
import { notSupported, type Problems } from './problems';
import { decodeSelector } from './selector';
import { refuseUnknownFields } from './unknownFields';

/** A policy's spec with the defaults applied, and which of its parts can be relied on should the rest be faulty. */
interface PolicySpec {
  readonly podSelector: LabelSelector;
  readonly policyTypes: readonly PolicyType[];
  readonly ingress: readonly Rule[];
  readonly egress: readonly Rule[];
  readonly soundSelector: boolean;
  readonly soundTypes: boolean;
}

export const policyTypes: readonly PolicyType[] = ['Ingress', 'Egress'];

/** `spec` may be empty: that denies all ingress to every pod of the namespace. */
export function decodePolicySpec(spec: MapField, problems: Problems): PolicySpec {
  const faultless = (check: () => void): boolean => {
    const before = problems.count();
    check();
    return problems.count() === before;
  };
  const fieldsKnown = refuseUnknownFields(
    spec,
    ['podSelector', 'policyTypes', 'ingress', 'egress'],
    problems,
  );

  let podSelector: LabelSelector = { requirements: [], range: spotOf(spec, 'podSelector').at };
  const selectorRead = faultless(() => {
    const map = mapAt(spec, 'podSelector', problems);
    if (map !== null) podSelector = decodeSelector(map, problems);
  });

  const ingress = decodeRules(spec, 'Ingress', problems);
  const egress = decodeRules(spec, 'Egress', problems);

  let written: readonly PolicyType[] = [];
  const typesRead = faultless(() => {
    const field = fieldOf(spec, 'policyTypes');
    if (field !== null) written = decodePolicyTypes(field, problems);
  });
  const egressField = fieldOf(spec, 'egress')?.tree;
  const egressRead = egressField === undefined || egressField.kind === 'list';
  const effective = written.length > 0 ? written : defaultPolicyTypes(listLength(egressField));

  if (typesRead)
    warnOfIgnoredRules(spec, effective, { Ingress: ingress.length, Egress: egress.length }, problems);
  return {
    podSelector,
    policyTypes: effective,
    ingress,
    egress,
    soundSelector: selectorRead && (fieldsKnown || fieldOf(spec, 'podSelector') !== null),
    soundTypes: typesRead && (written.length > 0 || (fieldsKnown && egressRead)),
  };
}

/** Without repetitions, in the usual order. */
function decodePolicyTypes(field: Field, problems: Problems): readonly PolicyType[] {
  const items = asList(field, problems) ?? [];
  const words = items.map((item) => asString(item, problems));
  if (items.length > 2) {
    // The server prints a list as Go would write it.
    const value = `[]networking.PolicyType{${words.map((word) => JSON.stringify(word ?? '')).join(', ')}}`;
    const message = `Invalid value: ${value}: may not specify more than two policyTypes`;
    problems.error('invalid', field, message);
    return [];
  }
  for (const [index, item] of items.entries()) {
    const word = words[index] ?? null;
    if (word !== null && !policyTypes.some((type) => type === word))
      notSupported(problems, item, word, policyTypes);
  }
  return policyTypes.filter((type) => words.includes(type));
}

/** The API accepts rules of a direction that policyTypes does not list; they do nothing. */
function warnOfIgnoredRules(
  spec: MapField,
  types: readonly PolicyType[],
  rules: Readonly<Record<PolicyType, number>>,
  problems: Problems,
): void {
  for (const type of policyTypes) {
    if (rules[type] === 0 || types.includes(type)) continue;
    const spot = spotOf(spec, type === 'Ingress' ? 'ingress' : 'egress');
    problems.warn('ignored-rules', spot, t`these rules have no effect: policyTypes does not list ${type}`);
  }
}

function listLength(tree: Field['tree'] | undefined): number {
  return tree?.kind === 'list' ? tree.items.length : 0;
}
