import { expect, test, describe } from 'vitest';
import { Session, type Answer } from '../../engine';
import { readImport, type Imported, type Source } from '../readImport';
import { asKubectlYaml, clusterObjects, listOf, secret } from './clusterDump.test-data';

const read = (...sources: readonly Source[]): Promise<Imported> => readImport(sources, () => undefined);
const textOf = (name: string, text: string): Source => ({ name, text });

function answerOf(files: readonly { readonly name: string; readonly text: string }[]): Answer {
  return new Session().analyze(
    files.map(({ name, text }) => ({ id: name, name, text })),
    'spec',
  );
}

/** What of an answer must not depend on how the objects were written. */
function verdicts(answer: Answer): unknown {
  const { topology, picture, receipt, policies } = answer;
  const { entities, namespaces, cluster } = topology;
  const cells = Array.from(picture.tones, (tone, cell) => {
    const text = picture.portTexts[picture.ports[cell] ?? 0];
    return `${String(tone)} ${String(text)} ${String(picture.passing[cell])} ${String(picture.unknown[cell])}`;
  });
  return {
    entities,
    namespaces,
    cluster,
    cells,
    locks: [...picture.locks],
    sum: picture.sum,
    used: receipt.used,
    completed: receipt.completedPods,
    inferred: receipt.inferredNamespaces,
    rejected: receipt.rejected.map(({ kind }) => kind),
    unsupported: receipt.unsupported.map(({ kind, name }) => [kind, name]),
    policies: policies.map(({ id }) => id).toSorted(),
  };
}

const objects = clusterObjects();
const yaml = asKubectlYaml(listOf(objects));
const writings: readonly (readonly [string, string])[] = [
  ['a list as kubectl prints it', yaml],
  ['with Windows line ends', yaml.replaceAll('\n', '\r\n')],
  ['documents', objects.map(asKubectlYaml).join('---\n')],
  ['JSON', JSON.stringify(listOf(objects), null, 4)],
  ['JSON on one line', JSON.stringify(listOf(objects))],
  ['JSON values after each other', objects.map((object) => JSON.stringify(object, null, 2)).join('\n')],
  ['with items further right', asKubectlYaml(listOf(objects)).replace(/^(?=[- ])/gm, '  ')],
  ['with a comment in each object', yaml.replaceAll('\n    name:', '\n    # the name\n    name:')],
  ['JSON as jq prints the items', JSON.stringify(objects, null, 2)],
  ['below a warning', `Warning: v1 ComponentStatus is deprecated in v1.19+\n${yaml}`],
  ['JSON below a warning', `Warning: v1 Endpoints is deprecated\n${JSON.stringify(listOf(objects))}`],
];

test('what kubectl was refused is missing, and that is told', async () => {
  const refused = 'Error from server (Forbidden): pods is forbidden: User "a" cannot list\n';
  const { dump } = await read(textOf('dump', refused + yaml));
  expect(dump).toMatchObject({ unreadable: 1, kept: (await read(textOf('dump', yaml))).dump?.kept });
});

test('more files than anybody wants as tabs become two', async () => {
  const many = objects.map((object, index) => textOf(`${String(index)}.json`, JSON.stringify(object)));
  const { files } = await read(...many);
  expect(files.map(({ name }) => name)).toEqual(['policies.yaml', 'cluster.yaml']);
  expect(verdicts(answerOf(files))).toEqual(verdicts(answerOf([{ name: 'a.yaml', text: yaml }])));
});

test('what is told while a cluster is read are the documents of its files, and when those were all', async () => {
  const kept: (string | null)[] = [];
  const { files } = await readImport(
    [{ name: 'a.yaml', text: `${yaml}${'#\n'.repeat(200_000)}` }],
    () => undefined,
    null,
    (text) => kept.push(text),
  );
  const documents = files.flatMap(({ text }) => text.split(/^---\n/m).map((each) => `---\n${each}`));
  expect(kept.length).toBeGreaterThan(20);
  expect(kept.pop()).toBeNull();
  expect(kept.toSorted()).toEqual(documents.toSorted());
});

