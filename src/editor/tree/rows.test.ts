import { describe, expect, it } from 'vitest';
import { filterObjects, needsText } from './filter';
import { ancestorKeys, groupObjects } from './grouping';
import type { Head } from './head';
import { indexOf } from './objectIndex';
import { flatten, type Row } from './rows';
import { scan } from './scan';
import { keyEffect, rowTitle, typeahead } from './treeKeys';

let id = 0;
const head = (kind: string, namespace: string, name: string, labels = ''): Head => ({
  id: ++id,
  kind,
  namespace,
  name,
  labels,
});

const heads = [
  head('Namespace', '', 'shop'),
  head('Pod', 'shop', 'web-10', 'app=web tier=front'),
  head('Pod', 'shop', 'web-2', 'app=web tier=front'),
  head('Service', 'shop', 'web'),
  head('Deployment', 'bank', 'ledger', 'app=ledger'),
  head('Pod', '', 'lost'),
  head('', '', ''),
];

const titles = (rows: readonly Row[]): readonly string[] =>
  rows.map((row) => `${'  '.repeat(row.level - 1)}${rowTitle(row)}`);

describe('the tree', () => {
  it('shows namespaces with their counts, and first what belongs to none', () => {
    const groups = groupObjects(heads);
    expect(groups.map(({ title, size, counts }) => [title, size, counts])).toEqual([
      ['Not recognised', 1, ''],
      ['Cluster-wide', 1, ''],
      ['bank', 1, '1 workload'],
      ['default', 1, '1 pod'],
      ['shop', 3, '2 pods, 1 service'],
    ]);
  });

  it('opens to kinds and objects, numbers sorted as numbers', () => {
    const open = new Set(heads.slice(1, 2).flatMap(ancestorKeys));
    const rows = flatten(groupObjects(heads, [1, 2, 3]), heads, (key) => open.has(key));
    expect(titles(rows)).toEqual(['shop', '  Pod', '    web-2', '    web-10', '  Service']);
    expect(rows.map(({ setSize, positionInSet }) => [setSize, positionInSet])).toEqual([
      [1, 1],
      [2, 1],
      [2, 1],
      [2, 2],
      [2, 2],
    ]);
  });

  it('holds documents that cannot be read directly below their group', () => {
    const rows = flatten(groupObjects(heads, [6]), heads, () => true);
    expect(rows.map(({ type, level }) => [type, level])).toEqual([
      ['namespace', 1],
      ['object', 2],
    ]);
  });
});

describe('keys', () => {
  const all = flatten(groupObjects(heads, [1, 2, 3]), heads, () => true); // shop, Pod, web-2, web-10, Service, web
  const closed = flatten(groupObjects(heads), heads, () => false);
  const press = (key: string, index: number, rows = all): unknown => keyEffect(key, rows, index, 4);

  it('go from row to row and stay inside', () => {
    expect(press('ArrowDown', 0)).toEqual({ kind: 'focus', index: 1 });
    expect(press('ArrowDown', 5)).toEqual({ kind: 'focus', index: 5 });
    expect(press('ArrowUp', 0)).toEqual({ kind: 'focus', index: 0 });
    expect(press('End', 0)).toEqual({ kind: 'focus', index: 5 });
    expect(press('Home', 5)).toEqual({ kind: 'focus', index: 0 });
    expect(press('PageDown', 0)).toEqual({ kind: 'focus', index: 4 });
  });

  it('open and close groups, and go in and out of them', () => {
    expect(press('ArrowRight', 2, closed)).toMatchObject({ kind: 'expand', key: closed[2]?.key });
    expect(press('ArrowRight', 0)).toEqual({ kind: 'focus', index: 1 });
    expect(press('ArrowRight', 2)).toBeNull();
    expect(press('ArrowLeft', 1)).toMatchObject({ kind: 'collapse', key: all[1]?.key });
    expect(press('ArrowLeft', 3)).toEqual({ kind: 'focus', index: 1 });
    expect(press('ArrowLeft', 2, closed)).toBeNull();
    expect(press('*', 0, closed)).toEqual({ kind: 'expandSiblings', keys: closed.map(({ key }) => key) });
  });

  it('find rows by their first letters, going round', () => {
    expect(typeahead('w', all, 2)).toBe(3);
    expect(typeahead('w', all, 3)).toBe(5);
    expect(typeahead('w', all, 5)).toBe(2);
    expect(typeahead('web-1', all, 2)).toBe(3);
    expect(typeahead('S', all, 0)).toBe(4);
    expect(typeahead('x', all, 0)).toBe(-1);
  });
});

describe('search', () => {
  it('takes objects that have every word in kind, namespace, name or labels', () => {
    expect(filterObjects('', heads, null)).toBeNull();
    expect(filterObjects('pod SHOP', heads, null)).toEqual([1, 2]);
    expect(filterObjects('web-10', heads, null)).toEqual([1]);
    expect(filterObjects('front', heads, null)).toEqual([1, 2]);
    expect(filterObjects('shop nothing', heads, null)).toEqual([]);
  });

  it('looks for key=value in the text, in YAML and JSON', () => {
    const text =
      'kind: A\nspec:\n  clusterIP: "10.0.0.1"\n---\nkind: B\nspec: {clusterIP: 10.0.0.2}\n---\n{"kind": "C", "clusterIP": "10.0.0.1"}\n---\nkind: D\nmyclusterIP: 10.0.0.1\n';
    const index = indexOf([...scan(text, 0, text.length, 0)].filter((entry) => !!entry));
    const find = (query: string): unknown => filterObjects(query, index.heads, { index, text });
    expect(needsText('web tier=db')).toBe(true);
    expect(needsText('web')).toBe(false);
    expect(find('clusterip=10.0.0.1')).toEqual([0, 2]);
    expect(find('clusterIP=10.')).toEqual([0, 1, 2]);
    expect(find('b clusterIP=10.')).toEqual([1]);
    expect(find('clusterIP=(')).toEqual([]);
  });
});
