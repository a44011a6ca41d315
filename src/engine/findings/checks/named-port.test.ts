import { expect, it } from 'vitest';
import { applyFix, findingsOfCode, markedIn } from '../find.testing';
import { pod, policy, verdict } from './manifests.testing';

const code = 'named-port';
const api = (...ports: readonly string[]): string => pod('shop', 'web') + pod('shop', 'api', { ports });
const ingress = (port: string): string =>
  policy('shop', 'api', 'api', `ingress:\n  - ports:\n      - ${port}`);
const egress = (port: string, peer = '{podSelector: {matchLabels: {app: api}}}'): string =>
  policy(
    'shop',
    'web',
    'web',
    `policyTypes: [Egress]\negress:\n  - to: [${peer}]\n    ports:\n      - ${port}`,
  );

it.each([ingress, egress])('is found for a name nobody has, and fixed by the one that is meant', (rule) => {
  const text = rule('port: htpp # typo') + api('http:8080/TCP');
  const [finding] = findingsOfCode(text, code);
  expect(finding).toMatchObject({ severity: 'warning', concerned: 1 });
  expect(markedIn(text, finding)).toContain('htpp');
  const fixed = applyFix(text, finding?.fixes[0]);
  expect(fixed).toContain('# typo');
  expect(verdict(fixed, 'shop/web', 'shop/api', 8080)).toBe('allow');
  expect(findingsOfCode(fixed, code)).toEqual([]);
});

it('is fixed by the number of a port without a name', () => {
  const text = ingress('port: web') + api('8080/TCP');
  expect(applyFix(text, findingsOfCode(text, code)[0]?.fixes[0])).toContain('port: 8080');
});

it('is found for another protocol, and fixed', () => {
  const text = ingress('port: syslog') + api('syslog:514/UDP');
  const fixed = applyFix(text, findingsOfCode(text, code)[0]?.fixes[0]);
  expect(verdict(fixed, 'shop/web', 'shop/api', 514, 'UDP')).toBe('allow');
  expect(findingsOfCode(fixed, code)).toEqual([]);
});

it('is found for a name that stands for two numbers', () => {
  expect(findingsOfCode(ingress('port: http') + api('http:8080/TCP', 'http:9090/TCP'), code)).toHaveLength(1);
});

it('is found for addresses outside, which name no ports', () => {
  const text = egress('port: http', '{ipBlock: {cidr: 192.0.2.0/24}}') + api('http:80/TCP');
  expect(findingsOfCode(text, code)).toHaveLength(1);
});

const shared = { labels: { tier: 'back' } };
const someHaveIt =
  pod('shop', 'web') +
  pod('shop', 'api', { ...shared, ports: ['http:8080/TCP'] }) +
  pod('shop', 'worker', { ...shared, ports: ['metrics:9090/TCP'] }) +
  pod('shop', 'batch', shared);
const toBack = (ports: string): string =>
  ingress('').replace('app: api', 'tier: back').replace('- ports:\n        - ', `- ports: ${ports}`);

it.each([
  ['the selected pods', toBack('[{port: http}]')],
  ['the destinations', egress('port: http', '{podSelector: {matchLabels: {tier: back}}}')],
])('is found when some of %s lack it, and names them', (_, rule) => {
  const [finding, ...others] = findingsOfCode(rule + someHaveIt, code);
  expect(others).toEqual([]);
  expect(finding?.severity).toBe('warning');
  expect(finding?.message).toBe('The TCP port named "http" is missing on batch and worker.');
  expect(finding?.concerns.map(({ name }) => name)).toEqual(['batch', 'worker']);
});

it('is only mentioned where a policy is about every pod, which need not have it', () => {
  const text = policy('shop', 'all', null, 'ingress:\n  - ports: [{port: http}]') + someHaveIt;
  expect(findingsOfCode(text, code).map(({ severity }) => severity)).toEqual(['info']);
});

it('is not found for a pod that another entry of the rule is for', () => {
  const names = (finding: string): readonly string[] =>
    findingsOfCode(toBack(finding) + someHaveIt, code).flatMap(({ concerns }) =>
      concerns.map(({ name }) => name),
    );
  expect(new Set(names('[{port: http}, {port: metrics}]'))).toEqual(new Set(['batch']));
  expect(names('[{port: http}, {port: 9000}]')).toEqual([]);
});

it('is not found when any pod at all is a destination and some have it', () => {
  const anyone = egress('port: http', '{podSelector: {}}');
  expect(findingsOfCode(ingress('port: http') + anyone + api('http:8080/TCP'), code)).toEqual([]);
});

it('is not found for pods that are not there', () => {
  expect(
    findingsOfCode(egress('port: http', '{podSelector: {matchLabels: {app: gone}}}') + api(), code),
  ).toEqual([]);
});
