import { entryOf } from '../parse/tree';
import { pathOf, type MapField } from './fields';
import { didYouMean, type Problems, type Spot } from './problems';

/**
 * Reports what the server's strict decoding would: fields the type does not have. Pruned instead, a mistyped `from`
 * would be a rule that lets everything in. https://kubernetes.io/docs/reference/using-api/api-concepts/#field-validation
 * Returns whether all fields were known.
 */
export function refuseUnknownFields(
  map: MapField,
  known: readonly string[],
  problems: Problems,
  say = serverSays,
): boolean {
  let allKnown = true;
  for (const { key, keyRange } of map.tree.entries) {
    if (known.includes(key)) continue;
    allKnown = false;
    const path = pathOf(map, key);
    refuse({ path, at: keyRange }, say(path), nearest(key, known), problems);
  }
  return allKnown;
}

/**
 * The same for types that grow with every version of the API: an unknown field may be a new one, unless it is a known
 * one misspelt that is not there itself.
 */
export function refuseMisspeltFields(map: MapField, known: readonly string[], problems: Problems): void {
  const absent = known.filter((field) => entryOf(map.tree, field) === undefined);
  for (const { key, keyRange } of map.tree.entries) {
    if (known.includes(key)) continue;
    const meant = known.find((field) => field.toLowerCase() === key.toLowerCase()) ?? nearest(key, absent);
    if (meant === null) continue;
    const path = pathOf(map, key);
    refuse({ path, at: keyRange }, serverSays(path), meant, problems);
  }
}

const serverSays = (path: string): string => `unknown field "${path}"`;

function refuse(spot: Spot, fault: string, meant: string | null, problems: Problems): void {
  const message = meant === null ? fault : didYouMean(fault, `"${meant}"`);
  problems.error('unknown-field', spot, message, meant ?? undefined);
}

/** The known word a mistyped one most likely stands for: the same but for case, or at most two slips away. */
export function nearest(word: string, known: readonly string[]): string | null {
  const lower = word.toLowerCase();
  let best: string | null = null;
  let least = Math.min(2, Math.floor(word.length / 2)) + 1;
  for (const candidate of known) {
    if (word.length > 40 || Math.abs(word.length - candidate.length) >= least) continue;
    const slips = distance(lower, candidate.toLowerCase());
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
