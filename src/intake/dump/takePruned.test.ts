import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments, parseDocument } from 'yaml';
import { cutTable, kindAt } from '../cutLines';
import { newTally } from '../droppedCounts';
import { leanShapeOfKind } from '../kindShapes';
import { LineTable } from '../lineTable';
import { randomFrom } from '../manifests.test-data';
import { asKubectlYaml, clusterObjects, secret } from './clusterDump.test-data';
import { whitelistAs, whitelistRoot } from '../whitelist';
import { Collection } from './collection';
import { relevanceOf } from './relevance';
import { wholePiece } from './pieces';
import { PieceTaker } from './takePieces';
import { takeText } from './takeText';

/** The objects that are cut, without what only the slow way leaves of them. */
const texts = clusterObjects()
  .filter(({ apiVersion, kind }) => relevanceOf(String(apiVersion), String(kind)) === 'cluster')
  .map((object) => asKubectlYaml(object).replaceAll(/ image: .*\n */g, ' '));
const seeds = fc.integer({ min: 0, max: 0x7fffffff });

const asRead = { merge: true, uniqueKeys: false, logLevel: 'silent' } as const;

const valuesOf = (taken: Collection): readonly unknown[] =>
  parseAllDocuments(taken.written().cluster, asRead).map((document) => document.toJS() as unknown);

/** Everything that is known of an object after it was taken. */
function told(taken: Collection): unknown {
  const { policies, kept } = taken.written();
  const { leftOut, unreadable } = taken;
  return { cluster: valuesOf(taken), policies, kept, leftOut, unreadable };
}

function taken(text: string): Collection {
  const into = new Collection();
  new PieceTaker(into).document(wholePiece(text));
  return into;
}

function takenWhole(text: string): Collection {
  const into = new Collection();
  takeText(text, null, into);
  return into;
}

/** An alias may say that a label is what stands in an annotation. */
const showsSecret = (taken: Collection): boolean => {
  const { cluster, policies } = taken.written();
  return (cluster + policies).includes(secret);
};

const hasEqualKeys = (text: string): boolean =>
  parseDocument(text, { logLevel: 'silent' }).errors.some(({ code }) => code === 'DUPLICATE_KEY');

/** The kind of an object that the fast way takes; null for any other. */
function plainKind(text: string): string | null {
  const lines = new LineTable();
  lines.read(text, 0, text.length);
  const kind = kindAt(lines, 0) ?? '';
  return kind !== '' && cutTable(lines, kind, leanShapeOfKind(kind), newTally()) !== null ? kind : null;
}

type Random = () => number;
const pick = <T>(random: Random, choices: readonly T[]): T =>
  choices[Math.floor(random() * choices.length)] as T;

/** Where the lines end that belong to the entry on a line. */
function entryEnd(lines: readonly string[], at: number): number {
  const column = (line: string): number => line.replace(/^( *)- /, '$1  ').search(/\S|$/);
  const own = column(lines[at] ?? '');
  let end = at + 1;
  while (end < lines.length) {
    const line = lines[end] ?? '';
    const isItem = line.startsWith(`${' '.repeat(own)}- `);
    if (line !== '' && column(line) <= own && !isItem) break;
    if (isItem && (lines[at] ?? '').includes('- ')) break;
    end++;
  }
  return end;
}

