import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../diagnostic';
import { parseDocument } from './parseDocument';
import type { Tree } from './tree';

/** The tree as plain values, for comparing. */
function plain(tree: Tree): unknown {
  switch (tree.kind) {
    case 'map':
      return Object.fromEntries(tree.entries.map(({ key, value }) => [key, plain(value)]));
    case 'list':
      return tree.items.map(plain);
    case 'scalar':
      return tree.value;
  }
}

/** Every scalar's characters in the text, keys included. */
function slices(tree: Tree, text: string): string[] {
  const slice = ({ start, end }: { start: number; end: number }): string => text.slice(start, end);
  switch (tree.kind) {
    case 'map':
      return tree.entries.flatMap(({ keyRange, value }) => [slice(keyRange), ...slices(value, text)]);
    case 'list':
      return tree.items.flatMap((item) => slices(item, text));
    case 'scalar':
      return [slice(tree.range)];
  }
}

function parse(text: string): { tree: Tree | null; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  return { tree: parseDocument(text, (diagnostic) => diagnostics.push(diagnostic)), diagnostics };
}

function read(text: string): unknown {
  const { tree, diagnostics } = parse(text);
  expect(diagnostics).toEqual([]);
  return tree && plain(tree);
}

function faults(text: string): [string, string][] {
  return parse(text).diagnostics.map(({ code, range }) => [code, text.slice(range.start, range.end)]);
}

