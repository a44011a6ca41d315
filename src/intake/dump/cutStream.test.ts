import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asKubectlYaml, clusterObjects, listOf } from './clusterDump.test-data';
import { StreamCutter } from './cutStream';
import { LineTable } from '../lineTable';
import type { Frame, Piece } from './pieces';

/** How many items came with their lines. */
let readWithCut = 0;

/** All that can be asked of a table. */
const linesOf = (lines: LineTable): unknown => [
  lines.count,
  lines.isEven,
  lines.isWindows,
  Array.from({ length: lines.count }, (_, index) => [
    lines.line(index),
    lines.start(index),
    lines.indent(index),
    lines.isDash(index),
    lines.isComment(index),
  ]),
];

/** What the cutter hands out for text in chunks. */
function cut(chunks: readonly string[]): readonly string[] {
  const seen: string[] = [];
  const shown = (piece: Piece): string =>
    piece.kind === 'json'
      ? `json ${piece.text}`
      : `yaml ${String(piece.column)} ${piece.lead}|${piece.text.slice(piece.start, piece.end)}`;
  const frame = ({ apiVersion, kind, isBroken }: Frame): string =>
    `${String(apiVersion)} ${String(kind)} ${String(isBroken)}`;
  const cutter = new StreamCutter({
    document: (piece) => seen.push(`document ${shown(piece)}`),
    beginList: (begun) => seen.push(`list ${frame(begun)}`),
    item: (piece) => {
      seen.push(`item ${shown(piece)}`);
      if (piece.kind === 'json' || piece.lines === null) return;
      const { text, start, end, column } = piece;
      const lines = new LineTable();
      lines.read(text, start, end, column);
      expect(linesOf(piece.lines)).toEqual(linesOf(lines));
      readWithCut++;
    },
    endList: (ended) => seen.push(`end ${frame(ended)}`),
  });
  for (const chunk of chunks) cutter.push(chunk);
  cutter.end();
  return seen;
}

function chunked(text: string, cuts: readonly number[]): readonly string[] {
  const places = [...new Set([0, ...cuts.map((at) => at % (text.length + 1)), text.length])].sort(
    (a, b) => a - b,
  );
  return places.slice(1).map((at, index) => text.slice(places[index], at));
}

const soup = fc
  .array(
    fc.constantFrom(
      ...['- ', '-\n', 'items:\n', 'items: []\n', 'kind: List\n', 'kind: Pod\n', 'apiVersion: v1\n', '---\n'],
      ...[
        '--- # a\n',
        '--- {',
        '...\n',
        '{',
        '}',
        '[',
        ']',
        '"items": [',
        '"',
        '\\',
        ',',
        '# c\n',
        '  ',
        ' ',
      ],
      ...[
        'a: b\n',
        '\r\n',
        '\n',
        '\uFEFF',
        '%YAML 1.2\n',
        '{"kind":"List","items":[{"a":1}]}',
        'metadata:\n',
      ],
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));
const places = fc.array(fc.nat(), { maxLength: 12 });

describe('text that comes in chunks', () => {
  it('is cut as if it came at once', () => {
    fc.assert(
      fc.property(soup, places, (text, cuts) => {
        expect(cut(chunked(text, cuts))).toEqual(cut([text]));
      }),
      { numRuns: 2000 },
    );
  });

  it('is cut as if it came at once when it is a dump', () => {
    const some = clusterObjects().slice(0, 12);
    const written = [
      asKubectlYaml(listOf(some)),
      JSON.stringify(listOf(some), null, 2),
      some.map(asKubectlYaml).join('---\r\n'),
    ];
    fc.assert(
      fc.property(fc.constantFrom(...written), places, (text, cuts) => {
        expect(cut(chunked(text, cuts))).toEqual(cut([text]));
      }),
      { numRuns: 300 },
    );
    expect(readWithCut).toBeGreaterThan(1000);
  });

  it('is looked at once, also where a line of blanks does not end', () => {
    const blanks = Array<string>(4_000).fill(' '.repeat(1000));
    expect(cut([...blanks, '{"a":', '1}'])).toEqual(['document json {"a":1}']);
    expect(cut([...blanks, 'a: ', '{}'])).toHaveLength(1);
  });

  it('may come character by character', () => {
    const text = '# a\nitems:\n# b\n- x: 1\n# c\n- y: 2\nkind: List\n---\n{"a":"}"}\n...\nz: 1';
    expect(cut(text.split(''))).toEqual([
      'list null null false',
      'item yaml 2 # b\n|- x: 1\n',
      'item yaml 2 # c\n|- y: 2\n',
      'end null List false',
      'document json {"a":"}"}',
      'document yaml 0 |z: 1',
    ]);
  });
});