/** One line, or an entry, in a style that kubectl does not write. */
function odd(lines: readonly string[], random: Random): readonly string[] {
  const at = Math.floor(random() * lines.length);
  const line = lines[at] ?? '';
  const [, head = '', key = '', value = ''] = /^( *(?:- )*)([\w./-]+):(?: (.*))?$/.exec(line) ?? [];
  if (key === '') return lines;
  const blanks = ' '.repeat(head.length);
  const start = `${head}${key}:`;
  const set = (...written: readonly string[]): readonly string[] => lines.toSpliced(at, 1, ...written);
  const name = pick(random, ['a', 'b', 'ab']);
  const always = [
    () => set(`${head}"${key}": ${value}`),
    () => set(`${start} &${name} ${value}`),
    () => set(`${start} *${name}`),
    () => set(`${start} ${value} # note`),
    () => set(`${start} !local ${value}`),
    () => set(line, `${blanks}# ${pick(random, ['note', 'env:', 'name: x'])}`),
    () => set(`${blanks}# above`, line),
    () => set(line, line.replace('- ', '  ')),
    () => set(line, ''),
    () => set(line, ' \t'),
    () => set(line, line.replace('- ', '  ')),
    () => set(`${head}<<: *${name}`, line.replace('- ', '  ')),
    () => set(`${head}<<: {${key}: x}`, line.replace('- ', '  ')),
    () => set(`${head}? ${key}`, `${blanks}: ${value}`),
    () => set(`${start}\t${value}`),
    () => flow(lines, at, random),
  ];
  const ofScalars = [
    () => set(`${start} !!str ${value}`),
    () => set(`${start} |-`, `${blanks}  ${value}`),
    () => set(`${start} |+`, `${blanks}  ${value}`, ''),
    () => set(`${start} >2`, `${blanks}  ${value}`),
    () => set(start, `${blanks}  ${value}`),
    () => set(`${start} ${value}`, `${blanks}  ${value}`),
    () => set(`${start} "${value}`, `${blanks} # ${value}"`),
    () => set(`${start} '`, '', `${blanks}  - ${value}'`),
    () => set(`${start} "${value}\\x20"`),
    () =>
      set(
        `${start} ${pick(random, ['0x10', '1.0', '.inf', '-0', 'yes', '~', '1e3', '010', '!!null', '{}'])}`,
      ),
  ];
  const ofOthers = [
    () => set(`${start} ${pick(random, ['!!map', '!!seq', '&a', '&b', '&ab !!map', '|', '"', '[', '{'])}`),
    () => set(`${start} ${pick(random, ['!!map', '!!seq', '&a', '&b'])}`),
  ];
  return pick(random, [...always, ...(value === '' ? ofOthers : ofScalars)])();
}

/** The entry's value in flow style over several lines; the bracket at the end may stand below the key. */
function flow(lines: readonly string[], at: number, random: Random): readonly string[] {
  const end = entryEnd(lines, at);
  const [, head = ''] = /^( *(?:- )*)/.exec(lines[at] ?? '') ?? [];
  const cut = lines.slice(at, end).map((line) => line.slice(head.length));
  let value: unknown;
  try {
    value = parse(cut.join('\n'), { logLevel: 'silent' });
  } catch {
    return lines;
  }
  const [entry] = Object.entries(value as object);
  if (entry === undefined) return lines;
  const written = JSON.stringify(entry[1], null, random() < 0.5 ? 1 : 0).split('\n');
  const last = written.length - 1;
  const shift = pick(random, [0, 0, 1, 2]);
  const moved = written.map((line, index) =>
    index === 0
      ? `${head}${entry[0]}: ${line}`
      : ' '.repeat(head.length + (index === last ? shift : 1)) + line,
  );
  return lines.toSpliced(at, end - at, ...moved);
}

const oddly = (seed: number): string => {
  const random = randomFrom(seed);
  let lines: readonly string[] = pick(random, texts).trimEnd().split('\n');
  const times = 1 + Math.floor(random() * 5);
  for (let time = 0; time < times; time++) lines = odd(lines, random);
  return `${lines.join('\n')}\n`;
};

