import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitDocuments } from './splitDocuments';
import { emptyFile, splitFile, type SplitFile } from './splitFile';
import { editBetween } from './textEdit';

/** Start and end of every piece in the file. */
function placesOf({ segments, starts }: SplitFile): readonly (readonly [number, number])[] {
  return segments.flatMap(({ pieces }, index) => {
    const from = starts[index] ?? 0;
    return pieces.map(({ start, end }) => [from + start, from + end] as const);
  });
}
const fresh = (text: string): SplitFile => splitFile(text, emptyFile).file;
const texts = (text: string): string[] => placesOf(fresh(text)).map(([start, end]) => text.slice(start, end));

const list = (...items: string[]): string => `apiVersion: v1\nitems:\n${items.join('')}kind: List\n`;

describe('editBetween', () => {
  it.each([
    ['', 'a', [0, 0, 1]],
    ['a', 'a', [1, 1, 1]],
    ['abc', 'axc', [1, 2, 2]],
    ['aa', 'aaa', [2, 2, 3]],
    ['abab', 'ab', [2, 4, 2]],
    ['abc', '', [0, 3, 0]],
  ] as const)('from %j to %j', (before, after, [start, endBefore, endAfter]) => {
    expect(editBetween(before, after)).toEqual({ start, endBefore, endAfter });
  });

  it('turns one text into the other', () => {
    const text = fc.array(fc.constantFrom('a', 'b', '\n'), { maxLength: 12 }).map((signs) => signs.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const { start, endBefore, endAfter } = editBetween(before, after);
        expect(before.slice(0, start) + after.slice(start, endAfter) + before.slice(endBefore)).toBe(after);
      }),
    );
  });
});

describe('a list', () => {
  it.each([
    ['- a: 1\n', '- b: 2\n  c: |\n    - d\n'],
    ['  - a: 1\n', '  - b: 2\n    - c\n'],
    ['- a: 1\n# between\n\n', '-\n  b: 2\n'],
    ['- - a\n', '- 7\n', '- {}\n'],
  ])('is cut into its items: %j, %j', (...items) => {
    expect(texts(list(...items))).toEqual(items);
    expect(texts(`---\n# note\n${list(...items)}---\nmore: 1\n`)).toEqual([...items, '---\nmore: 1\n']);
  });

  it.each([
    [
      'may say its metadata',
      'apiVersion: v1\nitems:\n- a: 1\nkind: List\nmetadata:\n  resourceVersion: ""\n',
      1,
    ],
    ['may say its kind first', 'kind: List\napiVersion: v1\nmetadata: {}\nitems:\n- a: 1\n- b: 2', 2],
    ['of another kind stays whole', 'apiVersion: v1\nitems:\n- a: 1\nkind: PodList\n', 1],
    ['of another version stays whole', 'apiVersion: v2\nitems:\n- a: 1\n- b: 1\nkind: List\n', 1],
    ['with another field stays whole', 'apiVersion: v1\nitems:\n- a: 1\n- b: 1\nkind: List\nmore: 1\n', 1],
    ['with a field twice stays whole', 'apiVersion: v1\nkind: List\nitems:\n- a: 1\n- b: 1\nkind: List\n', 1],
    ['without a kind stays whole', 'apiVersion: v1\nitems:\n- a: 1\n- b: 1\n', 1],
    ['in flow style stays whole', 'apiVersion: v1\nkind: List\nitems: [a, b]\n', 1],
    [
      'in another list stays whole',
      'apiVersion: v1\nitems:\n- kind: List\n  items:\n  - a: 1\n  - b: 1\nkind: List\n',
      1,
    ],
  ])('%s', (_, text, count) => {
    expect(texts(text)).toHaveLength(count);
  });
});