describe('parseDocument', () => {
  it.each([
    '',
    '\n',
    '# only a comment\n',
    '---\n',
    '---\n# nothing\n',
    '\uFEFF',
    '---\n\uFEFF',
    '---\n\uFEFF\n',
    '~',
    'null\n',
    '...\n',
    '%YAML 1.2\n---\n',
  ])('finds nothing in %j, without complaint', (text) => {
    expect(parse(text)).toEqual({ tree: null, diagnostics: [] });
  });

  it('reads the core schema of YAML 1.2, also under another directive', () => {
    const text = 'a: yes\nb: 0x50\nc: 1e3\nd: ~\ne:\nf: "80"\ng: !!str 80\nh: 010\ni: True\nj: !foo x\n';
    const expected = { a: 'yes', b: 80, c: 1000, d: null, e: null, f: '80', g: '80', h: 10, i: true, j: 'x' };
    expect(read(text)).toEqual(expected);
    expect(read(`%YAML 1.1\n---\n${text}`)).toEqual(expected);
  });

  it('keeps the source of scalars and whether they are plain', () => {
    const { tree } = parse("[0x50, 'yes', yes, !!str no, 1.50]");
    const items = tree?.kind === 'list' ? tree.items : [];
    expect(items.map((item) => item.kind === 'scalar' && [item.source, item.plain])).toEqual([
      ['0x50', true],
      ["'yes'", false],
      ['yes', true],
      ['no', false],
      ['1.50', true],
    ]);
  });

  it.each([
    'a: 1\nb:\n  - x\n  - "y"\n',
    'a: 1\r\nb:\r\n  - x\r\n  - "y"\r\n',
    '\uFEFF---\r\na: 1\r\nb: [x, "y"]\r\n',
    '# é ü 😀\na: 1\nb: [x, "y"] # 😀\n',
    '--- {a: 1, b: [x, "y"]}',
  ])('gives true ranges in %j', (text) => {
    const { tree } = parse(text);
    expect(tree && slices(tree, text)).toEqual(['a', '1', 'b', 'x', '"y"']);
  });

  it('ends a collection where its last value ends', () => {
    const text = 'a:\n  b: c\n\n# comment\nd:\n- e\n\n';
    const { tree } = parse(text);
    const values = tree?.kind === 'map' ? tree.entries.map(({ value }) => value.range) : [];
    expect(values.map(({ start, end }) => text.slice(start, end))).toEqual(['b: c', '- e']);
    expect(tree?.range).toEqual({ start: 0, end: text.indexOf('- e') + 3 });
  });

  it.each([
    '{\n\t"a": [1, -2.5e3, true, null],\n\t"b": {"c": "\\u00e9\\"\\n"}\n}\n',
    '---\n{"a": [1, -2.5e3, true, null], "b": {"c": "\\u00e9\\"\\n"}}',
    '\uFEFF {"a":[1,-2.5e3,true,null],"b":{"c":"\\u00e9\\"\\n"}}\r\n',
  ])('reads JSON %j', (text) => {
    expect(read(text)).toEqual({ a: [1, -2500, true, null], b: { c: 'é"\n' } });
    const { tree } = parse(text);
    expect(tree && slices(tree, text)).toEqual([
      '"a"',
      '1',
      '-2.5e3',
      'true',
      'null',
      '"b"',
      '"c"',
      '"\\u00e9\\"\\n"',
    ]);
    expect(tree && text.slice(tree.range.start, tree.range.end)).toBe(
      text.replace(/^(?:\uFEFF|---)?\s*/, '').trim(),
    );
  });

  it('reads what looks like JSON and is YAML as YAML', () => {
    expect(read('{a: 1, "b": 2,} # x')).toEqual({ a: 1, b: 2 });
    expect(read('{"a": 01}')).toEqual({ a: 1 });
  });

  it.each([
    ['a: [1\n', 'yaml-syntax'],
    ['a:\n\tb: 1\n', 'yaml-syntax'],
    ['a: b: c\n', 'yaml-syntax'],
    ['a: "x\n', 'yaml-syntax'],
    ['{"a": 1', 'yaml-syntax'],
    ['{"a": "\\x"}', 'yaml-syntax'],
    ['a: 1\n b: 2\n', 'yaml-syntax'],
    ['? [a]\n: b\n', 'yaml-syntax'],
    ['name: {{ .Values.name }}\n', 'yaml-syntax'],
    ['a: {<<: 1}\n', 'yaml-syntax'],
    ['a: *x\n', 'yaml-alias'],
    ['*!', 'yaml-alias'],
    ['a: *\n', 'yaml-alias'],
    ['a: &x [*x]\n', 'yaml-alias'],
    ['a: *x\nb: &x 1\n', 'yaml-alias'],
  ])('makes one error of %j and nothing else', (text, code) => {
    const { tree, diagnostics } = parse(text);
    expect(tree).toBeNull();
    expect(diagnostics).toMatchObject([{ code, severity: 'error', path: '' }]);
    const [{ range, message } = { range: { start: 0, end: 0 }, message: '\n' }] = diagnostics;
    expect(range.start).toBeLessThan(range.end);
    expect(range.end).toBeLessThanOrEqual(text.length);
    expect(message).not.toContain('\n');
  });

  it('marks the characters at fault', () => {
    expect(faults('a: 1\nb: *nowhere\n')).toEqual([['yaml-alias', '*nowhere']]);
    expect(faults('a: 1\n? [k]\n: b\n')).toEqual([['yaml-syntax', '[k]']]);
  });

  it('reports a key that is there twice and keeps the last', () => {
    for (const text of ['a: 1\nb: 2\n"a": 3\n', '{"a": 1, "b": 2, "a": 3}']) {
      const { tree, diagnostics } = parse(text);
      expect(tree && plain(tree)).toEqual({ a: 3, b: 2 });
      expect(diagnostics).toMatchObject([
        { code: 'yaml-duplicate-key', path: 'a', range: { start: text.lastIndexOf('"a"') } },
      ]);
    }
  });

  it('gives the path of every key that is there twice', () => {
    for (const text of [
      '{"a": [{"b": 1, "b": 2}, {}, {"c": {"d": 1, "e": 2, "d": 3, "d": 4}}], "a": 0}',
      'a:\n- b: 1\n  b: 2\n- {}\n- c: {d: 1, e: 2, d: 3, d: 4}\na: 0\n',
    ]) {
      const paths = parse(text).diagnostics.map(({ path }) => path);
      expect(paths).toEqual(['a[0].b', 'a[2].c.d', 'a[2].c.d', 'a']);
    }
  });

  it.each([
    '---\n\uFEFFa: 1\nb: [x, "y"]\n',
    '---\r\n\uFEFFa: 1\r\nb: [x, "y"]\r\n',
    '--- # é\n\n\uFEFF\uFEFF# c\na: 1\nb: [x, "y"]\n',
    '%YAML 1.2\n---\n# c\n\uFEFFa: 1\nb: [x, "y"]\n',
    '\uFEFF---\n\uFEFF\n\uFEFFa: 1\nb: [x, "y"]\n',
    '---\n\uFEFF{"a": 1, "b": ["x", "y"]}',
  ])('reads over a byte order mark that joining files left behind a marker: %j', (text) => {
    expect(read(text)).toEqual({ a: 1, b: ['x', 'y'] });
    const { tree } = parse(text);
    expect(tree && slices(tree, text).map((slice) => slice.replaceAll('"', ''))).toEqual([
      'a',
      '1',
      'b',
      'x',
      'y',
    ]);
  });

  it('keeps a byte order mark inside of text', () => {
    expect(read('---\n"x\n\uFEFFy"\n')).toBe('x \uFEFFy');
  });

  it('resolves aliases, giving them the place where they stand', () => {
    const text = 'a: &x {k: v}\nb: *x\nc: [*x, &x 1, *x]\n*x : d\n';
    expect(read(text)).toEqual({ a: { k: 'v' }, b: { k: 'v' }, c: [{ k: 'v' }, 1, 1], 1: 'd' });
    const { tree } = parse(text);
    const alias = tree?.kind === 'map' ? tree.entries[1]?.value : undefined;
    expect(alias?.range).toEqual({ start: text.indexOf('*x'), end: text.indexOf('*x') + 2 });
  });

  it('resolves merge keys: what is written wins, then the first', () => {
    const anchors = 'a: &a {k: 1, l: 2}\nb: &b {k: 3, m: 4}\n';
    expect(
      read(`${anchors}c: {<<: *a, k: 0}\nd: {k: 0, <<: [*b, *a]}\ne: {<<: *b, <<: *a}\nf: {"<<": 1}\n`),
    ).toMatchObject({
      c: { k: 0, l: 2 },
      d: { k: 0, l: 2, m: 4 },
      e: { k: 3, l: 2, m: 4 },
      f: { '<<': 1 },
    });
  });

  it('refuses aliases that expand without bound, quickly', () => {
    const level = (n: number): string =>
      `a${String(n)}: &a${String(n)} [${`*a${String(n - 1)},`.repeat(9)}]\n`;
    const text = `a0: &a0 [x,x,x]\n${Array.from({ length: 30 }, (_, n) => level(n + 1)).join('')}`;
    const { tree, diagnostics } = parse(text);
    expect(tree).toBeNull();
    expect(diagnostics).toMatchObject([{ code: 'yaml-alias' }]);
  });

  it.each([
    ['flow lists', '['.repeat(20_000)],
    ['closed flow lists', `${'['.repeat(20_000)}${']'.repeat(20_000)}`],
    ['flow maps', '{"a":'.repeat(20_000)],
    ['block lists', `${'- '.repeat(20_000)}x`],
    ['keys', `${'? '.repeat(20_000)}x`],
    ['block maps', Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join('')],
  ])('refuses %s nested without bound', (_, text) => {
    expect(parse(text)).toMatchObject({ tree: null, diagnostics: [{ code: 'yaml-syntax' }] });
  });
});
