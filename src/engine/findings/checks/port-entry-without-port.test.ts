import { expect, it } from 'vitest';
import { codesIn, findingsOfCode, markedIn } from '../find.testing';
import { namespaces, pod, policy } from './manifests.testing';

const code = 'port-entry-without-port';
const withPorts = (ports: string): string =>
  policy('shop', 'web', 'web', `ingress:\n  - ports: ${ports}`) + namespaces('shop') + pod('shop', 'web');

it.each(['{protocol: UDP}', '{}'])('is found in %s', (entry) => {
  const text = withPorts(`[{port: 80}, ${entry}]`);
  const [finding] = findingsOfCode(text, code);
  expect(finding?.severity).toBe('info');
  expect(finding && markedIn(text, finding)).toBe(entry);
  expect(finding?.concerns.map(({ name }) => name)).toEqual(['web']);
});

it('is not found where a port is written', () => {
  expect(codesIn(withPorts('[{port: 80}, {port: http, protocol: UDP}]'))).not.toContain(code);
});
