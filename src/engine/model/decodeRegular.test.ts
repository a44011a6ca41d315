import { describe, expect, it } from 'vitest';
import { random } from '../../bench/generate';
import { kubectlObjects, kubectlPods } from '../parse/regular/kubectl.test-data';
import { kubectlYaml, type Value } from '../parse/regular/kubectlYaml.test-data';
import { slips } from '../parse/regular/slips.test-data';
import { decodeThoroughly } from './decodeDocument';
import { decodeRegular } from './decodeRegular';

/** One item of a list, as it stands in it. */
function asItem(text: string, column: number): string {
  const blanks = ' '.repeat(column);
  return `${blanks}- ${text.trimEnd().replaceAll('\n', `\n${blanks}  `).replace(/ +$/gm, '')}\n`;
}

/** Whether it was read; if so, as the real parser reads it. */
function checked(text: string, part: 'document' | 'item'): boolean {
  const read = decodeRegular(text, part);
  if (read !== null) expect(read, text).toEqual(decodeThoroughly(text, part));
  return read !== null;
}

describe('what kubectl prints', () => {
  const texts = kubectlObjects(420, 1).map((object) => kubectlYaml(object));

  it('is read whole and as the real parser reads it', () => {
    for (const text of texts) expect(checked(text, 'document'), text).toBe(true);
  });

  it('is read as an item of a list, in any column', () => {
    for (const [index, text] of texts.entries()) {
      expect(checked(asItem(text, (index % 2) * 2), 'item'), text).toBe(true);
    }
  });

  it('may follow a marker, and need not end with a line break', () => {
    for (const text of texts.slice(0, 60)) expect(checked(`---\n${text.trimEnd()}`, 'document')).toBe(true);
  });

  it('is read the same whatever was read before', () => {
    const pods = kubectlPods(40, 4, 2).map((pod) => kubectlYaml(pod));
    const forth = pods.map((text) => decodeRegular(text, 'document'));
    const back = pods.toReversed().map((text) => decodeRegular(text, 'document'));
    expect(back.toReversed()).toEqual(forth);
  });
});

describe('what the server refuses or takes otherwise', () => {
  const service = (ports: string, name = 'a'): string =>
    `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${name}\nspec:\n  ports:\n${ports}`;
  const port = (name: string, number: number): string =>
    `  - ${name === '' ? '' : `name: ${name}\n    `}port: ${String(number)}\n`;
  const job = (spec: string): string =>
    `apiVersion: batch/v1\nkind: Job\nmetadata:\n  name: a\nspec:\n${spec}  template:\n    metadata:\n      labels:\n        app: x\n        controller-uid: u\n    spec:\n      nodeName: node-1\n`;
  const container = (ports: string): string =>
    `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n  - name: a\n    ports:\n${ports}`;
  const selector = (label: string): string => `  selector:\n    matchLabels:\n      ${label}\n`;

  it.each([
    [service(port('a', 80) + port('b', 81)), true],
    [service(port('""', 80)), false],
    [service(port('', 80)), true],
    [service(port('', 80) + port('b', 81)), false],
    [service(port('a', 80) + port('', 81)), false],
    [service(port('a', 80) + port('a', 81)), false],
    [service(port('a', 80) + port('b', 80)), false],
    [service(port('a.b', 80)), false],
    [service(port('', 80), '1a'), false],
    [service(port('', 80), 'a.b'), false],
    [container('    - containerPort: 80\n      name: a\n    - containerPort: 81\n      name: b\n'), true],
    [container('    - containerPort: 80\n      name: a\n    - containerPort: 81\n      name: a\n'), false],
    [job(''), true],
    [job('  manualSelector: false\n'), true],
    [job('  completionMode: Indexed\n'), true],
    [job('  completionMode: 1\n'), false],
    [job(selector('controller-uid: u')), true],
    [job(`  manualSelector: true\n${selector('app: x')}`), false],
    [job(selector('app: x')), false],
  ])('is left to the real parser: %j', (text, isRead) => {
    expect(checked(text, 'document')).toBe(isRead);
    expect(checked(asItem(text, 0), 'item')).toBe(isRead);
  });
});

describe('what is like what was read before', () => {
  const pod = (args: string): string =>
    `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n  - args:\n${args}    name: a\n`;
  const two = '    - a-long-argument-of-a-program\n    - another-long-argument\n';

  it.each([
    ['goes on with another item', two, `${two}    - a-third\n`],
    ['goes on in another line', two, `${two}      with more words\n`],
    ['ends sooner', `${two}    - a-third\n`, two],
    ['is indented otherwise', two, two.replaceAll('    -', '      -')],
  ])('is read also when it %s', (_, before, after) => {
    for (const args of [before, before, after, after])
      expect(checked(pod(args), 'document'), args).toBe(true);
  });
});

