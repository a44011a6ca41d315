import { expect, it } from 'vitest';
import { applyFix, codesIn, findingsOfCode, markedIn } from '../find.testing';
import { doc } from './manifests.testing';

const code = 'label-not-a-string';
const labelled = (value: string): string =>
  doc(`apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  labels:\n    version: ${value} # v\nspec: {}`);

it.each([
  ['1.20', 'error'],
  ['true', 'error'],
  ['yes', 'warning'],
  ['Off', 'warning'],
])('is found and quoted: %s', (value, severity) => {
  const text = labelled(value);
  const [finding] = findingsOfCode(text, code);
  expect(finding?.severity).toBe(severity);
  expect(finding && markedIn(text, finding)).toBe(value);
  const fixed = applyFix(text, finding?.fixes[0]);
  expect(fixed).toBe(labelled(JSON.stringify(value)));
  expect(codesIn(fixed)).not.toContain(code);
});

it('is found in selectors of policies', () => {
  const text = doc(
    'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec:\n  podSelector: {matchLabels: {a: 1}}',
  );
  expect(applyFix(text, findingsOfCode(text, code)[0]?.fixes[0])).toContain('{a: "1"}');
});

it.each(['"1.20"', 'web', 'v1'])('is not found in %s', (value) => {
  expect(codesIn(labelled(value))).not.toContain(code);
});

it('has nothing to quote where a map is written', () => {
  expect(codesIn(labelled('{a: b}'))).not.toContain(code);
});
