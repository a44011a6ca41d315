import { entryOf, type MapEntry, type MapTree, type ScalarTree } from '../../parse/tree';
import { blockLines, entryLines, flowText, isOneLine, type Plain } from './plain';
import { flowAddition, flowRemoval, removedLines } from './pieces';
import { isUnwritten, type Edits, type Sheet } from './sheet';

/** Another scalar in the place of one that is written. */
export function replaceScalar(sheet: Sheet, scalar: ScalarTree, value: Plain): Edits | null {
  if (isUnwritten(scalar)) {
    const spot = sheet.spotOf(scalar);
    return spot && 'entry' in spot ? replaceValue(sheet, spot.parent, spot.entry, value) : null;
  }
  const isQuoted = sheet.source.startsWith('"', scalar.range.start);
  return [{ range: scalar.range, text: flowText(value, isQuoted || isJson(sheet)) }];
}

/** The same characters as a string. */
export function quoteScalar(sheet: Sheet, scalar: ScalarTree): Edits | null {
  return sheet.isHere(scalar) && !isUnwritten(scalar)
    ? [{ range: scalar.range, text: JSON.stringify(scalar.source) }]
    : null;
}

/** Another name for an entry; a quoted one stays quoted. */
export function renameKey(sheet: Sheet, { keyRange }: MapEntry, name: string): Edits {
  const sign = sheet.source.charAt(keyRange.start);
  const quote = sign === '"' || sign === "'" ? sign : '';
  return [{ range: keyRange, text: quote + name + quote }];
}

/**
 * Gives a map's entry a value: instead of the one it has, or as a new entry behind the one called `after`, or at the
 * end. Null: it cannot be done where the map is written.
 */
export function setEntry(
  sheet: Sheet,
  map: MapTree,
  key: string,
  value: Plain,
  after?: string,
): Edits | null {
  const known = entryOf(map, key);
  if (known) return replaceValue(sheet, map, known, value);
  if (!sheet.isHere(map)) return null;
  const before = (after === undefined ? undefined : entryOf(map, after)) ?? lastOf(map);
  if (before === undefined) return replaceEmptyMap(sheet, map, { [key]: value });
  if (before.keyRange.start < map.range.start) return null;
  if (sheet.isFlow(map)) {
    const text = `${isJson(sheet) ? JSON.stringify(key) : flowText(key)}: ${flowText(value, isJson(sheet))}`;
    return flowAddition(sheet, before.keyRange.start, sheet.endOf(before), text);
  }
  const column = sheet.column(before.keyRange.start);
  const at = sheet.endWithComments(sheet.endOf(before), column);
  const lines = entryLines(key, value, column, sheet.style);
  return [{ range: { start: at, end: at }, text: lines.map((line) => sheet.eol + line).join('') }];
}

/** Another value for an entry of `map`. */
export function replaceValue(sheet: Sheet, map: MapTree, entry: MapEntry, value: Plain): Edits | null {
  const isWrittenHere = sheet.isHere(map) && sheet.spotOf(entry.value)?.parent === map;
  if (!isWrittenHere) return null;
  const [start, end] = [sheet.colonEnd(entry), sheet.endOf(entry)];
  const lineEnd = sheet.lineEnd(start);
  const below = Math.max(sheet.lineStart(entry.value.range.start) - sheet.eol.length, start);
  const isBelow = end > lineEnd && !sheet.isFlow(entry.value);
  if (sheet.isFlow(map) || isOneLine(value, sheet.style)) {
    const text = ` ${flowText(value, sheet.isFlow(map) && isJson(sheet))}`;
    const isBare = !isBelow || sheet.source.slice(start, entry.value.range.start).trim() === '';
    if (isBare) return [{ range: { start, end }, text }];
    return [
      { range: { start, end: start }, text },
      { range: { start: below, end }, text: '' },
    ];
  }
  const further = Array.isArray(value) ? sheet.style.dash : sheet.style.step;
  const column = sheet.column(entry.keyRange.start) + further;
  const text = blockLines(value, column, sheet.style)
    .map((line) => sheet.eol + line)
    .join('');
  if (isBelow) return [{ range: { start: below, end }, text }];
  // A comment behind the value stays behind the key.
  const after = sheet.lineEnd(end);
  const cut = { range: { start, end }, text: '' };
  return [...(end > start ? [cut] : []), { range: { start: after, end: after }, text }];
}

/** Without the entry and its lines; a map that loses its last one becomes `{}`. */
export function removeEntry(sheet: Sheet, map: MapTree, entry: MapEntry): Edits | null {
  if (sheet.spotOf(entry.value)?.parent !== map) return null;
  const [start, end] = [entry.keyRange.start, sheet.endOf(entry)];
  const others = map.entries.filter((one) => one !== entry && sheet.spotOf(one.value)?.parent === map);
  if (others.length === 0) return emptied(sheet, map);
  if (sheet.isFlow(map)) {
    const next = others.find(({ keyRange }) => keyRange.start > start);
    const previous = others.findLast(({ keyRange }) => keyRange.start < start);
    return flowRemoval({ start, end }, next?.keyRange.start, previous && sheet.endOf(previous));
  }
  if (sheet.startsLine(start)) return removedLines(sheet, start, end);
  // Behind a dash: what comes next takes its place, unless there is a comment between them.
  const next = others.find(({ keyRange }) => keyRange.start > start)?.keyRange.start ?? end;
  const isBare = sheet.source.slice(end, next).trim() === '';
  return [{ range: { start, end: isBare ? next : end }, text: '' }];
}

function emptied(sheet: Sheet, map: MapTree): Edits | null {
  const spot = sheet.spotOf(map);
  if (spot && 'entry' in spot) return replaceValue(sheet, spot.parent, spot.entry, {});
  return spot && [{ range: map.range, text: '{}' }];
}

/** `{}` gets its first entries: as a block where it does not stand in another flow collection. */
function replaceEmptyMap(sheet: Sheet, map: MapTree, value: Plain): Edits | null {
  const spot = sheet.spotOf(map);
  if (spot === null) return null;
  if ('entry' in spot) return replaceValue(sheet, spot.parent, spot.entry, value);
  if (sheet.isFlow(spot.parent) || !sheet.endsLine(map.range.end)) {
    return [{ range: map.range, text: flowText(value, isJson(sheet)) }];
  }
  const lines = blockLines(value, sheet.column(map.range.start), sheet.style);
  return [{ range: map.range, text: lines.join(sheet.eol).trimStart() }];
}

function lastOf(map: MapTree): MapEntry | undefined {
  const last = Math.max(...map.entries.map(({ keyRange }) => keyRange.start));
  return map.entries.find(({ keyRange }) => keyRange.start === last);
}

/** The document is written in braces all over, as JSON is. */
export function isJson(sheet: Sheet): boolean {
  return sheet.isFlow(sheet.root);
}
