import { grouped, n, t } from '../../language/t';
import type { NetworkPolicy, PolicyType } from '../model/policy';
import { allOf } from './lists';
import { subjectPhrase } from './phrases';

/** All wording about one entity: what isolates it, and what the policies that select it allow. */
export const entityWords = {
  outside: (name: string): string =>
    t`${name} is outside the cluster: policies decide about the pods' side only.`,
  idle: (name: string): string =>
    t`${name} is scaled to 0: nothing of it runs. Policies apply when something does, and its pairs are counted as if it did.`,
  notEnforced: (): string => t`Nothing enforces policies: everything is allowed.`,
  /** isDoubtful: no policy does for certain, and something that is not known may. */
  lock: (name: string, type: PolicyType, policies: number, isDoubtful: boolean): string => {
    const isIngress = type === 'Ingress';
    if (isDoubtful) {
      return isIngress
        ? t`Whether ${name} is isolated for ingress cannot be said.`
        : t`Whether ${name} is isolated for egress cannot be said.`;
    }
    if (policies === 0) {
      return isIngress
        ? t`No policy selects ${name} for ingress: anything may reach it, as far as the other side lets it.`
        : t`No policy selects ${name} for egress: it may reach anything, as far as the other side lets it.`;
    }
    return isIngress
      ? n(
          policies,
        )`${name} is isolated for ingress by ${policies} policy: only what they allow gets in.|${name} is isolated for ingress by ${policies} policies: only what they allow gets in.`
      : n(
          policies,
        )`${name} is isolated for egress by ${policies} policy: only what they allow gets out.|${name} is isolated for egress by ${policies} policies: only what they allow gets out.`;
  },
  /** Of several workloads told as one. perhaps: of how many it cannot be said. */
  foldedLock: (
    type: PolicyType,
    { isolated, perhaps }: { readonly isolated: number; readonly perhaps: number },
    workloads: number,
  ): string => {
    const isIngress = type === 'Ingress';
    const [some, all] = [grouped(isolated), grouped(workloads)];
    if (perhaps > 0) {
      return isIngress
        ? t`${some} of its ${all} are isolated for ingress; of ${grouped(perhaps)} that cannot be said.`
        : t`${some} of its ${all} are isolated for egress; of ${grouped(perhaps)} that cannot be said.`;
    }
    if (isolated === 0) {
      return isIngress
        ? t`None of its ${all} is isolated for ingress: they may be reached by anything, as far as the other side lets it.`
        : t`None of its ${all} is isolated for egress: they may reach anything, as far as the other side lets it.`;
    }
    if (isolated === workloads) {
      return isIngress
        ? t`All of its ${all} are isolated for ingress.`
        : t`All of its ${all} are isolated for egress.`;
    }
    return isIngress
      ? t`${some} of its ${all} are isolated for ingress; the others may be reached by anything, as far as the other side lets it.`
      : t`${some} of its ${all} are isolated for egress; the others may reach anything, as far as the other side lets it.`;
  },
  /** "deny-all selects every pod of shop and allows nothing in." */
  policy: (policy: NetworkPolicy): string => {
    const allowed = allOf(policy.policyTypes.map((type) => allowedPhrase(policy, type)));
    return t`${policy.name} selects ${subjectPhrase(policy)} and allows ${allowed}.`;
  },
} as const;

function allowedPhrase({ ingress, egress }: NetworkPolicy, type: PolicyType): string {
  const isIngress = type === 'Ingress';
  const rules = isIngress ? ingress : egress;
  if (rules.length === 0) return isIngress ? t`nothing in` : t`nothing out`;
  if (rules.some(({ peers, ports }) => peers.length === 0 && ports.length === 0))
    return isIngress ? t`everything in` : t`everything out`;
  return isIngress
    ? n(rules.length)`${rules.length} kind of traffic in|${rules.length} kinds of traffic in`
    : n(rules.length)`${rules.length} kind of traffic out|${rules.length} kinds of traffic out`;
}
