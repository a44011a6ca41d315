import { expect, it } from 'vitest';
import { applyFix, findingsOfCode, markedIn } from '../find.testing';
import { pod, policy, verdict } from './manifests.testing';

const code = 'end-port';
const pods = pod('shop', 'web') + pod('shop', 'client');
const range = (name: string, port: string): string =>
  policy('shop', name, 'web', `ingress:\n  - ports:\n      - ${port}\n      - port: 9000`);

it('is found once, and a short range can be listed', () => {
  const text = range('a', '{port: 8080, endPort: 8082} # three') + pods;
  const [finding] = findingsOfCode(text, code);
  expect(finding).toMatchObject({ severity: 'info', concerned: 1 });
  expect(markedIn(text, finding)).toContain('endPort');
  const fixed = applyFix(text, finding?.fixes[0]);
  expect(fixed).toContain('# three');
  for (const port of [8080, 8081, 8082, 9000])
    expect(verdict(fixed, 'shop/client', 'shop/web', port)).toBe('allow');
  expect(verdict(fixed, 'shop/client', 'shop/web', 8083)).toBe('deny');
  expect(findingsOfCode(fixed, code)).toEqual([]);
});

it('is told once for all ranges', () => {
  const text = range('a', '{port: 1, endPort: 2}') + range('b', '{port: 30000, endPort: 32767}') + pods;
  expect(findingsOfCode(text, code)).toHaveLength(1);
});

it('is not found for single ports, however they are written', () => {
  expect(
    findingsOfCode(range('a', '{port: 8080}') + range('b', '{port: 8080, endPort: 8080}') + pods, code),
  ).toEqual([]);
});
