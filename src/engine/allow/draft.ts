import { lineAndColumn } from '../lines';
import type { EvaluatedText } from '../evaluate/evaluated';
import { applyEdits, appendTo, type Edits, type Sheet } from '../findings/edit';
import { blockLines } from '../findings/edit/plain';
import type { TextSplice } from '../findings/finding';
import { mapIn } from '../findings/lookup/written';
import type { Reader } from '../findings/reader';
import type { OpenDocument } from '../documents';
import { decodeThoroughly } from '../model/decodeDocument';
import type { DecodedObject } from '../model/objects';
import type { NetworkPolicy } from '../model/policy';
import { parseDocument } from '../parse/parseDocument';
import type { SourceFile } from '../source';
import type { Hunk } from './allowance';
import { rulesKey, type AddedPolicy, type AddedRule, type Way } from './ways';

/** Some ways together, written into the text, and the policies that are in force then. */
export interface Draft {
  readonly edits: readonly TextSplice[];
  readonly hunks: readonly Hunk[];
  readonly policies: readonly NetworkPolicy[];
  /** What the new policies are called. */
  readonly names: readonly string[];
}

/** Writes the ways into the text; null: it is written in a manner that leaves no safe place for one of them. */
export function draftOf(state: EvaluatedText, reader: Reader, ways: readonly Way[]): Draft | null {
  const rules = ways.filter((way) => way.kind === 'rule');
  const made = new Map<NetworkPolicy, NetworkPolicy>();
  const edits: TextSplice[] = [];
  for (const policy of new Set(rules.map((way) => way.policy))) {
    const own = rules.filter((way) => way.policy === policy);
    const widened = withRules(state, reader, policy, own);
    if (widened === null) return null;
    made.set(policy, widened.policy);
    edits.push(...widened.edits);
  }
  const added: NetworkPolicy[] = [];
  for (const way of ways) {
    if (way.kind !== 'policy') continue;
    const one = newPolicy(state, reader, way, added);
    if (one === null) return null;
    added.push(one.policy);
    edits.push(one.edit);
  }
  const joined = joinedAtOnePlace(edits);
  return {
    edits: joined,
    hunks: hunksOf(state, joined),
    policies: [...state.book.policies.map((policy) => made.get(policy) ?? policy), ...added],
    names: added.map(({ name }) => name),
  };
}

/** The policy as it reads with more rules. */
function withRules(
  { texts }: EvaluatedText,
  reader: Reader,
  policy: NetworkPolicy,
  ways: readonly AddedRule[],
): { readonly policy: NetworkPolicy; readonly edits: readonly TextSplice[] } | null {
  const document = texts.find(policy);
  const sheet = reader.sheet(policy);
  const spec = mapIn(reader.tree(policy), 'spec');
  if (!document || !sheet || !spec) return null;
  const edits: Edits[number][] = [];
  for (const { type, rule } of ways) {
    const more = appendTo(sheet, spec, rulesKey(type), rule);
    if (more === null) return null;
    edits.push(...more);
  }
  const objects = objectsIn(applyEdits(sheet.source, edits));
  const known = document.decoded.objects;
  const object = objects?.length === known.length ? objects[known.indexOf(policy)] : undefined;
  if (object?.kind !== 'NetworkPolicy' || object.name !== policy.name) return null;
  return {
    policy: object,
    edits: edits.map(({ range: { start, end }, text }) => ({
      place: { file: document.file.id, start: document.start + start, end: document.start + end },
      text,
    })),
  };
}

/** The objects a document's text holds; null: it does not read as one. */
function objectsIn(text: string): readonly DecodedObject[] | null {
  const part = parseDocument(text, () => undefined)?.kind === 'list' ? 'item' : 'document';
  const { objects, rejected } = decodeThoroughly(text, part);
  return rejected.length > 0 ? null : objects;
}

/** A policy in a document of its own. */
function newPolicy(
  state: EvaluatedText,
  reader: Reader,
  { namespace, name: wanted, spec }: AddedPolicy,
  before: readonly NetworkPolicy[],
): { readonly policy: NetworkPolicy; readonly edit: TextSplice } | null {
  const home = homeOf(state, reader, namespace);
  if (home === null) return null;
  const { file, at, sheet } = home;
  const name = freeName(state, wanted, namespace, before);
  const object = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace },
    spec,
  };
  const lines = blockLines(object, 0, sheet.style);
  const [policy] = objectsIn(lines.join('\n')) ?? [];
  if (policy?.kind !== 'NetworkPolicy') return null;
  const gap = at === 0 || file.text[at - 1] === '\n' ? '' : sheet.eol;
  const text = gap + ['---', ...lines, ''].join(sheet.eol);
  return { policy, edit: { place: { file: file.id, start: at, end: at }, text } };
}

