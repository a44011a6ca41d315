import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { Session } from '../engine';
import { newTally } from './droppedCounts';
import { projectText } from './project';
import { whitelistRoot } from './whitelist';

const secret = 's3cr3t';
const namespace = (metadata: string): string =>
  `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n${metadata}`;
const deployment = (spec: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n${spec}`;
const template = '  template:\n    metadata:\n      labels:\n        a: b\n';
const pod = (spec: string): string => `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n${spec}`;

const policy = (rest: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: a\nspec:\n  podSelector: {}\n${rest}`;

const mistaken = [
  policy(`  password: ${secret}\n`),
  policy(`  env:\n  - name: A\n    value: ${secret}\n`),
  policy(`  ingress:\n  - from:\n    - podSelector: {}\n      secretRef: {name: ${secret}}\n`),
  policy(`  ingress:\n  - form: []\n    credentials: [${secret}]\n`),
  policy(`stringData: {a: ${secret}}\n`),
  policy(`token: ${secret}\n`),

  namespace(`  lables:\n    team: ${secret}\n`),
  namespace(`  lables: {team: ${secret}}\n`),
  namespace(`  label: ${secret}\n  uid: x\n`),
  namespace(`  labels: ${secret}\n`),
  namespace(`  labels: |\n    ${secret}\n    b\n  uid: x\n`),
  namespace(`  labels:\n  - ${secret}\n  # of it\n  uid: x\n`),
  namespace(`  labels: [${secret}]\n`),
  namespace(`labels:\n  team: ${secret}\n`),
  namespace(`  labels: {team: a, env: {a: ${secret}}}\n`),
  namespace(`  labels:\n    team: a\n    env:\n      # why\n      a: ${secret}\n\n    b: c\n  uid: x\n`),
  `apiVersion: v1\nkind: Namespace\nmetadata:\n  - name: ${secret}\n`,
  deployment(`  templaet:\n    metadata:\n      labels:\n        a: ${secret}\n`),
  deployment(`  template:\n    metdata:\n      labels:\n        a: ${secret}\n`),
  deployment(`  selector:\n    spec: ${secret}\n${template}`),
  deployment(`  selector:\n    matchExpressions: ${secret}\n${template}`),
  deployment(`  replicas:\n  - ${secret}\n${template}`),
  pod(`  container:\n  - name: ${secret}\n`),
  pod(`  containers:\n  - ${secret}\n  - name: b\n`),
  pod(`  containers:\n  - name: b\n    prots:\n    - containerPort: ${secret}\n`),
  pod(`  containers:\n    name: ${secret}\n`),
  `apiVersion: batch/v1\nkind: CronJob\nmetadata:\n  name: a\nspec:\n  jobTemlpate:\n    spec: ${secret}\n`,
  `apiVersion: v1\nkind: Service\nmetadata:\n  name: a\nspec:\n  slector:\n    a: ${secret}\n  ports:\n  - port: 80\n`,
];

const joined = (...kinds: readonly string[]): string =>
  kinds
    .map(
      (kind) =>
        `apiVersion: v1\nkind: ${kind}\nmetadata: {name: a}\ndata:\n  a: ${secret}\nstringData: {b: ${secret}}\n`,
    )
    .join('');

const told = (text: string): unknown =>
  new Session()
    .analyze([{ id: 'a', name: 'a', text }], 'spec')
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);

describe('a mistake in an object of the cluster', () => {
  it.each(mistaken)('is still told: %j', (text) => {
    const { text: once } = projectText(text);
    expect(once).not.toContain(secret);
    expect(told(text)).not.toEqual([]);
    expect(told(once)).toEqual(told(text));
    expect(projectText(once)).toMatchObject({ text: once, dropped: { other: 0 } });
  });

  it.each(mistaken)('is the same however it is written: %j', (text) => {
    const value: unknown = parse(text);
    const kept = whitelistRoot(value, newTally());
    for (const written of [text, text.replaceAll('\n', '\r\n'), stringify(value), JSON.stringify(value)]) {
      expect(parse(projectText(written).text)).toEqual(kept);
    }
    const flow = stringify(value, { collectionStyle: 'flow' });
    expect(parse(projectText(`--- # flow\n${flow}`).text)).toEqual(kept);
  });

  it.each([namespace('  labels: web\n    team: a\n'), namespace('  labels:\n    env: *e\n')])(
    'of syntax stays one: %j',
    (text) => {
      expect(told(projectText(text).text)).toEqual(told(text));
    },
  );

  it.each([
    ['Secret', 'NetworkPolicy'],
    ['NetworkPolicy', 'Secret'],
    ['Secret', 'Secret'],
    ['Pod', 'Secret', 'Pod'],
  ])('of objects without a marker between them stays one: %s, %s', (...kinds) => {
    const text = joined(...kinds.filter((kind) => kind !== ''));
    const { text: once } = projectText(text);
    expect(once).not.toContain(secret);
    expect(told(once)).toEqual(told(text));
    expect(told(once)).toContain('missing-separator');
  });

  it.each(['1_000', '0b1', '0X1F', '0123', '1e3', '12e4567', 'web'])(
    'of a label without quotes is one where a document is written anew: %s',
    (value) => {
      const labels = `  labels: {a: ${value}}\n  annotations: &a {b: ${secret}}\n`;
      for (const text of [namespace(labels), policy('').replace('metadata:\n', `metadata:\n${labels}`)]) {
        const { text: once } = projectText(text);
        expect(told(once)).toEqual(told(text));
      }
    },
  );

  it('is not what may be a new field', () => {
    const text = pod('  containers: []\n  somethingEntirelyNew: {}\n');
    expect(projectText(text).text).toBe(pod('  containers: []\n'));
  });
});
