import { mistake } from '../mistake';
import type { Mistake } from '../mistake';

/** Misreadings of directions. */
export const policyTypeMistakes: readonly Mistake[] = [
  mistake('P1', 'without policyTypes a policy is for ingress only', (base) => ({
    isolates: (policy, type) =>
      base.isolates(policy, type) && !(type === 'Egress' && base.isolates(policy, 'Ingress')),
  })),
  mistake('P2', 'every policy is for egress too', () => ({
    isolates: (policy, type) => type === 'Egress' || policy.policyTypes.includes(type),
  })),
  mistake('P2', 'a policy without egress rules is not for egress', (base) => ({
    isolates: (policy, type) =>
      base.isolates(policy, type) && (type === 'Ingress' || policy.egress.length > 0),
  })),
  mistake('P3', 'a policy without ingress rules is not for ingress', (base) => ({
    isolates: (policy, type) =>
      base.isolates(policy, type) && (type === 'Egress' || policy.ingress.length > 0),
  })),
  mistake('P4', 'ingress rules make it an ingress policy', (base) => ({
    isolates: (policy, type) =>
      base.isolates(policy, type) || (type === 'Ingress' && policy.ingress.length > 0),
  })),
  mistake('P5', 'egress rules make it an egress policy', (base) => ({
    isolates: (policy, type) =>
      base.isolates(policy, type) || (type === 'Egress' && policy.egress.length > 0),
  })),
  mistake('P6', 'an empty spec does nothing', (base) => ({
    isolates: (policy, type) =>
      base.isolates(policy, type) &&
      policy.podSelector.requirements.length + policy.ingress.length + policy.egress.length > 0,
  })),
  mistake('P7', 'an empty podSelector selects nothing', (base) => ({
    selects: (policy, pod) => policy.podSelector.requirements.length > 0 && base.selects(policy, pod),
  })),
  mistake('P9', 'a port without a protocol is for every protocol', (base) => ({
    portEntry: (attempt, entry) => base.portEntry({ ...attempt, protocol: entry.protocol }, entry),
  })),
];
