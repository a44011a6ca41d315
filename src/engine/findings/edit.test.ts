import { describe, expect, it } from 'vitest';
import { parseDocument } from '../parse/parseDocument';
import { entryOf, type ListTree, type MapTree, type Tree } from '../parse/tree';
import {
  appendItem,
  appendTo,
  applyEdits,
  insertItem,
  joinItems,
  quoteScalar,
  removeEntry,
  removeItem,
  renameKey,
  replaceScalar,
  setEntry,
  Sheet,
  splitItem,
  type Edits,
} from './edit';

function treeOf(text: string): Tree {
  const tree = parseDocument(text, ({ message }) => {
    throw new Error(message);
  });
  if (tree === null) throw new Error('empty');
  return tree;
}

type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

function valueOf(tree: Tree): Value {
  if (tree.kind === 'scalar') return tree.value;
  if (tree.kind === 'list') return tree.items.map(valueOf);
  return Object.fromEntries(tree.entries.map(({ key, value }) => [key, valueOf(value)]));
}

const comments = (text: string): readonly string[] => text.match(/#.*/g) ?? [];

/** The node at a path such as `spec.ingress[0]`. */
function at(tree: Tree, path: string): Tree {
  let node = tree;
  for (const step of path.match(/[^.[\]]+/g) ?? []) {
    const next = node.kind === 'map' ? entryOf(node, step)?.value : undefined;
    const found = node.kind === 'list' ? node.items[Number(step)] : next;
    if (!found) throw new Error(`no ${step}`);
    node = found;
  }
  return node;
}

const mapAt = (tree: Tree, path: string): MapTree => {
  const node = at(tree, path);
  if (node.kind !== 'map') throw new Error('no map');
  return node;
};
const listAt = (tree: Tree, path: string): ListTree => {
  const node = at(tree, path);
  if (node.kind !== 'list') throw new Error('no list');
  return node;
};

/** What the edits make of the text; it still says what `says` says, and no comment is lost. */
function edited(text: string, edit: (sheet: Sheet, tree: Tree) => Edits | null, says?: Value): string {
  const tree = treeOf(text);
  const edits = edit(new Sheet(text, tree), tree);
  if (edits === null) return 'null';
  const after = applyEdits(text, edits);
  expect(comments(after)).toEqual(comments(text));
  if (says !== undefined) expect(valueOf(treeOf(after))).toEqual(says);
  else treeOf(after);
  return after;
}

describe('a new entry', () => {
  it('goes behind the last one, its comments and its lines', () => {
    const text = 'spec:\n  podSelector: # who\n    a: 1\n    # inner\n  # outer\nend: 1\n';
    expect(
      edited(text, (sheet, tree) => setEntry(sheet, mapAt(tree, 'spec'), 'x', ['Ingress', 'Egress'])),
    ).toBe(
      'spec:\n  podSelector: # who\n    a: 1\n    # inner\n  x:\n    - Ingress\n    - Egress\n  # outer\nend: 1\n',
    );
  });

  it('goes behind a named one', () => {
    const text = 'spec:\n  a: {}\n  b:\n  - 1\n';
    expect(
      edited(text, (sheet, tree) => setEntry(sheet, mapAt(tree, 'spec'), 'x', [{ k: 'v', l: ['1'] }], 'a')),
    ).toBe('spec:\n  a: {}\n  x:\n  - k: v\n    l:\n    - "1"\n  b:\n  - 1\n');
  });

  it('follows a text that has no last line break', () => {
    expect(edited('a:\n    b: 1', (sheet, tree) => setEntry(sheet, mapAt(tree, 'a'), 'c', { d: {} }))).toBe(
      'a:\n    b: 1\n    c:\n        d: {}',
    );
  });

  it('has the line breaks of the text', () => {
    const text = 'a:\r\n  b: 1 # x\r\nc: 2\r\n';
    expect(edited(text, (sheet, tree) => setEntry(sheet, mapAt(tree, 'a'), 'l', [1]))).toBe(
      'a:\r\n  b: 1 # x\r\n  l:\r\n    - 1\r\nc: 2\r\n',
    );
  });

  it('stays in braces', () => {
    expect(edited('a: {b: 1 }', (sheet, tree) => setEntry(sheet, mapAt(tree, 'a'), 'c', { d: ['x'] }))).toBe(
      'a: {b: 1, c: {d: [x]} }',
    );
    const json = '{\n  "a": {\n    "b": 1\n  }\n}\n';
    expect(edited(json, (sheet, tree) => setEntry(sheet, mapAt(tree, 'a'), 'c', ['x']))).toBe(
      '{\n  "a": {\n    "b": 1,\n    "c": ["x"]\n  }\n}\n',
    );
    expect(edited('{"a": {}}', (sheet, tree) => setEntry(sheet, mapAt(tree, 'a'), 'c', true))).toBe(
      '{"a": {"c": true}}',
    );
  });

  it('makes a block of empty braces, behind a key and behind a dash', () => {
    expect(
      edited('a: {} # all\nb: 1\n', (sheet, tree) => setEntry(sheet, mapAt(tree, 'a'), 'c', { d: 'x' })),
    ).toBe('a: # all\n  c:\n    d: x\nb: 1\n');
    expect(
      edited('- {} # all\n- a: 1\n', (sheet, tree) => setEntry(sheet, mapAt(tree, '[0]'), 'c', [1])),
    ).toBe('- c:\n    - 1 # all\n- a: 1\n');
  });

  it('takes the place of nothing, null and an empty list', () => {
    const list = [{ k: 1 }];
    for (const [before, after] of [
      ['a:\nb: 1\n', 'a:\n  - k: 1\nb: 1\n'],
      ['a: # c\nb: 1\n', 'a: # c\n  - k: 1\nb: 1\n'],
      ['a: null # c\n# d\nb: 1\n', 'a: # c\n  - k: 1\n# d\nb: 1\n'],
      ['a: [] # c', 'a: # c\n  - k: 1'],
      ['a: [\n  # c\n]\nb: 1\n', null],
      ['b: 1', 'b: 1\na:\n  - k: 1'],
      ['b: {a: }', null],
    ] as const) {
      if (after === null) continue;
      expect(edited(before, (sheet, tree) => appendTo(sheet, mapAt(tree, ''), 'a', { k: 1 }))).toBe(after);
      expect(edited(before, (sheet, tree) => setEntry(sheet, mapAt(tree, ''), 'a', list))).toBe(after);
    }
    expect(edited('b: {a: , c}', (sheet, tree) => appendTo(sheet, mapAt(tree, 'b'), 'a', 'x'))).toBe(
      'b: {a: [x] , c}',
    );
  });

  it('replaces a block, whose comment behind the key stays', () => {
    expect(
      edited('a: # c\n  - b\nd: 1\n', (sheet, tree) => setEntry(sheet, mapAt(tree, ''), 'a', { e: {} })),
    ).toBe('a: # c\n  e: {}\nd: 1\n');
    expect(edited('a: # c\n  - b\nd: 1\n', (sheet, tree) => setEntry(sheet, mapAt(tree, ''), 'a', 5))).toBe(
      'a: 5 # c\nd: 1\n',
    );
    expect(edited('a:\n- b\nd: 1\n', (sheet, tree) => setEntry(sheet, mapAt(tree, ''), 'a', []))).toBe(
      'a: []\nd: 1\n',
    );
  });

  it('is not put where something stands only through an alias or a merge key', () => {
    const text = 'x: &x\n  b: 1\na: *x\nc:\n  <<: *x\n';
    expect(edited(text, (sheet, tree) => setEntry(sheet, mapAt(tree, 'a'), 'k', 1))).toBe('null');
    expect(edited(text, (sheet, tree) => setEntry(sheet, mapAt(tree, 'c'), 'b', 1))).toBe('null');
    expect(edited(text, (sheet, tree) => setEntry(sheet, mapAt(tree, 'x'), 'k', 1))).toContain(
      '  b: 1\n  k: 1',
    );
  });
});

describe('a new item', () => {
  it('stands under the dashes there are', () => {
    for (const pad of ['', '  ', '    ']) {
      const text = `a:\n${pad}- b: 1 # one\n${pad}    # two\n# three\nc: 1\n`;
      expect(edited(text, (sheet, tree) => appendItem(sheet, listAt(tree, 'a'), { k: 1, l: {} }))).toBe(
        `a:\n${pad}- b: 1 # one\n${pad}    # two\n${pad}- k: 1\n${pad}  l: {}\n# three\nc: 1\n`,
      );
    }
  });

  it('follows an item without any character, and a list in a list', () => {
    expect(edited('a:\n  -\n', (sheet, tree) => appendTo(sheet, mapAt(tree, ''), 'a', 1))).toBe(
      'a:\n  -\n  - 1\n',
    );
    expect(edited('- - 1\n', (sheet, tree) => appendItem(sheet, listAt(tree, '[0]'), 2))).toBe(
      '- - 1\n  - 2\n',
    );
  });

  it('stays in brackets', () => {
    expect(edited('a: [Ingress]\n', (sheet, tree) => appendTo(sheet, mapAt(tree, ''), 'a', 'Egress'))).toBe(
      'a: [Ingress, Egress]\n',
    );
    expect(
      edited('a: [\n  x, # c\n  y # d\n]\n', (sheet, tree) => appendItem(sheet, listAt(tree, 'a'), 'z')),
    ).toBe('a: [\n  x, # c\n  y,\n  z # d\n]\n');
  });
});

describe('an item in front of another', () => {
  const inserted = (text: string, index: number): string =>
    edited(text, (sheet, tree) => insertItem(sheet, listAt(tree, 'a'), index, { k: 1 }));

  it('stands behind the item before it, or first', () => {
    expect(inserted('a:\n  # one\n  - b\n  # two\n  - c\n', 0)).toBe(
      'a:\n  # one\n  - k: 1\n  - b\n  # two\n  - c\n',
    );
    expect(inserted('a:\r\n- b\r\n# two\r\n- c', 1)).toBe('a:\r\n- b\r\n- k: 1\r\n# two\r\n- c');
  });

  it('stays in brackets', () => {
    expect(inserted('a: [b, c]', 0)).toBe('a: [{k: 1}, b, c]');
    expect(inserted('a: [b, c]', 1)).toBe('a: [b, {k: 1}, c]');
    expect(inserted('a: [\n  b, # x\n  c\n]', 1)).toBe('a: [\n  b, # x\n  {k: 1},\n  c\n]');
  });
});

describe('taking away', () => {
  it('takes the lines of an entry', () => {
    const text = 'a:\n  # one\n  b: # gone\n    c: 1\n\n  # two\n  d: 1\n';
    const tree = treeOf(text);
    const map = mapAt(tree, 'a');
    const entry = entryOf(map, 'b');
    const edits = entry && removeEntry(new Sheet(text, tree), map, entry);
    expect(applyEdits(text, edits ?? [])).toBe('a:\n  # one\n\n  # two\n  d: 1\n');
  });

  const removed = (text: string, path: string, key: string, says: Value): string =>
    edited(
      text,
      (sheet, tree) => {
        const map = mapAt(tree, path);
        const entry = entryOf(map, key);
        return entry ? removeEntry(sheet, map, entry) : null;
      },
      says,
    );

  it('lets the next entry take the place behind the dash', () => {
    expect(removed('- a:\n  b: 1\n', '[0]', 'a', [{ b: 1 }])).toBe('- b: 1\n');
    expect(removed('- a: # c\n  # d\n  b: 1\n', '[0]', 'a', [{ b: 1 }])).toContain('# c\n  # d\n  b: 1');
    expect(removed('- b: 1\n  a:\n- c\n', '[0]', 'a', [{ b: 1 }, 'c'])).toBe('- b: 1\n- c\n');
  });

  it('leaves empty braces', () => {
    expect(removed('- a: 1\n', '[0]', 'a', [{}])).toBe('- {}\n');
    expect(removed('x:\n  a: 1\ny: 1', 'x', 'a', { x: {}, y: 1 })).toBe('x: {}\ny: 1');
    expect(removed('x: {a: 1}', 'x', 'a', { x: {} })).toBe('x: {}');
  });

  it('takes a comma along', () => {
    expect(removed('x: {a: 1, b: 2, c: 3}', 'x', 'a', { x: { b: 2, c: 3 } })).toBe('x: {b: 2, c: 3}');
    expect(removed('x: {a: 1, b: 2, c: 3}', 'x', 'c', { x: { a: 1, b: 2 } })).toBe('x: {a: 1, b: 2}');
  });

  it('takes the lines of an item', () => {
    const without = (text: string, path: string, index: number): string =>
      edited(text, (sheet, tree) => removeItem(sheet, listAt(tree, path), index));
    expect(without('a:\n- b:\n    c: 1\n# x\n- d\n', 'a', 0)).toBe('a:\n# x\n- d\n');
    expect(without('a:\n  - b\n  - d', 'a', 1)).toBe('a:\n  - b');
    expect(without('a:\r\n  - b\r\n  - d', 'a', 1)).toBe('a:\r\n  - b');
    expect(without('a: # x\n  - b\nc: 1\n', 'a', 0)).toBe('a: [] # x\nc: 1\n');
    expect(without('a: [1, 2, 3]', 'a', 1)).toBe('a: [1, 3]');
    expect(without('a: [1, 2, 3]', 'a', 2)).toBe('a: [1, 2]');
    expect(without('a:\n  -\n    b: 1\n  - c\n', 'a', 0)).toBe('a:\n  - c\n');
  });
});

describe('dashes', () => {
  const joined = (text: string, says: Value): string =>
    edited(text, (sheet, tree) => joinItems(sheet, listAt(tree, 'from'), 0), says);
  const both = { from: [{ a: { x: '1' }, b: { y: '2' } }] };

  it('are joined by taking the second away', () => {
    expect(joined('from:\n  - a:\n      x: "1"\n  # and\n  - b: # c\n      y: "2"\n', both)).toBe(
      'from:\n  - a:\n      x: "1"\n  # and\n    b: # c\n      y: "2"\n',
    );
  });

  it('are joined however far the keys are from them', () => {
    joined('from:\n-   a:\n      x: "1"\n# and\n- b:\n      # in\n      y: "2"\n', both);
    joined('from:\n- a:\n    x: "1"\n-    b:\n\n      # in\n        y: "2"', both);
    joined('from:\n- a:\n    x: "1"\n-\n  b:\n    y: "2"', both);
    joined('from:\n- a:\n    x: "1"\n- # c\n   b:\n    y: "2"', both);
    joined('from:\r\n- a:\r\n    x: "1"\r\n- # c\r\n   b:\r\n    y: "2"', both);
  });

  it('are joined in brackets and braces', () => {
    expect(joined('from: [{a: {x: "1"}}, {b: {y: "2"}}]', both)).toBe('from: [{a: {x: "1"}, b: {y: "2"}}]');
    expect(joined('from:\n- {a: {x: "1"}}\n- {b: {y: "2"}}\n', both)).toBe(
      'from:\n- {a: {x: "1"}, b: {y: "2"}}\n',
    );
  });

  it('are not joined where both have the same key, or one is written in braces', () => {
    expect(joined('from:\n- a: 1\n- a: 2\n', null)).toBe('null');
    expect(joined('from:\n- a: 1\n- {b: 2}\n', null)).toBe('null');
    expect(joined('from:\n- a: 1\n', null)).toBe('null');
  });

  it('are made where one item becomes two', () => {
    const split = (text: string): string =>
      edited(
        text,
        (sheet, tree) => {
          const list = listAt(tree, 'from');
          const entry = entryOf(mapAt(list, '[0]'), 'b');
          return entry ? splitItem(sheet, list, 0, entry) : null;
        },
        { from: [{ a: 1 }, { b: { y: 2 } }] },
      );
    expect(split('from:\n  - a: 1\n    # c\n    b:\n      y: 2\n')).toBe(
      'from:\n  - a: 1\n    # c\n  - b:\n      y: 2\n',
    );
    expect(split('from:\n-  a: 1\n   b: {y: 2}\n')).toBe('from:\n-  a: 1\n-  b: {y: 2}\n');
    expect(split('from: [{a: 1, b: {y: 2}}]')).toBe('from: [{a: 1}, {b: {y: 2}}]');
    expect(split('from:\n  - {a: 1, b: {y: 2}}\n')).toBe('from:\n  - {a: 1}\n  - {b: {y: 2}}\n');
  });
});

describe('words', () => {
  const replaced = (text: string, path: string, value: string | number): string =>
    edited(text, (sheet, tree) => {
      const node = at(tree, path);
      return node.kind === 'scalar' ? replaceScalar(sheet, node, value) : null;
    });

  it('are quoted exactly where a reader would take them for something else', () => {
    for (const word of [
      'yes',
      'on',
      'N',
      'null',
      '80',
      '1.20',
      '0x1',
      '::/0',
      '- a',
      'a b',
      '',
      'a:',
      'é',
      '*',
    ]) {
      expect(replaced('a: 1', 'a', word)).toBe(`a: ${JSON.stringify(word)}`);
    }
    for (const word of ['web', 'kube-dns', 'kubernetes.io/metadata.name', '10.0.0.0/8', 'TCP', 'v1.2']) {
      expect(replaced('a: 1', 'a', word)).toBe(`a: ${word}`);
    }
  });

  it('take the place of others, in quotes where those were', () => {
    expect(replaced('a: "x" # c\n', 'a', 'y')).toBe('a: "y" # c\n');
    expect(replaced('{"a": 1}', 'a', 'y')).toBe('{"a": "y"}');
    expect(replaced('a: # c\nb: 1', 'a', 7)).toBe('a: 7 # c\nb: 1');
    expect(replaced('x: &x y\na: *x\n', 'a', 'z')).toBe('x: &x y\na: z\n');
  });

  it('become strings, as they are written', () => {
    const text = 'a: 1.20 # c\nb: yes\n';
    expect(
      edited(
        text,
        (sheet, tree) => {
          const node = at(tree, 'a');
          return node.kind === 'scalar' ? quoteScalar(sheet, node) : null;
        },
        { a: '1.20', b: 'yes' },
      ),
    ).toBe('a: "1.20" # c\nb: yes\n');
  });

  it('are renamed as keys', () => {
    const renamed = (text: string): string =>
      edited(text, (sheet, tree) => {
        const [entry] = mapAt(tree, '').entries;
        return entry ? renameKey(sheet, entry, 'from') : null;
      });
    expect(renamed('form: # c\n- 1\n')).toBe('from: # c\n- 1\n');
    expect(renamed('{"form": 1}')).toBe('{"from": 1}');
  });
});

it('edits an item of a list that was cut out of its list', () => {
  const text = '  - apiVersion: v1\n    spec:\n      ingress:\n      - from: []\n';
  expect(
    edited(text, (sheet, tree) => appendTo(sheet, mapAt(tree, '[0].spec'), 'ingress', { ports: [{}] })),
  ).toBe('  - apiVersion: v1\n    spec:\n      ingress:\n      - from: []\n      - ports:\n        - {}\n');
});
