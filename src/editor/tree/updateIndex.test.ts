import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { TextEdit } from '../smallestEdit';
import type { Found } from './head';
import { indexOf, type ObjectIndex } from './objectIndex';
import { scan } from './scan';
import { updateIndex } from './updateIndex';

function read(text: string): ObjectIndex {
  const found: Found[] = [];
  for (const entry of scan(text, 0, text.length, 0)) if (entry) found.push(entry);
  return indexOf(found);
}

/** Everything but the numbers, which say who was there before. */
const plain = ({ heads, pieces, starts, ends, lines }: ObjectIndex): unknown => ({
  heads: heads.map(({ kind, namespace, name, labels }) => ({ kind, namespace, name, labels })),
  pieces: [...pieces],
  starts: [...starts],
  ends: [...ends],
  lines: [...lines],
});

const pod = (name: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n  namespace: shop\n  labels:\n    app: ${name}\nspec: {}\n`;
const item = (name: string): string =>
  `- apiVersion: v1\n  kind: Pod\n  metadata:\n    name: ${name}\n    labels: {app: ${name}}\n  # said\n  spec:\n    containers:\n    - name: main\n`;
const list = (...names: readonly string[]): string =>
  `apiVersion: v1\nitems:\n${names.map(item).join('')}kind: List\n`;
const json = (...names: readonly string[]): string =>
  `${JSON.stringify({ kind: 'List', items: names.map((name) => ({ kind: 'Pod', metadata: { name } })) }, null, 2)}\n`;

const marker = fc.constantFrom('---\n', '---\n', '--- # next\n', '...\n---\n', '\n---\n', '# note\n---\n');
const name = fc.constantFrom('web', 'api', 'db');
const document = fc.oneof(
  name.map(pod),
  fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => list(...names)),
  fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => json(...names)),
);
const text = fc
  .array(fc.tuple(marker, document), { maxLength: 5 })
  .map((parts) => parts.flat().join(''))
  .chain((all) => fc.boolean().map((first) => (first ? all : all.replace(/^[^a-z{]*/, ''))));

const inserted = fc.oneof(
  fc.constantFrom(
    '',
    'x',
    '\n',
    '-',
    '--',
    '---\n',
    '\n---\n',
    '...\n',
    '# ',
    '{',
    '}',
    '"',
    ',',
    'items:\n',
    '  ',
    '- ',
  ),
  fc.constantFrom('kind: List\n', 'kind: Pod\n', pod('new'), item('new'), json('new'), '- kind: Pod\n'),
);
const edits = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(30), inserted), {
  minLength: 1,
  maxLength: 6,
});

test('after any edits the index is what reading the text anew gives', () => {
  fc.assert(
    fc.property(text, edits, (opened, changes) => {
      let now = opened;
      let index = read(now);
      for (const [where, length, put] of changes) {
        const start = Math.floor(where * now.length);
        const edit: TextEdit = { start, end: Math.min(now.length, start + length), text: put };
        const next = now.slice(0, edit.start) + edit.text + now.slice(edit.end);
        index = updateIndex(index, now, edit, next);
        now = next;
        expect(plain(index)).toEqual(plain(read(now)));
      }
    }),
    { numRuns: 3000 },
  );
});

test('an edit that leaves the head alone keeps every head', () => {
  const before = [pod('web'), pod('api'), list('a', 'b'), json('c', 'd')].join('---\n');
  const index = read(before);
  expect(index.heads.map((head) => head.name)).toEqual(['web', 'api', 'a', 'b', 'c', 'd']);
  for (const from of ['spec', 'containers', 'apiVersion']) {
    const at = before.indexOf(from) + from.length;
    const edit = { start: at, end: at, text: 's' };
    const after = before.slice(0, at) + 's' + before.slice(at);
    expect(updateIndex(index, before, edit, after).heads).toBe(index.heads);
  }
});

test('a renamed object keeps its number, the others stay the same', () => {
  const before = [pod('web'), pod('api'), pod('db')].join('---\n');
  const index = read(before);
  const at = before.indexOf('name: api') + 'name: api'.length;
  const after = `${before.slice(0, at)}-2${before.slice(at)}`;
  const { heads } = updateIndex(index, before, { start: at, end: at, text: '-2' }, after);
  expect(heads[1]).toEqual({ ...index.heads[1], name: 'api-2' });
  expect(heads[0]).toBe(index.heads[0]);
  expect(heads[2]).toBe(index.heads[2]);
});
