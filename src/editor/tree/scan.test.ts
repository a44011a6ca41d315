import { describe, expect, it } from 'vitest';
import { generate } from '../../bench/generate';
import type { Found } from './head';
import { scan } from './scan';

const read = (text: string): readonly Found[] =>
  [...scan(text, 0, text.length, 0)].filter((entry) => !!entry);
const heads = (text: string): readonly string[] =>
  read(text).map(({ head: { kind, namespace, name, labels } }) => `${kind} ${namespace}/${name} ${labels}`);

describe('objects are found', () => {
  it('in every document, with quotes, comments and Windows line ends', () => {
    const text =
      '# mine\n---\nkind: Pod # a pod\nmetadata:\n  labels:\n    app: "web"\n    tier: \'db\' # deep\n  name: "a"\n  namespace: shop\n--- # next\n\nkind: Node\nmetadata: {name: n1, labels: {zone: a}}\n';
    const expected = ['Pod shop/a app=web tier=db', 'Node /n1 zone=a'];
    expect(heads(text)).toEqual(expected);
    expect(heads(text.replaceAll('\n', '\r\n'))).toEqual(expected);
  });

  it("below metadata only where it is the object's own", () => {
    const text =
      'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n    namespace: shop\n    ownerReferences:\n        - kind: ReplicaSet\n          name: other\n    name: web\nspec:\n    template:\n        metadata:\n            name: inner\n';
    expect(heads(text)).toEqual(['Deployment shop/web ']);
  });

  it('as items of a List, whatever the indentation, and of a list of one kind', () => {
    const items = '- kind: Pod\n  metadata:\n    name: a\n- metadata:\n    name: b\n';
    expect(heads(`apiVersion: v1\nitems:\n${items}kind: PodList\n`)).toEqual(['Pod /a ', 'Pod /b ']);
    expect(heads(`kind: PodList\nitems:\n  ${items.replaceAll('\n', '\n  ')}`)).toEqual([
      'Pod /a ',
      'Pod /b ',
    ]);
  });

  it('in JSON: each value, or the items of a List', () => {
    const value = { kind: 'Pod', metadata: { name: 'a', namespace: 'shop', labels: { app: '{"x"}' } } };
    const items = {
      kind: 'List',
      metadata: { items: [] },
      items: [value, { kind: 'Node', metadata: { name: 'n' } }],
    };
    expect(heads(JSON.stringify(items, null, 2))).toEqual(['Pod shop/a app={"x"}', 'Node /n ']);
    expect(heads(`${JSON.stringify(value)}\n${JSON.stringify(value)}`)).toHaveLength(2);
  });

  it('not in comments, and what cannot be read is one document at its line', () => {
    const found = read('# nothing\n---\n# only this\n---\n- a\n- b\n---\n{"kind": "Pod"\n');
    expect(found.map(({ head, line }) => [head.kind, line])).toEqual([
      ['', 4],
      ['', 7],
    ]);
  });
});

it('the text of an object is all that stands between the markers, or its item', () => {
  const text = 'kind: A\n---\n# its comment\nkind: B\n---\nitems:\n- kind: C\n- kind: D\nkind: List\n';
  expect(read(text).map(({ start, end }) => text.slice(start, end))).toEqual([
    'kind: A\n',
    '# its comment\nkind: B\n',
    '- kind: C\n',
    '- kind: D\n',
  ]);
});

it('a cluster of 10,000 pods is read', () => {
  const { cluster } = generate({ pods: 10_000, policies: 0, namespaces: 50, replicas: 5 }, 1);
  const found = read(cluster.text);
  expect(found).toHaveLength(10_050);
  expect(found.every(({ head }) => head.kind !== '' && head.name !== '')).toBe(true);
});