describe('an object in any style', () => {
  it('comes out as its values say, however little of it is read', () => {
    const seen = { plain: 0, pruned: 0 };
    fc.assert(
      fc.property(seeds, (seed) => {
        const text = oddly(seed);
        const found = taken(text);
        const whole = takenWhole(text);
        if (!showsSecret(whole)) expect(showsSecret(found), text).toBe(false);
        if (whole.unreadable > 0) return;
        const kind = plainKind(text);
        if (kind !== null) {
          seen.plain++;
          expect(valuesOf(found), text).toEqual([
            whitelistAs(parse(text, asRead), leanShapeOfKind(kind), newTally()),
          ]);
          return;
        }
        seen.pruned++;
        expect(told(found), text).toEqual(told(whole));
        if (hasEqualKeys(text)) return;
        expect(valuesOf(found), text).toEqual([whitelistRoot(parse(text, asRead), newTally())]);
        // Comments do not count where an anchor in what is left out makes that the whole is written anew.
        const isAsWritten = !/[&*!?]|<</.test(text);
        const isSame = found.written().cluster === whole.written().cluster && !text.includes('#');
        if (isAsWritten || isSame) expect(found.dropped, text).toEqual(whole.dropped);
      }),
      { numRuns: 1500 },
    );
    expect(Math.min(seen.plain, seen.pruned)).toBeGreaterThan(300);
  }, 60_000);

  it('is no less broken with a tag in it than without', () => {
    const seen = { broken: 0, mended: 0 };
    fc.assert(
      fc.property(seeds, (seed) => {
        const random = randomFrom(seed);
        const lines = pick(random, texts).split('\n');
        const at = lines.indexOf('  labels:');
        fc.pre(at >= 0);
        const plain = spoilt(lines, at, random);
        const tagged = plain.replace('\n  labels:\n', '\n  labels: !!map\n');
        const found = taken(tagged);
        const without = taken(plain);
        if (!showsSecret(takenWhole(tagged))) expect(showsSecret(found), tagged).toBe(false);
        if (found.unreadable > 0) {
          seen.broken++;
          // The fast way takes them as they come.
          expect(without.unreadable > 0 || hasEqualKeys(plain), tagged).toBe(true);
          return;
        }
        if (!hasEqualKeys(plain)) expect(told(found), tagged).toEqual(told(without));
        if (takenWhole(tagged).unreadable > 0) seen.mended++;
      }),
      { numRuns: 1500 },
    );
    expect(Math.min(seen.broken, seen.mended)).toBeGreaterThan(50);
  }, 60_000);

  it.each([
    ['an alias of what is left out', '  uid: &a web\n  labels:\n    app: *a\n', { labels: { app: 'web' } }],
    [
      'an anchor that what is left out has again',
      '  name: &a x\n  uid: &a web\n  labels:\n    app: *a\n',
      { name: 'x', labels: { app: 'web' } },
    ],
    [
      'a key that is merged and left out',
      '  <<: {uid: x}\n  uid: y\n  labels: {a: b}\n',
      { labels: { a: 'b' } },
    ],
    [
      'equal keys of which the last is none to keep',
      '  labels: &a\n    a: b\n  labels: none\n',
      { labels: '' },
    ],
    ['a value below its key', '  uid: x\n  labels:\n    app:\n      web\n', { labels: { app: 'web' } }],
    [
      'a bracket below its key',
      '  uid: x\n  labels: {\n    a: b\n  }\n  name: c\n',
      { labels: { a: 'b' }, name: 'c' },
    ],
    [
      'blank lines below a block scalar',
      '  name: |+\n    a\n  uid: x\n\n\n  labels: {}\n',
      { name: 'a\n', labels: {} },
    ],
  ])('says what it says with %s', (_, written, metadata) => {
    const [value] = valuesOf(taken(`kind: Pod\nmetadata:\n${written}`));
    expect(value).toEqual({ kind: 'Pod', metadata });
  });

  it('may be nested as deep as it likes', () => {
    for (const depth of [100, 1000, 5000, 100_000]) {
      const deep = `${'['.repeat(depth)}${']'.repeat(depth)}`;
      const text = `kind: Pod\nmetadata:\n  name: a\n  labels: ${deep}\n  uid: b\n`;
      expect(() => taken(text)).not.toThrow();
    }
  });

  it.each(['kind: Pod # a', 'kind: !!str Pod', 'kind: &a "Pod"', 'kind: |-\n  Pod'])(
    'is of the kind it says: %j',
    (kind) => {
      const found = taken(`${kind}\nmetadata:\n  name: a\n  uid: b\n`);
      expect(valuesOf(found)).toEqual([{ kind: 'Pod', metadata: { name: 'a' } }]);
      expect(found.dropped.other).toBe(1);
    },
  );
});

const junk = [
  'oops',
  ': [',
  '\t- x',
  '"',
  "'",
  '- - -',
  '&a',
  '*b',
  '!!x y',
  '{',
  'kind: Pod',
  '?',
  '}',
  '# note',
  'a: "b',
  'a: [b',
  'a: |',
  '- x: 1',
];

/** The lines with one of them put in, moved, or changed, but for the one at `but`. */
function spoilt(lines: readonly string[], but: number, random: Random): string {
  const at = Math.floor(random() * lines.length);
  const line = lines[at] ?? '';
  const blanks = ' '.repeat(Math.floor(random() * 10));
  const ways = [
    () => lines.toSpliced(at, 0, blanks + pick(random, junk)),
    () => lines.with(at, blanks + line.trimStart()),
    () => lines.with(at, line.replace(':', '')),
    () => lines.with(at, line + pick(random, [' "', ' x: y', ' [', ' {', '"', ' &a', ':', ' |', ' #'])),
    () => lines.with(at, line.replace(/["']/, '')),
    () => lines.toSpliced(at, 1),
    () => lines.toSpliced(at, 0, line),
  ];
  return (at === but || at === but + 1 ? lines : pick(random, ways)()).join('\n');
}
