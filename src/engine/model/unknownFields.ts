import type { MapField } from './fields';
import type { Problems } from './problems';

/**
 * Reports what the server's strict decoding would: fields the type does not have. Pruned instead, a mistyped `from`
 * would be a rule that lets everything in. https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation
 * Returns whether all fields were known.
 */
export function refuseUnknownFields(map: MapField, known: readonly string[], problems: Problems): boolean {
  let allKnown = true;
  for (const { key, keyRange } of map.tree.entries) {
    if (known.includes(key)) continue;
    allKnown = false;
    const path = map.path === '' ? key : `${map.path}.${key}`;
    const meant = nearest(key, known);
    const hint = meant === null ? '' : `, did you mean "${meant}"?`;
    problems.error('unknown-field', { path, at: keyRange }, `unknown field "${path}"${hint}`);
  }
  return allKnown;
}

/**
 * Reports fields that look like a slip in one of `known` that is missing. For types of which not every field is known
 * here: a name that is like none of these may be a field all the same.
 */
export function refuseSlips(map: MapField, known: readonly string[], problems: Problems): void {
  const written = new Set(map.tree.entries.map(({ key }) => key));
  const missing = known.filter((key) => !written.has(key));
  for (const { key, keyRange } of map.tree.entries) {
    const meant = known.includes(key) ? null : nearest(key, missing);
    if (meant === null) continue;
    const path = map.path === '' ? key : `${map.path}.${key}`;
    problems.error(
      'unknown-field',
      { path, at: keyRange },
      `unknown field "${path}", did you mean "${meant}"?`,
    );
  }
}

/** The known word a mistyped one most likely stands for: the same but for case, or at most two slips away. */
export function nearest(word: string, known: readonly string[]): string | null {
  const lower = word.toLowerCase();
  let best: string | null = null;
  let least = Math.min(2, Math.floor(word.length / 2)) + 1;
  for (const candidate of known) {
    const slips = word.length > 40 ? Infinity : distance(lower, candidate.toLowerCase());
    if (slips < least) [best, least] = [candidate, slips];
  }
  return best;
}

/** Insertions, deletions, replacements and swaps of neighbours that turn one word into the other. */
function distance(from: string, to: string): number {
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const current = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1];
      let cost = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      if (swapped) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    [before, above] = [above, current];
  }
  return above[to.length] ?? 0;
}
