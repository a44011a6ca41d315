import { t } from '../../language/t';
import type { Diagnostic } from '../diagnostic';
import type { Parse } from '../parse/parseThoroughly';
import type { Range } from '../source';
import { readBrokenDocument } from './brokenDocument';
import { decodeObject } from './decodeObject';
import { brokenExpectations } from './expectationsText';
import type { DecodedObject } from './objects';
import { isHead, joinedObjects } from './joinedObjects';
import { createProblems } from './problems';
import { unrollLists } from './unrollLists';

/** Everything one document says; all ranges count from its start. */
export interface DecodedDocument {
  readonly objects: readonly DecodedObject[];
  readonly diagnostics: readonly Diagnostic[];
  /** Objects left out because of an error, in source order; a document that cannot be parsed is one. */
  readonly rejected: readonly RejectedObject[];
}

interface RejectedObject {
  readonly kind: string;
  /** '' when it is not known. */
  readonly name: string;
  readonly range: Range;
}

/**
 * Decodes one document as `splitDocuments` gives it, or an item of a list with its dash, as `cutList` gives it. Never
 * throws: what is wrong is in the diagnostics.
 */
export function decodeParsed(text: string, part: 'document' | 'item', parse: Parse): DecodedDocument {
  const diagnostics: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic): void => {
    // An item is a list of one to the parser.
    const path = part === 'item' ? diagnostic.path.replace(/^\[0\]\.?/, '') : diagnostic.path;
    diagnostics.push(path === diagnostic.path ? diagnostic : { ...diagnostic, path });
  };
  const parsed = parse(text, report);
  const tree = part === 'item' && parsed?.kind === 'list' ? (parsed.items[0] ?? null) : parsed;
  if (tree === null) {
    return diagnostics.length === 0
      ? { objects: [], diagnostics, rejected: [] }
      : broken(text, diagnostics, false);
  }
  if (tree.kind !== 'map' && part === 'document') {
    const message = t`expected an object with apiVersion and kind`;
    report({ code: 'not-an-object', severity: 'error', message, path: '', range: tree.range });
    return broken(text, diagnostics, true);
  }
  const joined = part === 'document' ? joinedObjects(text, diagnostics) : [];
  if (joined.length > 0) return apart(text, joined);
  const told = [...diagnostics];
  const faults = told.map(({ range }) => range);

  const { found, refused } = unrollLists(tree, createProblems(report));
  const isInside = (inner: Range, outer: Range): boolean =>
    outer.start <= inner.start && inner.end <= outer.end;
  const isStray = (fault: Range): boolean => !found.some(({ field }) => isInside(fault, field.tree.range));
  const strays = faults.filter(isStray);

  const objects: DecodedObject[] = [];
  const harmless: Range[] = [];
  const rejected: RejectedObject[] = refused.map((range) => ({ kind: 'document', name: '', range }));
  for (const each of found) {
    const { range } = each.field.tree;
    // A fault in what surrounds the objects of a list makes all of them doubtful.
    const doubts = [...strays, ...faults.filter((fault) => isInside(fault, range))];
    const { object, isRejected, kind, name } = decodeObject({ ...each, doubts }, createProblems(report));
    // What it is stands there twice: it may have been meant as a policy.
    const isUnclear = told.some((fault) => isInside(fault.range, range) && isHead(fault, each.prefix));
    if (object !== null && !(isUnclear && object.kind === 'Ignored')) objects.push(object);
    if (isUnclear && object?.kind !== 'RejectedPolicy') objects.push(...standInsOf([range], text));
    if (isRejected || isUnclear) rejected.push({ kind, name, range });
    else if (object?.kind !== 'Expectations') harmless.push(range);
  }
  // Where a fault surrounds objects, or what should be objects is none, something may be lost: also a policy.
  const isOnlyExpected = objects.length > 0 && objects.every(({ kind }) => kind === 'Expectations');
  const isLost = strays.length > 0 && !isOnlyExpected;
  if (isLost && rejected.length === 0) rejected.push({ kind: 'List', name: '', range: tree.range });
  const lost = isLost ? [tree.range] : refused;
  if (!objects.some(({ kind }) => kind === 'RejectedPolicy')) objects.push(...standInsOf(lost, text));
  // The server would refuse such an object too, but as it does not matter here nothing is left out.
  const placed = diagnostics.map((diagnostic, index): Diagnostic => {
    if (index >= faults.length) return diagnostic;
    const isHarmless = harmless.some((range) => isInside(diagnostic.range, range));
    const around = found.find(({ field }) => isInside(diagnostic.range, field.tree.range))?.prefix ?? '';
    const path = diagnostic.path.startsWith(around) ? diagnostic.path.slice(around.length) : diagnostic.path;
    return { ...diagnostic, path, severity: isHarmless ? 'warning' : diagnostic.severity };
  });
  return { objects, diagnostics: placed, rejected: rejected.sort((a, b) => a.range.start - b.range.start) };
}

/** Several objects in one: none of them is used, and each stands in for itself. */
function apart(text: string, joined: readonly Diagnostic[]): DecodedDocument {
  const starts = [0, ...joined.map(({ range }) => range.start)];
  const pieces = starts.map((start, index) => {
    const piece = readBrokenDocument(text.slice(start, starts[index + 1]), true);
    const range = { start: piece.range.start + start, end: piece.range.end + start };
    const standIn = piece.standIn && { ...piece.standIn, range, nameRange: range };
    return { rejected: { kind: piece.kind, name: piece.name, range }, standIn };
  });
  return {
    objects: pieces.flatMap(({ standIn }) => standIn ?? []),
    diagnostics: joined,
    rejected: pieces.map(({ rejected }) => rejected),
  };
}

/** What stands in for policies and namespaces in pieces of the text that are not used. */
function standInsOf(ranges: readonly Range[], text: string): readonly DecodedObject[] {
  return ranges.flatMap((range) => {
    const { standIn } = readBrokenDocument(text.slice(range.start, range.end), true);
    return standIn === null ? [] : { ...standIn, range, nameRange: range };
  });
}

/** Nothing of it is used: an error must not look like a verdict. */
function broken(text: string, diagnostics: readonly Diagnostic[], isParsed: boolean): DecodedDocument {
  const { kind, name, range, standIn } = readBrokenDocument(text, isParsed);
  // Nothing of the cluster is lost with expectations.
  const expectations = standIn === null ? brokenExpectations(text, name, range) : null;
  if (expectations !== null) return { objects: [expectations], diagnostics, rejected: [] };
  return { objects: standIn === null ? [] : [standIn], diagnostics, rejected: [{ kind, name, range }] };
}
