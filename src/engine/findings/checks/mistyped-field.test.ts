import { expect, it } from 'vitest';
import { Session } from '../../session';
import { applyFix, codesIn, findingsOfCode, markedIn } from '../find.testing';
import { namespaces, pod, policy, verdict } from './manifests.testing';

const code = 'mistyped-field';
const rest = namespaces('shop') + pod('shop', 'web') + pod('shop', 'api');
const mistyped =
  policy(
    'shop',
    'web',
    'web',
    'ingress:\n  - form: # the api\n      - podSelector: {matchLabels: {app: api}}',
  ) + rest;

it('is found where the field is, and mended', () => {
  const [finding] = findingsOfCode(mistyped, code);
  expect(finding?.severity).toBe('error');
  expect(finding && markedIn(mistyped, finding)).toBe('form');
  const fixed = applyFix(mistyped, finding?.fixes[0]);
  expect(fixed).toBe(mistyped.replace('form:', 'from:'));
  expect(codesIn(fixed)).not.toContain(code);
  expect(verdict(fixed, 'shop/api', 'shop/web')).toBe('allow');
});

it('takes the place of the diagnostic', () => {
  const session = new Session();
  const { diagnostics } = session.analyze([{ id: 'a.yaml', name: 'a.yaml', text: mistyped }], 'spec');
  const [finding] = findingsOfCode(mistyped, code);
  const replaced = diagnostics.filter(
    (one) => one.code === finding?.replaces && one.place.start === finding.place.start,
  );
  expect(replaced).toHaveLength(1);
});

it('is taken out where no field is like it, or the one that is exists already', () => {
  const text = policy('shop', 'web', 'web', 'ingress: []\nresources: 1 # x') + rest;
  expect(applyFix(text, findingsOfCode(text, code)[0]?.fixes[0])).not.toContain('resources');
  const both = policy('shop', 'web', 'web', 'ingress:\n  - {from: [{podSelector: {}}], form: []}') + rest;
  expect(applyFix(both, findingsOfCode(both, code)[0]?.fixes[0])).toContain('- {from: [{podSelector: {}}]}');
});

it('is found in every kind of object, also in JSON', () => {
  const json =
    '{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a", "label": {"a": "b"}}, "spec": {}}';
  expect(applyFix(json, findingsOfCode(json, code)[0]?.fixes[0])).toContain('"labels": {"a": "b"}');
});

it('is not found where all fields exist', () => {
  expect(codesIn(mistyped.replace('form:', 'from:'))).not.toContain(code);
});