describe('an empty protocol', () => {
  it.each([
    'kind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n  - name: a\n    ports:\n    - containerPort: 80\n',
    'kind: Service\nmetadata:\n  name: a\nspec:\n  ports:\n    - port: 80\n',
  ])('is left to the real parser, to which it is none', (lines) => {
    const text = (protocol: string): string => `apiVersion: v1\n${lines}      protocol: ${protocol}\n`;
    expect(checked(text('UDP'), 'document')).toBe(true);
    expect(checked(text('""'), 'document')).toBe(false);
    expect(decodeThoroughly(text('""'), 'document').objects).toMatchObject([
      { ports: [{ protocol: 'TCP' }] },
    ]);
  });
});

describe('any other text', () => {
  it.each([
    ['a comment', 'metadata:\n', '# note\nmetadata:\n'],
    ['an anchor', 'name: a\n', 'name: &x a\n'],
    ['a tag', 'name: a\n', 'name: !!str a\n'],
    ['flow style', 'app: a\n', 'app: [a]\n'],
    ['a duplicate key', 'name: a\n', 'name: a\n  name: a\n'],
    ['a duplicate key further up', 'labels:\n', 'name: b\n  labels:\n'],
    ['a duplicate key in what is not read', '    b: c\n', '    b: c\n    a: c\n    b: c\n'],
    ['an unknown field', 'labels:\n', 'lables:\n'],
    ['a misspelt field of a spec', 'hostNetwork:', 'hostnetwork:'],
    ['a number for a string', 'app: a\n', 'app: 1\n'],
    ['a word of YAML 1.1', 'app: a\n', 'app: yes\n'],
    ['a number of YAML 1.1', 'app: a\n', 'app: 0_1\n'],
    ['null', 'app: a\n', 'app:\n'],
    ['an invalid name', 'name: a\n', 'name: A\n'],
    ['an invalid label', 'app: a\n', 'app: -a\n'],
    ['an invalid annotation', 'a: b\n', 'a/b/c: d\n'],
    ['a key that is null', '    b: c\n', '    null: c\n'],
    ['a key twice in two spellings', '    b: c\n', '    True: c\n    true: c\n'],
    ['a number as a key', '    b: c\n', '    1: c\n'],
    ['a merge key', '    b: c\n', '    <<: c\n'],
    ['a tab', 'app: a\n', 'app:\ta\n'],
    ['odd indentation', '    b: c\n', '    b: c\n   c: d\n'],
    ['a Windows line end', 'kind: Pod\n', 'kind: Pod\r\n'],
    ['a second document', 'kind: Pod\n', 'kind: Pod\n---\n'],
    ['a string where a boolean is wanted', 'hostNetwork: true', 'hostNetwork: "true"'],
    ['a colon in plain text', 'b: c\n', 'b: c: d\n'],
    ['an escape YAML does not have', 'b: c\n', 'b: "\\y"\n'],
  ])('such as %s is left to the real parser', (_, from, to) => {
    const plain =
      'apiVersion: v1\nkind: Pod\nmetadata:\n  annotations:\n    a: b\n  labels:\n    app: a\n  name: a\nspec:\n  affinity:\n    b: c\n  hostNetwork: true\n';
    expect(checked(plain, 'document')).toBe(true);
    expect(plain).toContain(from);
    expect(decodeRegular(plain.replace(from, to), 'document')).toBeNull();
  });

  it('that is read is read as the real parser reads it', () => {
    const next = random(3);
    let read = 0;
    let tried = 0;
    for (const object of kubectlObjects(700, 4)) {
      const text = kubectlYaml(thinned(object, next));
      for (let round = 0; round < 30; round++) {
        // So that it is remembered, where something is.
        decodeRegular(text, 'document');
        const slipped = slips(text, 1 + next(2), next);
        const isItem = next(4) === 0;
        if (checked(isItem ? asItem(slipped, next(3)) : slipped, isItem ? 'item' : 'document')) read++;
        tried++;
      }
    }
    // Neither everything nor nothing, or this would say little.
    expect(read).toBeGreaterThan(tried / 20);
    expect(read).toBeLessThan(tried / 2);
  }, 60_000);
});

const needed = new Set(['apiVersion', 'kind', 'metadata', 'name', 'spec', 'template', 'jobTemplate']);

/** The same object with fewer fields, so that slips hit all of them. */
function thinned(value: Value, next: (below: number) => number): Value {
  if (Array.isArray(value)) {
    const items: readonly Value[] = value;
    return items.slice(0, 2).map((item) => thinned(item, next));
  }
  if (value === null || typeof value !== 'object') return value;
  const kept = Object.entries(value).filter(([key]) => needed.has(key) || next(3) === 0);
  return Object.fromEntries(kept.map(([key, item]) => [key, thinned(item, next)]));
}
