import { expect, it } from 'vitest';
import { applyFix, codesIn, findIn, findingsOfCode, markedIn } from '../find.testing';

const code = 'missing-separator';
const policy = (name: string): string =>
  `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: ${name}}\nspec:\n  podSelector: {}\n`;
const config = 'kind: ConfigMap\napiVersion: v1\nmetadata:\n  name: a\n';

it.each([
  ['two policies', [policy('a'), policy('b')], 'apiVersion'],
  ['a policy and what hides it', [policy('a'), config], 'kind'],
  ['what would hide behind one', [config, policy('a')], 'apiVersion'],
])('is found between %s, and put there', (_, objects, key) => {
  for (const end of ['\n', '\r\n']) {
    const text = objects.join('').replaceAll('\n', end);
    const [finding] = findingsOfCode(text, code);
    expect(finding && markedIn(text, finding)).toBe(key);
    expect(finding?.place.start).toBe(objects[0]?.replaceAll('\n', end).length);
    const fixed = applyFix(text, finding?.fixes[0]);
    expect(fixed).toBe(objects.join('---\n').replaceAll('\n', end));
    expect(codesIn(fixed)).not.toContain(code);
  }
});

it('is found once for each object, and one fix puts all of them in', () => {
  const objects = ['a', 'b', 'c'].map(policy);
  const findings = findingsOfCode(objects.join(''), code);
  expect(findings).toHaveLength(2);
  expect(applyFix(objects.join(''), findings[1]?.fixes[0])).toBe(objects.join('---\n'));
});

it('is not meant where a key is there twice', () => {
  expect(findIn(`kind: NetworkPolicy\n${policy('a')}`).map(({ code }) => code)).not.toContain(code);
});
