import type { Tally } from './droppedCounts';

const secretKind = /^([ \t]*(?:-[ \t]+)*)(["']?)kind\2[ \t]*:[ \t]*["']?(?:Secret|ConfigMap)\b/;
const keyLine = /^([ \t]*(?:-[ \t]+)*)(["']?)([\w.-]+)\2[ \t]*:(.*)$/;
const shortValue = /^[ \t]*(["']?)[\w./-]*\1,?[ \t]*\r?\n?$/;
const bracketsOnly = /^[\s[\]{},]*$/;

/**
 * In lines that do not parse: of each object that says it is a Secret or ConfigMap only apiVersion, kind, name and
 * namespace stay.
 */
export function scrubSecretObjects(lines: readonly string[], tally: Tally): readonly string[] {
  const kept = [...lines];
  const done = new Map<number, number>();
  lines.forEach((line, index) => {
    const match = secretKind.exec(line);
    if (!match) return;
    const column = (match[1] ?? '').length;
    // It says so more than once.
    if (index < (done.get(column) ?? 0)) return;
    const [start, end] = objectAround(lines, index, column);
    done.set(column, end);
    let inMetadata = false;
    let cut = false;
    for (let at = start; at < end; at++) {
      const text = lines[at] ?? '';
      const found = keyLine.exec(text.replace(/\r?\n$/, ''));
      const [, prefix = '', , key = '', rest = ''] = found ?? [];
      if (found && prefix.length === column) inMetadata = key === 'metadata';
      const stays =
        bracketsOnly.test(text) ||
        (found !== null && staysInSecret(prefix.length - column, key, rest, inMetadata));
      if (stays) continue;
      kept[at] = prefix.length === column && prefix.includes('-') ? `${prefix.trimEnd()}\n` : '';
      cut = true;
    }
    if (cut) tally.data++;
  });
  return kept;
}

function staysInSecret(depth: number, key: string, rest: string, inMetadata: boolean): boolean {
  if (depth === 0 && key === 'metadata') return bracketsOnly.test(rest);
  if (depth === 0) return (key === 'apiVersion' || key === 'kind') && shortValue.test(rest);
  return inMetadata && depth <= 4 && (key === 'name' || key === 'namespace') && shortValue.test(rest);
}

/** The lines that belong to the map whose keys stand at `column`. */
function objectAround(lines: readonly string[], index: number, column: number): readonly [number, number] {
  let start = index;
  while (start > 0 && !opensItem(lines[start], column) && belongs(lines[start - 1], column)) start--;
  let end = index + 1;
  while (end < lines.length && belongs(lines[end], column) && !opensItem(lines[end], column)) end++;
  return [start, end];
}

function opensItem(line: string | undefined, column: number): boolean {
  const prefix = /^[ \t]*(?:-[ \t]+)+/.exec(line ?? '')?.[0];
  return prefix?.length === column;
}

/** At the object's column or deeper, a blank or comment, or the dash line that opens it. */
function belongs(line: string | undefined, column: number): boolean {
  if (line === undefined) return false;
  if (line.trim() === '' || line.trimStart().startsWith('#') || opensItem(line, column)) return true;
  return line.length - line.trimStart().length >= column;
}