const line = fc.constantFrom(
  ...['---\n', '--- # x\n', '...\n', '# c\n', '\n', '%YAML 1.2\n', '\uFEFF---\n', '---', '\r\n', ' ', '-'],
  ...[
    'a: 1\n',
    '- b: 2\n',
    '  c: 3\n',
    '  - d\n',
    '- ',
    '{"a":1}\n',
    '{"a":"}{"}',
    '{',
    '[1] ',
    'a: |\n  ---\n',
  ],
  ...['apiVersion: v1\n', 'items:\n', 'kind: List\n', 'kind: List', 'metadata:\n  resourceVersion: ""\n'],
  'apiVersion: v1\nitems:\n- a: 1\n- b: 2\nkind: List\n',
);

interface Change {
  readonly place: number;
  readonly drop: number;
  readonly insert: string;
}

const change: fc.Arbitrary<Change> = fc.record({
  place: fc.double({ min: 0, max: 1, noNaN: true }),
  drop: fc.oneof(fc.nat(4), fc.nat(40)),
  insert: fc.oneof(
    fc.constant(''),
    line,
    fc.array(line, { maxLength: 4 }).map((lines) => lines.join('')),
  ),
});

function changed(text: string, { place, drop, insert }: Change): string {
  const at = Math.floor(place * (text.length + 1));
  return text.slice(0, at) + insert + text.slice(at + drop);
}

describe('a file that changes', () => {
  it('is cut as if it had always been so', () => {
    const start = fc.array(line, { maxLength: 20 }).map((lines) => lines.join(''));
    fc.assert(
      fc.property(start, fc.array(change, { minLength: 1, maxLength: 8 }), (text, changes) => {
        let now = text;
        let file = fresh(text);
        for (const each of changes) {
          now = changed(now, each);
          file = splitFile(now, file).file;
          expect(file).toEqual(fresh(now));
        }
      }),
      { numRuns: 5000 },
    );
  }, 30_000);

  it('is cut so also where it is a list', () => {
    const start = fc
      .tuple(fc.constantFrom('', '  '), fc.integer({ min: 2, max: 6 }))
      .map(([blanks, count]) => {
        const items = Array.from(
          { length: count },
          (_, index) => `${blanks}- a: ${index}\n${blanks}  b: c\n`,
        );
        return `${list(...items)}---\nd: e\n`;
      });
    const insert = fc.constantFrom(
      '',
      '-',
      '- ',
      '\n',
      ' ',
      '  ',
      'x',
      '#',
      '- a: 9\n',
      '  - a: 9\n',
      '---\n',
      '\n- ',
    );
    // Where it matters: at the start of lines.
    const slip = fc.record({
      row: fc.nat(20),
      column: fc.nat(4),
      drop: fc.oneof(fc.nat(3), fc.nat(30)),
      insert,
    });
    fc.assert(
      fc.property(start, fc.array(slip, { minLength: 1, maxLength: 6 }), (text, slipsOfHand) => {
        let now = text;
        let file = fresh(text);
        for (const each of slipsOfHand) {
          const before = now.split('\n').slice(0, each.row).join('\n').length;
          const at = before + (each.row > 0 ? 1 : 0) + each.column;
          now = now.slice(0, at) + each.insert + now.slice(at + each.drop);
          file = splitFile(now, file).file;
          expect(file).toEqual(fresh(now));
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('is cut where documents are, and lists further', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const text = lines.join('');
        const { segments, starts } = fresh(text);
        const ends = segments.map(({ length }, index) => (starts[index] ?? 0) + length);
        expect(starts.map((start, index) => text.slice(start, ends[index])).join('')).toBe(text);
        const isList = segments.map(({ pieces }) => pieces[0]?.part === 'item');
        const pieces = segments.flatMap((segment, index): readonly (readonly (number | undefined)[])[] => {
          const start = starts[index] ?? 0;
          return isList[index]
            ? [[start, ends[index]]]
            : placesOf({ text, segments: [segment], starts: [start] });
        });
        const documents = splitDocuments(text);
        expect(pieces).toEqual(documents.map(({ start, text: piece }) => [start, start + piece.length]));
      }),
      { numRuns: 2000 },
    );
  });
});