describe('the pieces', () => {
  it('of a list are its items, wherever their dashes stand, and what is written around them', () => {
    expect(
      cut(['apiVersion: v1\nkind: PodList\nitems:\n  - a: 1\n    b: 2\n  -\n    c: |\n      - d\n']),
    ).toEqual([
      'list v1 PodList false',
      'item yaml 4 |  - a: 1\n    b: 2\n',
      'item yaml 4 |    c: |\n      - d\n',
      'end v1 PodList false',
    ]);
  });

  it('of a JSON list are its items', () => {
    expect(cut(['{"kind":"PodList", "items" : [ {"a":["]"]}, {} ], "apiVersion":"v1"}{"b":"\\""}'])).toEqual([
      'list null PodList false',
      'item json {"a":["]"]}',
      'item json {}',
      'end v1 PodList false',
      'document json {"b":"\\""}',
    ]);
  });

  it('of a list that breaks off say so', () => {
    expect(cut(['{"kind":"List","items":[{"a":1},{"b'])).toEqual([
      'list null List false',
      'item json {"a":1}',
      'item json {"b',
      'end null null true',
    ]);
    expect(cut(['items:\n- a: 1\n- b']).at(-1)).toBe('end null null false');
  });

  it('hold what stands further left than it may, and the next item begins as ever', () => {
    expect(cut(['items:\n- a: |\nstray\n- b: 1\nkind: List\n'])).toEqual([
      'list null null false',
      'item yaml 2 |- a: |\nstray\n',
      'item yaml 2 |- b: 1\n',
      'end null List false',
    ]);
  });

  it('are whole documents where items are something else', () => {
    const documents = ['items:\n  a: 1\n', 'items: {}\nkind: List\n', 'data: 1\nitems:\n- a\n', 'items:\n'];
    for (const document of documents) expect(cut([document])).toEqual([`document yaml 0 |${document}`]);
  });

  it('end in JSON where their brackets do, whatever stands in quotes, wherever a chunk ends', () => {
    const items = ['{"a":"}"}', '{"b":"\\\\\\"{["}', '{"\\\\":["]",{}]}'];
    const text = `{"items":[${items.join(',')}],"kind":"List"}`;
    const pieces = [
      'list null null false',
      ...items.map((item) => `item json ${item}`),
      'end null List false',
    ];
    for (let at = 0; at <= text.length; at++) {
      for (const chunks of [chunked(text, [at]), chunked(text, [at, at + 1])])
        expect(cut(chunks)).toEqual(pieces);
    }
    expect(cut(Array.from(text))).toEqual(pieces);
  });

  it('keep the comments above a document, and none of the markers and directives', () => {
    expect(cut(['# a\n---\n# b\nx: 1\n--- # c\n\n---\ny: 2\n...\n%YAML 1.2\n---\nz: 3\n'])).toEqual([
      'document yaml 0 # a\n|# b\nx: 1\n',
      'document yaml 0 # c\n|y: 2\n',
      'document yaml 0 |z: 3\n',
    ]);
  });
});
