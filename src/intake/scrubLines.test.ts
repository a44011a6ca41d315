import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { projectText } from './project';

const policy = (...selector: readonly string[]): string =>
  [
    'apiVersion: networking.k8s.io/v1',
    'kind: NetworkPolicy',
    'metadata:',
    '  name: a',
    'spec:',
    '  podSelector: {}',
    '  ingress:',
    '  - from:',
    ...selector.map((line) => `    ${line}`),
    '',
  ].join('\n');

const withLabels = (kind: string, ...labels: readonly string[]): string =>
  [`kind: ${kind}`, 'metadata:', '  name: a', '  labels:', ...labels.map((line) => `    ${line}`), ''].join(
    '\n',
  );

const unreadable = (text: string): boolean => {
  try {
    const document = parseDocument(text, { logLevel: 'silent' });
    document.toJS();
    return document.errors.length > 0;
  } catch {
    return true;
  }
};

describe('a mistake in labels', () => {
  it.each([
    policy('- namespaceSelector:', '    # team a', '    matchLabels:', '      env: prod', '       team: a'),
    policy('- podSelector: {matchLabels: {env: "prod, app: db}}'),
    policy('- podSelector:', '    matchLabels:', '      env: *p'),
    policy('- podSelector: {matchLabels: {env: *p}}'),
    withLabels('Pod', 'env: @prod'),
    withLabels('Namespace', 'env: prod', ' team: x'),
    'env: prod\n team: x\n',
  ])('stays: %j', (text) => {
    expect(unreadable(text)).toBe(true);
    expect(projectText(text).text).toBe(text);
  });
});

describe('what is cut out of a text that does not parse', () => {
  it('is also what kubectl describe prints', () => {
    const text = [
      'Name:             a',
      'Annotations:      vault: s3cr3t1',
      '                  more: s3cr3t2',
      'Containers:',
      '  c:',
      '    Image:  x',
      '    Command:',
      '      /bin/sh',
      '    Args:',
      '      --password=s3cr3t3',
      '    Environment:',
      '      FOO:          s3cr3t4',
      'Conditions:',
      '  Ready:          True',
      '',
    ].join('\n');
    const { text: kept } = projectText(text);
    expect(kept).not.toMatch(/s3cr3t|bin/);
    expect(kept).toMatch(/^Name: +a\nContainers:\n {2}c:\n {4}Image: {2}x\nConditions:\n {2}Ready: +True\n/);
  });

  const pod =
    'kind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n  - name: a\n    env:\n    - name: A\n      value: "s3cr3t\n';

  it.each([
    pod,
    `${pod}...\n`,
    `${pod}    ports: []\n`,
    'kind: Pod\nspec: {}\nmetadata:\n  labels: {}\n  annotations: {a: *b}\n  name: &a b\n',
  ])('leaves it broken: %j', (text) => {
    expect(unreadable(text)).toBe(true);
    const { text: once } = projectText(text);
    expect(once).not.toContain('s3cr3t');
    expect(unreadable(once)).toBe(true);
    expect(projectText(once).text).toBe(once);
  });

  it('is still what could be a secret, where labels are above it too', () => {
    const text = withLabels('Pod', 'env:', '- name: A', '  value: s3cr3t', 'a: @b');
    expect(projectText(text).text).not.toContain('s3cr3t');
  });
});