describe('a cluster becomes two files that say the same', () => {
  const answer = answerOf([{ name: 'a.yaml', text: yaml }]);
  const original = verdicts(answer);

  test('the cluster has something to say', () => {
    expect(answer.topology.entities.length).toBeGreaterThan(20);
    expect(new Set(answer.picture.tones).size).toBeGreaterThan(4);
    expect(answer.receipt.completedPods).toBeGreaterThan(0);
  });

  test.each(writings)('%s', async (_, text) => {
    const { files, dump, refused } = await read(textOf('dump', text));
    expect(files.map(({ name }) => name)).toEqual(['policies.yaml', 'cluster.yaml']);
    expect(refused).toEqual([]);
    expect(dump).toMatchObject({ unreadable: 0, broken: 0 });
    expect(JSON.stringify([files, dump])).not.toContain(secret);
    expect(verdicts(answerOf(files))).toEqual(original);
  });
});

describe('the two files', () => {
  const padding = asKubectlYaml(listOf(objects.filter(({ kind }) => kind === 'Pod')));
  const dumpOf = async (text: string): Promise<Readonly<Record<string, string>>> => {
    const { files } = await read(textOf('dump', `${padding}---\n${text}`));
    return Object.fromEntries(files.map((file) => [file.name, file.text]));
  };

  test('hold policies as they were written, with their comments', async () => {
    const policy = '# who may\nkind: NetworkPolicy\nmetadata: {name: a} # its name\nspec:\n  prots: []\n';
    expect((await dumpOf(policy))['policies.yaml']).toBe(policy);
    const item = `items:\n# who may\n- ${policy.split('\n').slice(1, -1).join('\n  ')}\nkind: List\n`;
    expect((await dumpOf(item))['policies.yaml']).toBe(policy);
  });

  test('hold of an object that is there twice what was said last', async () => {
    const twice = (app: string): string =>
      `kind: Pod\nmetadata:\n  name: twice\n  labels:\n    app: ${app}\n`;
    const text = (await dumpOf(`${twice('first')}---\n${twice('second')}`))['cluster.yaml'];
    const again = await read(textOf('a', yaml), textOf('b', yaml));
    expect(again.dump?.kept).toEqual((await read(textOf('a', yaml))).dump?.kept);
    expect(again.files).toEqual((await read(textOf('a', yaml))).files);
    expect(text).toContain(twice('second'));
    expect(text).not.toContain('first');
  });

  test.each([
    ['before its items', 'apiVersion: v1\nkind: PodList\nitems:\n- metadata:\n    name: odd\n'],
    ['behind its items', 'items:\n- metadata:\n    name: odd\nkind: PodList\napiVersion: v1\n'],
    ['in JSON', '{"items":[{"metadata":{"name":"odd"}}],"kind":"PodList","apiVersion":"v1"}'],
  ])('hold items that leave it to their list to say what they are, %s', async (_, list) => {
    const text = (await dumpOf(list))['cluster.yaml'] ?? '';
    const odd = text.split('---\n').find((document) => document.includes('odd'));
    expect(odd?.split('\n').toSorted()).toEqual([
      '',
      '  name: odd',
      'apiVersion: v1',
      'kind: Pod',
      'metadata:',
    ]);
  });

  test('never lose a policy to a mistake in the indentation', async () => {
    const list =
      'items:\n- kind: ConfigMap\n  metadata:\n    name: a\n  - kind: NetworkPolicy\n    spec: {}\nkind: List\n';
    const { files, dump } = await read(textOf('dump', `${padding}---\n${list}`));
    expect(dump?.unreadable).toBe(1);
    const { receipt } = answerOf(files);
    expect(receipt.rejected.map(({ kind }) => kind)).toEqual(['NetworkPolicy']);
  });

  test('do not take what has items for a list', async () => {
    const { files, dump } = await read(
      textOf('dump', `${padding}---\nitems:\n- kind: NetworkPolicy\nkind: ConfigMap\napiVersion: v1\n`),
    );
    expect(dump?.leftOut).toContainEqual({ kind: 'ConfigMap', count: 1 });
    expect(files.map(({ name }) => name)).toEqual(['cluster.yaml']);
  });
});
