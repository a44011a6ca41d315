import type { AreaCoverage, Closure, Coverage, DirectionCoverage, PairCounts } from '../engine';
import { grouped, n, t } from '../language/t';
import type { EmptyNamespace } from './emptyNamespaces';

export type Direction = 'ingress' | 'egress';

/** What a mark beside a namespace says. */
export function closureWord(closure: Closure): string {
  switch (closure) {
    case 'closed':
      return t`closed`;
    case 'partly':
      return t`partly`;
    case 'open':
      return t`open`;
    case 'unknown':
      return t`cannot say`;
    case 'exempt':
      return t`no effect`;
  }
}

/** How many workloads are closed for certain, of those policies can have an effect on: `3 of 5`. */
export function closedOf({ closed, partly, open, unknown }: DirectionCoverage): string {
  return t`${grouped(closed)} of ${grouped(closed + partly + open + unknown)}`;
}

/** A sentence for one mark. */
export function directionSentence(name: string, direction: Direction, coverage: DirectionCoverage): string {
  const isIngress = direction === 'ingress';
  const { closure, isolatedPods, doubtfulPods, pods } = coverage;
  switch (closure) {
    case 'closed':
      return isIngress
        ? t`Every pod of ${name} is isolated for ingress: into it goes only what a rule allows.`
        : t`Every pod of ${name} is isolated for egress: out of it goes only what a rule allows.`;
    case 'partly':
      if (doubtfulPods > 0)
        return isIngress
          ? t`${grouped(isolatedPods)} of ${grouped(pods)} pods of ${name} are isolated for ingress; of ${grouped(doubtfulPods)} that cannot be said.`
          : t`${grouped(isolatedPods)} of ${grouped(pods)} pods of ${name} are isolated for egress; of ${grouped(doubtfulPods)} that cannot be said.`;
      return isIngress
        ? n(
            pods,
          )`${isolatedPods} of ${pods} pod of ${name} are isolated for ingress; the others are open.|${isolatedPods} of ${pods} pods of ${name} are isolated for ingress; the others are open.`
        : n(
            pods,
          )`${isolatedPods} of ${pods} pod of ${name} are isolated for egress; the others are open.|${isolatedPods} of ${pods} pods of ${name} are isolated for egress; the others are open.`;
    case 'open':
      return isIngress
        ? t`No pod of ${name} is isolated for ingress: everything goes into it.`
        : t`No pod of ${name} is isolated for egress: everything goes out of it.`;
    case 'unknown':
      return isIngress
        ? t`Whether ${name} is closed for ingress cannot be said: a policy that could not be read decides it.`
        : t`Whether ${name} is closed for egress cannot be said: a policy that could not be read decides it.`;
    case 'exempt':
      return t`All pods of ${name} use their node’s network: policies have no effect on them.`;
  }
}

/** `18 of 90 pairs` */
export function passingOf({ passing, pairs }: PairCounts): string {
  return n(pairs)`${passing} of ${pairs} pair|${passing} of ${pairs} pairs`;
}

/** Between which ends pairs are counted. */
type Where = 'into it' | 'out of it' | 'from outside' | 'to outside' | 'inside the cluster';

/** `18 of 90 pairs into it open, 4 because nothing decides`. */
export function pairsPhrase(counts: PairCounts, where: Where): string {
  const { pairs, passing, open, unknown } = counts;
  if (pairs === 0) return noPairs(where);
  const parts = [openPairs(counts, where)];
  if (open > 0)
    parts.push(
      open === passing ? t`all because nothing decides` : t`${grouped(open)} because nothing decides`,
    );
  if (unknown > 0) parts.push(t`${grouped(unknown)} not decided in full`);
  return parts.join(', ');
}

function noPairs(where: Where): string {
  switch (where) {
    case 'into it':
      return t`no pairs into it`;
    case 'out of it':
      return t`no pairs out of it`;
    case 'from outside':
      return t`no pairs from outside`;
    case 'to outside':
      return t`no pairs to the outside`;
    case 'inside the cluster':
      return t`No pairs inside the cluster`;
  }
}

function openPairs({ pairs, passing }: PairCounts, where: Where): string {
  switch (where) {
    case 'into it':
      return n(pairs)`${passing} of ${pairs} pair into it open|${passing} of ${pairs} pairs into it open`;
    case 'out of it':
      return n(pairs)`${passing} of ${pairs} pair out of it open|${passing} of ${pairs} pairs out of it open`;
    case 'from outside':
      return n(
        pairs,
      )`${passing} of ${pairs} pair from outside open|${passing} of ${pairs} pairs from outside open`;
    case 'to outside':
      return n(
        pairs,
      )`${passing} of ${pairs} pair to the outside open|${passing} of ${pairs} pairs to the outside open`;
    case 'inside the cluster':
      return n(
        pairs,
      )`${passing} of ${pairs} pair inside the cluster open|${passing} of ${pairs} pairs inside the cluster open`;
  }
}

/** The whole in two or three sentences. */
export function summary({ cluster, namespaces: { length: namespaces } }: Coverage): string {
  const { ingress, egress, into } = cluster;
  const bound = ingress.closed + ingress.partly + ingress.open + ingress.unknown;
  const workloads = n(bound)`${bound} workload|${bound} workloads`;
  const areas = n(namespaces)`${namespaces} namespace|${namespaces} namespaces`;
  const sentences = [
    t`Of ${workloads} in ${areas}, ${grouped(ingress.closed)} are closed for ingress and ${grouped(egress.closed)} for egress, but for what rules allow.`,
    `${pairsPhrase(into, 'inside the cluster')}.`,
    ...unselectedSentence(cluster),
  ];
  return sentences.join(' ');
}

/** None: each is selected by one. */
function unselectedSentence({ unselected: { count } }: Pick<AreaCoverage, 'unselected'>): readonly string[] {
  if (count === 0) return [];
  return [
    n(count)`${count} workload is selected by no policy.|${count} workloads are selected by no policy.`,
  ];
}

/** Of a namespace without workloads: `2 policies · inferred`. */
export function emptyWords({ policies, declared }: EmptyNamespace): string {
  const own = n(policies)`${policies} policy|${policies} policies`;
  return declared ? own : `${own} · ${t`inferred`}`;
}

/** Why the namespaces stand in this order. */
export const orderSentence = (): string =>
  t`First where the largest share of the pairs into a namespace is open; of equal ones the one with more workloads.`;
