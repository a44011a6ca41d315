import type { Finding, Findings, PlacedDiagnostic, SourceFile } from '../../engine';
import { severities } from '../words';

/** One row of the list: what is wrong with the text, or what it probably does not mean. */
export type ProblemRow = Pick<Finding, 'severity' | 'place' | 'line' | 'column'> &
  (
    | { readonly kind: 'diagnostic'; readonly diagnostic: PlacedDiagnostic }
    | { readonly kind: 'finding'; readonly finding: Finding }
  );

/**
 * Both lists as one: the gravest first, then in the order of the files. A diagnostic that a finding says better is left
 * out; of findings that are of another text than the diagnostics, as many as there are.
 */
export function problemRows(
  diagnostics: readonly PlacedDiagnostic[],
  found: Findings | null,
  isOfSameText: boolean,
  files: readonly Pick<SourceFile, 'id'>[],
): readonly ProblemRow[] {
  const findings = found?.findings ?? [];
  const replaced = new Map<string, number>();
  const keyOf = (code: string, { place }: Pick<Finding, 'place'>): string =>
    `${code} ${place.file} ${isOfSameText ? String(place.start) : ''}`;
  for (const finding of findings) {
    if (finding.replaces === null) continue;
    const key = keyOf(finding.replaces, finding);
    replaced.set(key, (replaced.get(key) ?? 0) + 1);
  }
  const rest = diagnostics.filter((diagnostic) => {
    const key = keyOf(diagnostic.code, diagnostic);
    const count = replaced.get(key) ?? 0;
    if (count > 0) replaced.set(key, count - 1);
    return count === 0;
  });
  const order = new Map(files.map(({ id }, index) => [id, index]));
  const rows: ProblemRow[] = [
    ...rest.map((diagnostic): ProblemRow => ({ kind: 'diagnostic', diagnostic, ...spotOf(diagnostic) })),
    ...findings.map((finding): ProblemRow => ({ kind: 'finding', finding, ...spotOf(finding) })),
  ];
  return rows.sort(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
      (order.get(a.place.file) ?? 0) - (order.get(b.place.file) ?? 0) ||
      a.place.start - b.place.start,
  );
}

function spotOf({ severity, place, line, column }: Finding | PlacedDiagnostic) {
  return { severity, place, line, column };
}
