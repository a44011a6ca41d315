/** A place where something can be written and nothing is written yet. */
export type EmptyPlace =
  /** The start of a document; `first` is false after a separator. */
  | { readonly kind: 'document'; readonly first: boolean }
  /** Below the last line of a document that has something in it. */
  | { readonly kind: 'afterDocument' }
  /** Right below a key without a value, in a document of this object kind; `path` names the keys from the top. */
  | {
      readonly kind: 'underKey';
      readonly path: readonly string[];
      readonly objectKind: string;
      readonly first: boolean;
    };

const isSeparator = (line: string): boolean => /^---(?:\s|$)/.test(line);
const isBlank = (line: string): boolean => /^\s*(?:#.*)?$/.test(line);

/** A key whose value, if any, stands on the lines below: where the key starts and what it is. */
function openKey(line: string): { readonly column: number; readonly key: string } | null {
  const match = /^((?:\s|-\s)*)([\w.-]+):\s*(?:#.*)?$/.exec(line);
  return match ? { column: (match[1] ?? '').length, key: match[2] ?? '' } : null;
}

/** The keys that enclose what is written at this column below these lines, outermost first. */
function enclosingKeys(linesBefore: readonly string[], column: number): readonly string[] {
  const path: string[] = [];
  let limit = column;
  for (const line of linesBefore.toReversed()) {
    const open = openKey(line);
    if (!open || open.column >= limit) continue;
    path.unshift(open.key);
    // A list may start in the column of its key: then its dash, not the key after it, is what the parent encloses.
    const dash = /^\s*-/.exec(line)?.[0].length;
    limit = dash ?? open.column;
  }
  return path;
}

/** What kind of empty place the end of `typed` is (the cursor's line up to the cursor), if any. */
export function emptyPlaceAt(
  linesBefore: readonly string[],
  typed: string,
  linesAfter: readonly string[],
): EmptyPlace | null {
  if (!/^(?:\s*|\w+)$/.test(typed)) return null;
  const separator = linesBefore.findLastIndex(isSeparator);
  const first = separator < 0 || linesBefore.slice(0, separator).every(isBlank);
  const before = linesBefore.slice(separator + 1).filter((line) => !isBlank(line));
  const end = linesAfter.findIndex(isSeparator);
  const after = linesAfter.slice(0, end < 0 ? undefined : end).filter((line) => !isBlank(line));

  if (!/^\s/.test(typed)) {
    if (after.length > 0) return null;
    return before.length === 0 ? { kind: 'document', first } : { kind: 'afterDocument' };
  }
  const parent = openKey(before.at(-1) ?? '');
  const objectKind = [...before, ...after]
    .map((line) => /^["']?kind["']?:\s*["']?(\w+)/.exec(line)?.[1])
    .find((kind) => kind !== undefined);
  const column = typed.length;
  const nextColumn = /^\s*/.exec(after[0] ?? '')?.[0].length ?? 0;
  if (!parent || parent.column >= column || nextColumn >= column) return null;
  return objectKind === undefined
    ? null
    : { kind: 'underKey', path: enclosingKeys(before, column), objectKind, first };
}
