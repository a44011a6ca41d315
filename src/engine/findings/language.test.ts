import { afterEach, beforeEach, expect, it } from 'vitest';
import german from '../../language/de.json';
import { english, speak } from '../../language/t';
import { namespaces, pod, policy } from './checks/manifests.testing';
import { findingsOfCode } from './find.testing';

beforeEach(() => {
  speak({ code: 'de', messages: german });
});
afterEach(() => {
  speak(english);
});

const closed = ['db', 'all'].map((name) => policy('data', name, null, 'policyTypes: [Ingress]'));
const oneSided = (policies: readonly string[]): string =>
  policy(
    'shop',
    'web',
    'web',
    `policyTypes: [Egress]
egress:
  - to:
      - namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: data}}
        podSelector: {matchLabels: {app: db}}`,
  ) +
  policies.join('') +
  namespaces('shop', 'data') +
  pod('shop', 'web') +
  pod('data', 'db');

it('agrees with how many policies it is about', () => {
  const told = [closed.slice(0, 1), closed].map(
    (policies) => findingsOfCode(oneSided(policies), 'one-side-only')[0]?.message,
  );
  expect(told).toEqual([
    'Verkehr von web zu db ist hier erlaubt, und db lässt ihn nicht hinein.',
    'Verkehr von web zu db ist hier erlaubt, und db und all lassen ihn nicht hinein.',
  ]);
});

it('counts rules and names what does not list them', () => {
  const text = policy('shop', 'web', 'web', 'policyTypes: [Ingress]\negress: [{}, {}]') + pod('shop', 'web');
  const [finding] = findingsOfCode(text, 'direction-not-listed');
  expect(finding?.message).toBe('web hat 2 Egress-Regeln ohne Wirkung: policyTypes nennt Egress nicht.');
  expect(finding?.fixes.map(({ title }) => title)).toEqual(['Egress in policyTypes aufnehmen']);
});

it('finds the field that was meant whatever the diagnostic says', () => {
  const text = policy('shop', 'web', 'web', 'ingress:\n  - form: []') + pod('shop', 'web');
  expect(findingsOfCode(text, 'mistyped-field')[0]?.fixes[0]?.title).toBe('„from“ schreiben');
});
