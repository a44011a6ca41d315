import { describe, expect, it } from 'vitest';
import { Session, type Comparison } from '../engine';
import { diffLines, differs, type DiffFormat } from './diff';

const pod = (name: string): string => `apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: x, labels: {app: ${name}}}
---
`;
const policy = (ports: string): string => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: to-b, namespace: x}
spec: {podSelector: {matchLabels: {app: b}}, ingress: [{from: [{podSelector: {}}], ports: [${ports}]}]}
---
`;
const compared = (before: string, after: string, rows = Infinity): Comparison => {
  const sessions = [before, after].map((text) => {
    const session = new Session();
    session.analyze([{ id: 'a', name: 'a', text }], 'spec');
    return session;
  });
  const [from, to] = sessions;
  const comparison = from && to?.compareWith(from, rows);
  if (!comparison) throw new Error('nothing to compare');
  return comparison;
};
const written = (comparison: Comparison, format: DiffFormat): string =>
  [...diffLines(comparison, format)].join('\n');

const base = pod('a') + pod('b');
const changed = compared(
  base + policy('{port: 80}'),
  `${base}${pod('c')}${policy('{port: 80}, {port: 81}')}`,
);

describe('a diff', () => {
  it('is valid JSON with every changed pair, its ports before and after, and the policies that made it', () => {
    const read = JSON.parse(written(changed, 'json')) as Record<string, unknown>;
    expect(read).toMatchObject({
      counts: { opened: 0, closed: 0, widened: 1, narrowed: 0, exchanged: 0, unsure: 0 },
      workloads: { added: 1, removed: 0, altered: 0 },
      widened: [
        {
          from: { kind: 'Pod', namespace: 'x', name: 'a' },
          to: { kind: 'Pod', namespace: 'x', name: 'b' },
          before: { allowed: { TCP: [[80, 80]] } },
          after: { allowed: { TCP: [[80, 81]] } },
          policies: ['x/to-b'],
        },
      ],
      policies: [{ change: 'edited', kind: 'NetworkPolicy', namespace: 'x', name: 'to-b' }],
    });
  });

  it('as text has a line for each pair, workload and policy', () => {
    const lines = written(changed, 'text').split('\n');
    expect(lines.filter((line) => line.includes('=>'))).toEqual([
      '  x/a[Pod] => x/b[Pod] : TCP 80 -> TCP 80–81 (x/to-b)',
    ]);
    expect(lines).toContain('  Pod/x/c');
    expect(lines).toContain('  edited NetworkPolicy x/to-b');
  });

  it('as Markdown is a table, folded away when it is long', () => {
    expect(written(changed, 'md')).not.toContain('<details>');
    expect(written(changed, 'md')).toContain(
      '| with more ports | `x/a` | `x/b` | TCP 80 | TCP 80–81 | `x/to-b` |',
    );
    const many = Array.from({ length: 7 }, (_, index) => pod(`p${String(index)}`)).join('');
    const shut = policy('{port: 80}').replace('{matchLabels: {app: b}}', '{}');
    const long = written(compared(many, many + shut, 20), 'md');
    // 7 × 6 pairs inside and 7 from outside.
    expect(long).toContain('7 closed, 42 with fewer ports');
    expect(long.split('\n').filter((line) => /^\| (?:closed|with fewer ports)/.test(line))).toHaveLength(27);
    expect(long).toContain('and 22 more');
    expect(long).not.toContain('<details>');
    expect(written(compared(many, many + shut), 'md')).toContain('</details>');
  });

  it('keeps names that no policy may have in their cell, and tells of one without a name', () => {
    const odd = base + policy('{port: 80}').replace('to-b', '"a|`b"');
    expect(written(compared(base, odd), 'md')).toContain("| `x/a\\|'b` |");
    const nameless = base + policy('{port: 80}').replace('name: to-b, ', '');
    expect(written(compared(base, nameless), 'text')).toContain('added NetworkPolicy x/(nameless)');
  });

  it('differs when connections or workloads do, not when a policy says the same in other words', () => {
    const same = compared(base + policy('{port: 80}'), base + policy('{port: 80}, {port: 80}'));
    expect([differs(changed), differs(same), same.policies.length]).toEqual([true, false, 1]);
    expect(differs(compared(base, base + pod('c')))).toBe(true);
    expect(JSON.parse(written(same, 'json'))).toMatchObject({ opened: [], closed: [] });
  });
});
