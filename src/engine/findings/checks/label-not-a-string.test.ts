import { describe, expect, it } from 'vitest';
import { applyFix, codesIn, findingsOfCode, markedIn } from '../find.testing';
import { doc } from './manifests.testing';

const code = 'label-not-a-string';
const labelled = (value: string): string =>
  doc(`apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  labels:\n    version: ${value} # v\nspec: {}`);

it.each([
  ['1.20', 'error'],
  ['true', 'error'],
  ['1_000', 'error'],
  ['0b1', 'error'],
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

describe('a key', () => {
  const withKey = (key: string): string =>
    doc(
      `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\nspec:\n  podSelector:\n    matchLabels:\n      ${key}: x # k`,
    );

  it.each(['on', 'off', 'yes', 'No', 'y', 'N'])('is found and quoted: %s', (key) => {
    const text = withKey(key);
    const findings = findingsOfCode(text, code);
    expect(findings.map(({ severity }) => severity)).toEqual(['warning']);
    expect(markedIn(text, findings[0])).toBe(key);
    const fixed = applyFix(text, findings[0]?.fixes[0]);
    expect(fixed).toBe(withKey(`"${key}"`));
    expect(codesIn(fixed)).not.toContain(code);
  });

  it.each(['"on"', "'yes'", 'only', 'true', 'oN', 'no-cache'])('is not found: %s', (key) => {
    expect(codesIn(withKey(key))).not.toContain(code);
  });

  it('is found in the labels of a pod, whoever reads it', () => {
    expect(codesIn(labelled('x').replace('version:', 'on:'))).toContain(code);
  });
});
