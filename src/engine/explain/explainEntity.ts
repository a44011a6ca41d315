import type { EntityExplanation } from '../answer';
import { selecting } from '../compile/policyBook';
import type { NetworkPolicy } from '../model/policy';
import type { Evaluated, NamedEnd } from '../evaluate/evaluated';
import { hostNetworkSentence, lockSentence, policySentence } from './sentences';

/** Retells one node: whether it is isolated and by which policies, those with the widest scope first. */
export function explainEntity(state: Evaluated, { id, name, end }: NamedEnd): EntityExplanation {
  const { space, book, locate } = state;
  const pods = end.classes.flatMap((one) => {
    const found = space.classes[one];
    return found?.kind === 'pods' ? [found.example] : [];
  });
  const [first] = pods;
  if (!first) {
    return {
      entity: id,
      place: null,
      sentences: [`${name} is outside the cluster: policies decide about the pods' side only.`],
      selectedBy: [],
    };
  }
  const place = locate(first.object, first.object.nameRange);
  if (first.hostNetwork) return { entity: id, place, sentences: [hostNetworkSentence(name)], selectedBy: [] };
  if (space.cni === 'none') {
    return {
      entity: id,
      place,
      sentences: ['Nothing enforces policies: everything is allowed.'],
      selectedBy: [],
    };
  }
  const by = (type: 'Ingress' | 'Egress'): Set<NetworkPolicy> =>
    new Set(pods.flatMap((pod) => selecting(book, pod, type).policies));
  const ingress = by('Ingress');
  const egress = by('Egress');
  const policies = [...new Set([...ingress, ...egress])].sort(
    (a, b) =>
      a.podSelector.requirements.length - b.podSelector.requirements.length || (a.name < b.name ? -1 : 1),
  );
  return {
    entity: id,
    place,
    sentences: [
      lockSentence(name, 'Ingress', ingress.size),
      lockSentence(name, 'Egress', egress.size),
      ...policies.map((policy) => policySentence(policy)),
    ],
    selectedBy: policies.map((policy) => ({
      name: policy.name,
      namespace: policy.namespace,
      types: policy.policyTypes,
      place: locate(policy, policy.nameRange),
    })),
  };
}
