import { expect, test } from 'vitest';
import { emptyPlaceAt } from './emptyPlace';

/** The place of the bar in a text. */
function at(text: string): ReturnType<typeof emptyPlaceAt> {
  const [before = '', after = ''] = text.split('|');
  const lines = before.split('\n');
  return emptyPlaceAt(lines.slice(0, -1), lines.at(-1) ?? '', after.split('\n').slice(1));
}

test('an empty file is the start of the first document', () => {
  expect(at('|')).toEqual({ kind: 'document', first: true });
  expect(at('# note\n\nDep|')).toEqual({ kind: 'document', first: true });
});

test('a blank line after a separator is the start of a later document', () => {
  expect(at('kind: Pod\n---\n|')).toEqual({ kind: 'document', first: false });
  expect(at('kind: Pod\n---\n|\n---\nkind: Pod\n')).toEqual({ kind: 'document', first: false });
  expect(at('---\n|')).toEqual({ kind: 'document', first: true });
});

test('below the last line a new document can follow', () => {
  expect(at('kind: Pod\n|')).toEqual({ kind: 'afterDocument' });
});

test('between lines of a document nothing new starts', () => {
  expect(at('kind: Pod\n|\nspec:\n')).toBeNull();
  expect(at('kind: P|')).toBeNull();
});

test('under a key without a value its fields can be written', () => {
  expect(at('kind: Pod\n---\nkind: NetworkPolicy\nspec:\n  |')).toEqual({
    kind: 'underKey',
    path: ['spec'],
    objectKind: 'NetworkPolicy',
    first: false,
  });
});

test('the kind may stand below', () => {
  expect(at('spec: # all\n  |\nkind: "Pod"\n')).toMatchObject({
    path: ['spec'],
    objectKind: 'Pod',
    first: true,
  });
});

test('the path goes through lists, whether or not they are indented', () => {
  const policy = 'kind: NetworkPolicy\nmetadata:\n  name: x\nspec:\n  podSelector: {}\n';
  expect(at(`${policy}  ingress:\n    - ports:\n        - port: 80\n      from:\n        |`)).toMatchObject({
    path: ['spec', 'ingress', 'from'],
  });
  expect(at(`${policy}  ingress:\n  - from:\n    - podSelector:\n        |`)).toMatchObject({
    path: ['spec', 'ingress', 'from', 'podSelector'],
  });
});

test('beside other fields, in another column or without a kind there is no empty place', () => {
  expect(at('kind: Pod\nspec:\n  |\n  hostNetwork: true\n')).toBeNull();
  expect(at('kind: Pod\nspec:\n  containers: []\n  |')).toBeNull();
  expect(at('kind: Pod\nspec:\n  containers:\n |')).toBeNull();
  expect(at('spec:\n  |')).toBeNull();
});
