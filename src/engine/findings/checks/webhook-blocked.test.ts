import { expect, it } from 'vitest';
import { applyFix, findingsOfCode, markedIn } from '../find.testing';
import { FindingBook, findingsOf } from '../findings';
import { Session } from '../../session';
import { doc, pod, policy, service, verdict } from './manifests.testing';

const code = 'webhook-blocked';
const pods =
  pod('certs', 'hook', { ports: ['10250/TCP'] }) +
  service('certs', 'certs-webhook', '[{port: 443, targetPort: 10250}]', [], 'hook');
const closed = policy('certs', 'default-deny', null, 'policyTypes: [Ingress] # all');

it('is found on the policy that isolates it, and the fix lets the API server in', () => {
  const text = closed + pods;
  const [finding] = findingsOfCode(text, code);
  expect(finding).toMatchObject({ severity: 'info', concerned: 1 });
  expect(markedIn(text, finding)).toBe('default-deny');
  expect(verdict(text, '192.0.2.10', 'certs/hook', 10250)).toBe('deny');
  const fixed = applyFix(text, finding?.fixes[0]);
  expect(fixed).toContain('# all');
  expect(verdict(fixed, '192.0.2.10', 'certs/hook', 10250)).toBe('allow');
  expect(findingsOfCode(fixed, code)).toEqual([]);
});

it('puts the fix into the policy that is about the fewest pods', () => {
  const own = policy('certs', 'hook', 'hook', 'ingress:\n  - from: [{podSelector: {}}]');
  const text = closed + own + pods + pod('certs', 'other');
  expect(markedIn(text, findingsOfCode(text, code)[0])).toBe('hook');
});

it.each([
  ['from everywhere', 'ingress:\n  - ports: [{port: 10250}]'],
  ['from some machines', 'ingress:\n  - from: [{ipBlock: {cidr: 192.0.2.0/24}}]'],
])('is not found when it can be called %s', (_, spec) => {
  expect(findingsOfCode(closed + policy('certs', 'hook', 'hook', spec) + pods, code)).toEqual([]);
});

it('is not found for a Service that is no webhook, nor for one that is not isolated', () => {
  const plain = pod('certs', 'web') + service('certs', 'web', '[{port: 443, targetPort: 10250}]');
  expect(findingsOfCode(closed + plain, code)).toEqual([]);
  expect(findingsOfCode(policy('certs', 'out', null, 'policyTypes: [Egress]') + pods, code)).toEqual([]);
});

const configuration = (kind: string, clientService: string, apiVersion = 'admissionregistration.k8s.io/v1') =>
  doc(
    `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: checks\nwebhooks:\n  - name: a.example.com\n    clientConfig:\n      service: ${clientService}`,
  );
const plain =
  closed +
  pod('certs', 'web', { ports: ['8443/TCP'] }) +
  service('certs', 'web', '[{name: a, port: 80}, {name: b, port: 443, targetPort: 8443}]');

it.each(['ValidatingWebhookConfiguration', 'MutatingWebhookConfiguration'])(
  'is found for a Service of any name that a %s names',
  (kind) => {
    const text = plain + configuration(kind, '{namespace: certs, name: web}');
    const [finding, ...others] = findingsOfCode(text, code);
    expect(others).toEqual([]);
    expect(finding?.explanation).toContain('A webhook configuration names web');
    const fixed = applyFix(text, finding?.fixes[0]);
    expect(verdict(fixed, '192.0.2.10', 'certs/web', 8443)).toBe('allow');
    expect(verdict(fixed, '192.0.2.10', 'certs/web', 80)).toBe('deny');
    expect(findingsOfCode(fixed, code)).toEqual([]);
  },
);

it('is about the port that the configuration names', () => {
  const text =
    plain + configuration('ValidatingWebhookConfiguration', '{namespace: certs, name: web, port: 80}');
  expect(findingsOfCode(text, code)[0]?.message).toContain('TCP 80');
});

it.each([
  ['another Service', configuration('ValidatingWebhookConfiguration', '{namespace: shop, name: web}')],
  ['no Service', configuration('ValidatingWebhookConfiguration', 'null')],
  [
    'a kind of somebody else',
    configuration('MutatingWebhookConfiguration', '{namespace: certs, name: web}', 'x.io/v1'),
  ],
])('is not found when the configuration is for %s', (_, text) => {
  expect(findingsOfCode(plain + text, code)).toEqual([]);
});

it('follows an edit of the configuration', () => {
  const session = new Session();
  const book = new FindingBook();
  const run = (name: string): number => {
    const text = plain + configuration('ValidatingWebhookConfiguration', `{namespace: certs, name: ${name}}`);
    session.analyze([{ id: 'a', name: 'a', text }], 'spec');
    const { evaluation } = session;
    return evaluation
      ? findingsOf(evaluation, book).findings.filter((finding) => finding.code === code).length
      : -1;
  };
  expect(['other', 'web', 'other', 'web'].map(run)).toEqual([0, 1, 0, 1]);
});
