import { TOLD_POLICIES, TOLD_RULES, type PolicyExplanation, type SideExplanation } from '../answer';
import { Match } from '../compile/match';
import { PortSets, type PortSetId } from '../compile/portSet';
import type { Evaluated, NamedEnd } from '../evaluate/evaluated';
import { grantedPorts, grantedTogether, rulesOf } from '../evaluate/row';
import type { NetworkPolicy, PolicyType } from '../model/policy';
import { checkWords } from './checkWords';
import { explainRule, giftOf, type Gift } from './explainRule';
import { otherEndOf } from './otherEnd';
import { portText } from './portText';
import {
  hostNetworkSentence,
  noRuleSentence,
  notEnforcedSentence,
  outsideSideSentence,
  sideSentence,
  unsureSideSentence,
} from './sentences';

/**
 * What the policies of one type say about one end of a pair, seen through one of its classes and one face of the other
 * end. Only so much is told in full as somebody may want to read; the rest is counted. `most`: what cannot be excluded
 * of any of its classes and faces.
 */
export function explainSide(
  state: Evaluated,
  type: PolicyType,
  subject: NamedEnd,
  other: NamedEnd,
  subjectClass: number,
  face: number,
  most: PortSetId,
): SideExplanation {
  const { space, sets, rows } = state;
  const one = space.classes[subjectClass];
  const pod = one?.kind === 'pods' ? one.example : null;
  const row = rows[type][subjectClass];
  const policies = row?.selecting.policies ?? [];
  const passes = row?.definiteAt(face) ?? PortSets.all;
  const declared = type === 'Ingress' ? (pod?.ports ?? null) : null;
  const isolated = policies.length > 0;
  // Where nobody isolates it for certain, it is not known either what else may be stopped.
  const isUnsure = passes !== most && (!isolated || passes === PortSets.none);
  const gifts = policies.map((policy) =>
    rulesOf(policy, type)
      .map((rule, index): Gift => giftOf(state, type, policy, rule, index, declared, face))
      .sort((a, b) => b.rank - a.rank),
  );
  const open = policies.flatMap((policy, at) =>
    (gifts[at] ?? []).flatMap(({ rule, match }) =>
      match === Match.maybe ? [{ rule, namespace: policy.namespace }] : [],
    ),
  );
  const together = grantedTogether(space, sets, open, face, (rule) =>
    grantedPorts(space, sets, rule, type, declared, face),
  );
  const order = policies
    .map((policy, at) => ({ policy, gifts: gifts[at] ?? [] }))
    .sort((a, b) => (b.gifts[0]?.rank ?? 0) - (a.gifts[0]?.rank ?? 0));
  const seen = otherEndOf(space, other, face);
  let left = TOLD_RULES;
  const told = order.slice(0, TOLD_POLICIES).map(({ policy, gifts: all }): PolicyExplanation => {
    const rules = all.slice(0, left);
    left -= rules.length;
    return {
      ...namedPolicy(state, policy),
      rules: rules.map((gift) =>
        explainRule(
          state,
          type,
          policy,
          gift,
          together,
          declared,
          seen,
          type === 'Ingress' ? subject.name : other.name,
        ),
      ),
      ruleCount: all.length,
      note: all.length === 0 ? noRuleSentence(type) : null,
    };
  });
  return {
    type,
    isolated,
    passes: portText(sets, passes),
    may: isUnsure ? portText(sets, most) : null,
    isShut: most === PortSets.none,
    sentence:
      pod === null
        ? outsideSideSentence(type, subject.name)
        : pod.hostNetwork
          ? hostNetworkSentence(subject.name)
          : space.cni === 'none'
            ? notEnforcedSentence(type)
            : isUnsure
              ? unsureSideSentence(type, subject.name, isolated)
              : sideSentence(type, subject.name, isolated, sets, passes),
    policies: told,
    policyCount: policies.length,
  };
}

function namedPolicy(
  { locate }: Evaluated,
  policy: NetworkPolicy,
): Pick<PolicyExplanation, 'name' | 'namespace' | 'place' | 'selector'> {
  const { name, namespace, podSelector, nameRange } = policy;
  return {
    name,
    namespace,
    place: locate(policy, nameRange),
    selector: {
      phrase: checkWords.selects(podSelector, namespace),
      place: locate(policy, podSelector.range),
    },
  };
}
