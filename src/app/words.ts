import type { KindCount, Picture, PlacedDiagnostic, Severity, SourceFile, Topology } from '../engine';
import { grouped, n, t } from '../language/t';
import type { Analysis } from '../state/analysisStore';

/** `12 workloads · 13 policies · 26 of 132 pairs open`. */
export function countsLine(
  { sum: { ends, pairs, passing }, undecided }: Pick<Picture, 'sum' | 'undecided'>,
  topology: Pick<Topology, 'entities' | 'level'>,
  policies: number,
): string {
  const pods = countedAsPods(topology);
  const workloads = ends - pods;
  const parts = [
    [
      ...(workloads > 0 || pods === 0 ? [n(workloads)`${workloads} workload|${workloads} workloads`] : []),
      ...(pods > 0 ? [n(pods)`${pods} pod|${pods} pods`] : []),
    ].join(', '),
    n(policies)`${policies} policy|${policies} policies`,
  ];
  if (pairs > 0) parts.push(n(pairs)`${passing} of ${pairs} pair open|${passing} of ${pairs} pairs open`);
  if (undecided > 0) parts.push(t`${grouped(undecided)} undecided, the outside included`);
  return parts.join(' · ');
}

/** What is unfolded into pods is counted by pods, and the pairs with it. */
const countedAsPods = ({ entities, level }: Pick<Topology, 'entities' | 'level'>): number =>
  entities.filter(
    (entity) =>
      entity.kind === 'pod' ||
      (level === 'pods' && entity.kind === 'workload' && entity.workloadKind === 'Pod'),
  ).length;

/**
 * What a sentence about an edit is news of: after a leap, and in a cluster of other namespaces, what was said before is
 * none any more. Of an answer that does not know of the leap yet, nothing. See useLingering.
 */
export function newsScene(
  { revision, topology }: Pick<Analysis, 'revision' | 'topology'>,
  leap: number,
): string | null {
  return revision < leap ? null : [leap, ...topology.namespaces.map(({ name }) => name)].join(' ');
}

/** `1 Pod`, `2 NetworkPolicies`, `3 Ingresses`: kinds are English names, and have English plurals in every language. */
export function countedKind({ kind, count }: KindCount): string {
  return `${grouped(count)} ${count === 1 ? kind : pluralOf(kind)}`;
}

function pluralOf(kind: string): string {
  if (/[^aeiou]y$/.test(kind)) return `${kind.slice(0, -1)}ies`;
  if (/(ss|x|ch)$/.test(kind)) return `${kind}es`;
  // Endpoints and Expectations are plurals already.
  return kind.endsWith('s') ? kind : `${kind}s`;
}

/** `2 CiliumNetworkPolicies, 1 AdminNetworkPolicy`. */
export function kindsLine(kinds: readonly KindCount[]): string {
  return kinds.map(countedKind).join(', ');
}

/** How many of each kind, in order of first appearance. */
export function byKind(objects: readonly { readonly kind: string }[]): readonly KindCount[] {
  const counts = new Map<string, number>();
  for (const { kind } of objects) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count }));
}

/** What policies nobody evaluates do to the picture; nothing when there are none. */
export function unsupportedLine(
  unsupported: readonly { readonly kind: string }[],
  unknown: number,
): string | null {
  if (unsupported.length === 0) return null;
  const kinds = kindsLine(byKind(unsupported));
  const cause = n(unsupported.length)`${kinds} is not evaluated|${kinds} are not evaluated`;
  if (unknown === 0) return cause;
  return t`${cause}: ${n(unknown)`${unknown} verdict cannot be said|${unknown} verdicts cannot be said`}`;
}

/** `line 14`, with the file's name when several are open. */
export function lineWords(
  { line, place }: PlacedDiagnostic,
  files: readonly Pick<SourceFile, 'id' | 'name'>[],
): string {
  const name = files.length > 1 ? files.find(({ id }) => id === place.file)?.name : undefined;
  return name === undefined ? t`line ${line}` : t`${name} line ${line}`;
}

/** The gravest first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** `1 error`, `2 warnings`. */
export function severityCount(severity: Severity, count: number): string {
  switch (severity) {
    case 'error':
      return n(count)`${count} error|${count} errors`;
    case 'warning':
      return n(count)`${count} warning|${count} warnings`;
    case 'info':
      return n(count)`${count} note|${count} notes`;
  }
}

/** `1 error, 2 warnings`, or that there is nothing. */
export function problemCounts(problems: readonly { readonly severity: Severity }[]): string {
  const parts = severities.flatMap((severity) => {
    const count = problems.filter((problem) => problem.severity === severity).length;
    return count > 0 ? [severityCount(severity, count)] : [];
  });
  return parts.length > 0 ? parts.join(', ') : t`none`;
}
