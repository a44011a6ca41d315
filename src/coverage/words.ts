import type { AreaCoverage, Closure, Coverage, DirectionCoverage, PairCounts } from '../engine';

/** `1 workload`, `2 policies`. */
export function counted(count: number, noun: string): string {
  const many = /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
  return `${number(count)} ${count === 1 ? noun : many}`;
}

const numbers = new Intl.NumberFormat('en');

/** `12,289` */
export const number = (value: number): string => numbers.format(value);

export type Direction = 'ingress' | 'egress';

/** What a mark beside a namespace says. */
export const closureWord: Readonly<Record<Closure, string>> = {
  closed: 'closed',
  partly: 'partly',
  open: 'open',
  unknown: 'cannot say',
  exempt: 'no effect',
};

/** How many workloads are closed for certain, of those policies can have an effect on: `3 of 5`. */
export function closedOf({ closed, partly, open, unknown }: DirectionCoverage): string {
  return `${number(closed)} of ${number(closed + partly + open + unknown)}`;
}

/** A sentence for one mark. */
export function directionSentence(name: string, direction: Direction, coverage: DirectionCoverage): string {
  const way = direction === 'ingress' ? 'into' : 'out of';
  switch (coverage.closure) {
    case 'closed':
      return `Every pod of ${name} is isolated for ${direction}: ${way} it goes only what a rule allows.`;
    case 'partly':
      return `${number(coverage.isolatedPods)} of ${counted(coverage.pods, 'pod')} of ${name} are isolated for ${direction}; the others are open.`;
    case 'open':
      return `No pod of ${name} is isolated for ${direction}: everything goes ${way} it.`;
    case 'unknown':
      return `Whether ${name} is closed for ${direction} cannot be said: a policy that could not be read decides it.`;
    case 'exempt':
      return `All pods of ${name} use their node’s network: policies have no effect on them.`;
  }
}

/** `18 of 90 pairs` */
export function passingOf({ passing, pairs }: PairCounts): string {
  return `${number(passing)} of ${counted(pairs, 'pair')}`;
}

/** `18 of 90 pairs into it open, 4 because nothing decides`. */
export function pairsPhrase(counts: PairCounts, where: string): string {
  if (counts.pairs === 0) return `no pairs ${where}`;
  const parts = [`${passingOf(counts)} ${where} open`];
  if (counts.open > 0) {
    const all = counts.open === counts.passing ? 'all' : number(counts.open);
    parts.push(`${all} because nothing decides`);
  }
  if (counts.unknown > 0) parts.push(`${number(counts.unknown)} cannot be said`);
  return parts.join(', ');
}

/** The whole in two or three sentences. */
export function summary({ cluster, namespaces }: Coverage): string {
  const { ingress, egress, into } = cluster;
  const bound = ingress.closed + ingress.partly + ingress.open + ingress.unknown;
  const sentences = [
    `Of ${counted(bound, 'workload')} in ${counted(namespaces.length, 'namespace')}, ${number(ingress.closed)} are closed for ingress and ${number(egress.closed)} for egress, but for what rules allow.`,
    `${capital(pairsPhrase(into, 'inside the cluster'))}.`,
  ];
  const free = unselectedPhrase(cluster);
  if (free !== null) sentences.push(`${capital(free)}.`);
  return sentences.join(' ');
}

/** `2 workloads are selected by no policy`; null: each is selected by one. */
export function unselectedPhrase({ unselected: { count } }: Pick<AreaCoverage, 'unselected'>): string | null {
  if (count === 0) return null;
  return `${counted(count, 'workload')} ${count === 1 ? 'is' : 'are'} selected by no policy`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Why the namespaces stand in this order. */
export const orderSentence =
  'First where the largest share of the pairs into a namespace is open; of equal ones the one with more workloads.';
