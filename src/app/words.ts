import type { KindCount, Level, Picture, PlacedDiagnostic, Severity, SourceFile } from '../engine';

/** `1 pod`, `2 policies`, `3 Ingresses`: English plurals of the nouns used here. */
export function counted(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  if (/[^aeiou]y$/.test(noun)) return `${grouped(count)} ${noun.slice(0, -1)}ies`;
  return `${grouped(count)} ${noun}${/(s|x|ch)$/.test(noun) ? 'es' : 's'}`;
}

const numbers = new Intl.NumberFormat('en');

/** `12,289`. */
const grouped = (count: number): string => numbers.format(count);

/** `12 workloads · 13 policies · 26 of 132 pairs open`. */
export function countsLine({ ends, pairs, passing }: Picture['sum'], level: Level, policies: number): string {
  const parts = [counted(ends, level === 'pods' ? 'pod' : 'workload'), counted(policies, 'policy')];
  if (pairs > 0) parts.push(`${grouped(passing)} of ${counted(pairs, 'pair')} open`);
  return parts.join(' · ');
}

/** `2 CiliumNetworkPolicies, 1 AdminNetworkPolicy`. */
export function kindsLine(kinds: readonly KindCount[]): string {
  return kinds.map(({ kind, count }) => counted(count, kind)).join(', ');
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
  const are = `${kindsLine(byKind(unsupported))} ${unsupported.length === 1 ? 'is' : 'are'} not evaluated`;
  return unknown === 0 ? are : `${are}: ${counted(unknown, 'verdict')} cannot be said`;
}

/** `line 14`, with the file's name when several are open. */
export function lineWords({ line, place }: PlacedDiagnostic, files: readonly SourceFile[]): string {
  const name = files.length > 1 ? files.find(({ id }) => id === place.file)?.name : undefined;
  return name === undefined ? `line ${String(line)}` : `${name} line ${String(line)}`;
}

const severities: readonly (readonly [Severity, string])[] = [
  ['error', 'error'],
  ['warning', 'warning'],
  ['info', 'note'],
];

/** `1 error, 2 warnings`, or that there is nothing. */
export function problemCounts(problems: readonly { readonly severity: Severity }[]): string {
  const parts: string[] = [];
  for (const [severity, noun] of severities) {
    const count = problems.filter((problem) => problem.severity === severity).length;
    if (count > 0) parts.push(counted(count, noun));
  }
  return parts.length > 0 ? parts.join(', ') : 'none';
}
