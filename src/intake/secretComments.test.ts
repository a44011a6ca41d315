import { describe, expect, it } from 'vitest';
import { projectText } from './project';
import { secretComments } from './secretComments';

const secret = 's3cr3t';
const policy = (...comments: readonly string[]): string =>
  [
    '# Who may call the shop: the front, with a token',
    'apiVersion: networking.k8s.io/v1',
    'kind: NetworkPolicy',
    'metadata: {name: allow}',
    'spec:',
    '  podSelector: {}',
    ...comments,
    '',
  ].join('\n');

describe('comments of a policy', () => {
  it.each([
    ['a Secret', ['# ---', '# apiVersion: v1', '# kind: Secret', '# stringData:', `#   p: ${secret}`]],
    ['a Secret in a block', ['# kind: Secret', '# data:', '#   a: |', `# -----BEGIN KEY ${secret}`]],
    ['a Secret with its data above', ['# data:', `#   p: ${secret}`, '# kind: Secret']],
    ['env', ['# env:', '# - name: P', `#   value: ${secret}`]],
    ['env in its place', ['  # env:', '  #   - name: P', '', `  #     value: ${secret}`]],
    ['args', ['#   args:', `#   - ${secret}`]],
    ['a value in flow style', [`#  - {name: P, value: ${secret}}`]],
    ['a command', [`# command: db --password ${secret}`]],
    ['a password', [`# password: ${secret}`]],
    ['a variable', [`# export DB_PASSWORD=${secret}`]],
    ['a token in a list', [`# - apiToken: ${secret}`]],
  ])('lose %s put out of use', (_, comments) => {
    const between = policy(...comments, '  ingress: []');
    for (const text of [policy(...comments), between, `${comments.join('\n')}\n${policy()}`]) {
      const projected = projectText(text);
      expect(projected.text).not.toContain(secret);
      expect(projected.text).toContain(policy());
      expect(projected.dropped.other).toBeGreaterThan(0);
      expect(projectText(projected.text).text).toBe(projected.text);
    }
    expect(projectText(between).text).toContain('\n  ingress: []\n');
  });

  it.each([
    ['peers', ['  # ingress:', '  # - from:', '  #   - podSelector: {matchLabels: {env: prod, token: x}}']],
    ['labels', ['# podSelector:', '#   matchLabels:', '#     env: prod', '#     token-type: "a b"']],
    ['labels at the end', ['#   from:', '#     matchLabels:', '#       secret: "yes"', '#   ports: []']],
    ['words', ['# data: all that the shop has', '# Secrets are elsewhere', '# kind: of odd', '#### x']],
    ['another policy', ['# ---', '# kind: NetworkPolicy', '# metadata: {name: a}', '# spec: {}']],
    ['an expression', ['# - {key: env, operator: In, values: [a]}', '# cidr: 10.0.0.0/8']],
  ])('stay word for word when they are %s', (_, comments) => {
    for (const text of [policy(...comments), policy(...comments, '  ingress: []')]) {
      expect(projectText(text).text).toBe(text);
    }
  });

  it('are looked through once', () => {
    const many = (text: string): string => text.repeat(50_000);
    expect(secretComments(many('# kind: Secret\n')).size).toBe(50_000);
    expect(secretComments(many('# - kind: Role\n# x\n')).size).toBeGreaterThan(50_000);
    expect(secretComments(`# ${many('{a ')}\n# ${many('- ')}\n# ${many('a ')}`).size).toBe(0);
  });
});