/**
 * Where a new policy of a namespace is written: behind the last one of that namespace, else behind the last policy
 * there is; in a file written in braces only if there is no other. Behind a list only at the end of the file.
 */
function homeOf(
  { texts, book }: EvaluatedText,
  reader: Reader,
  namespace: string,
): { readonly file: SourceFile; readonly at: number; readonly sheet: Sheet } | null {
  const own = book.byNamespace.get(namespace) ?? [];
  const documentsOf = (policies: readonly NetworkPolicy[]): readonly OpenDocument[] => {
    const holders = new Set(policies.map((policy) => texts.find(policy)?.decoded));
    return texts.files.flatMap((documents) => documents.filter(({ decoded }) => holders.has(decoded)));
  };
  const candidates = [documentsOf(book.policies).at(-1), documentsOf(own).at(-1)].flatMap((one) => one ?? []);
  let found: ReturnType<typeof homeOf> = null;
  for (const document of candidates) {
    const { file, end, decoded } = document;
    const sheet = reader.sheet(decoded);
    if (sheet === null) continue;
    const isPlain = sheet.root.kind === 'map' && decoded.objects.length === 1 && !sheet.isFlow(sheet.root);
    if (isPlain || found === null) found = { file, sheet, at: isPlain ? end : file.text.length };
  }
  return found;
}

function freeName(
  { book }: EvaluatedText,
  wanted: string,
  namespace: string,
  before: readonly NetworkPolicy[],
): string {
  const taken = new Set(
    [...book.policies, ...book.rejected, ...before].flatMap((one) =>
      one.namespace === namespace || one.namespace === null ? [one.name] : [],
    ),
  );
  let name = wanted;
  for (let number = 2; taken.has(name); number++) name = `${wanted}-${String(number)}`;
  return name;
}

/** What is inserted at one place is one insertion. */
function joinedAtOnePlace(edits: readonly TextSplice[]): readonly TextSplice[] {
  const joined: TextSplice[] = [];
  for (const edit of edits) {
    const { file, start, end } = edit.place;
    const index = joined.findIndex(
      ({ place }) => start === end && place.file === file && place.start === start && place.end === end,
    );
    const before = joined[index];
    if (before) joined[index] = { ...before, text: before.text + edit.text };
    else joined.push(edit);
  }
  return joined;
}

/** The lines that become others; those of edits that touch one line together. */
function hunksOf({ texts }: EvaluatedText, edits: readonly TextSplice[]): readonly Hunk[] {
  return texts.files.flatMap(([document]) => {
    if (!document) return [];
    const { file } = document;
    const own = edits
      .filter(({ place }) => place.file === file.id)
      .sort((a, b) => a.place.start - b.place.start)
      .map(({ place: { start, end }, text }) => ({ range: { start, end }, text }));
    const groups: { readonly start: number; end: number; readonly edits: Edits[number][] }[] = [];
    for (const edit of own) {
      const start = file.text.lastIndexOf('\n', edit.range.start - 1) + 1;
      const behind = file.text.indexOf('\n', edit.range.end);
      const end = behind < 0 ? file.text.length : behind;
      const last = groups.at(-1);
      if (last && start <= last.end) {
        last.edits.push(edit);
        last.end = Math.max(last.end, end);
      } else groups.push({ start, end, edits: [edit] });
    }
    return groups.map((group) => hunkOf(file, group));
  });
}

function hunkOf(
  { id, text }: SourceFile,
  { start, end, edits }: { readonly start: number; readonly end: number; readonly edits: Edits },
): Hunk {
  const inside = edits.map(({ range, text: inserted }) => ({
    range: { start: range.start - start, end: range.end - start },
    text: inserted,
  }));
  const before = text.slice(start, end);
  const [removed, added] = [before, applyEdits(before, inside)].map((lines) => lines.split(/\r?\n/));
  const [was, is] = [removed ?? [], added ?? []];
  let same = 0;
  while (same < was.length && same < is.length && was[same] === is[same]) same++;
  let rest = 0;
  const most = Math.min(was.length, is.length) - same;
  while (rest < most && was.at(-1 - rest) === is.at(-1 - rest)) rest++;
  return {
    file: id,
    line: lineAndColumn(text, start).line + same,
    removed: was.slice(same, was.length - rest),
    added: is.slice(same, is.length - rest),
  };
}
