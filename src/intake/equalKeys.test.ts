import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { projectText } from './project';

const secret = 's3cr3t';

describe('equal keys', () => {
  it.each([
    [
      'metadata in JSON',
      `{"apiVersion":"v1","kind":"Namespace","metadata":{"annotations":{"x":"${secret}"}},"metadata":{"name":"a"}}`,
    ],
    [
      'containers in JSON',
      `{"kind":"Pod","spec":{"containers":[{"env":[{"value":"${secret}"}]}],"containers":[]}}\n`,
    ],
    [
      'metadata beside a tag',
      `kind: !!str Namespace\nmetadata:\n  annotations: {a: ${secret}}\nmetadata:\n  name: x\n`,
    ],
    [
      'a key in a list',
      `kind: !!str Pod\nspec:\n  containers:\n  - name: a\n    ports: [{x: ${secret}}]\n    ports: []\n`,
    ],
    [
      'labels beside an anchor',
      `kind: Pod\nmetadata:\n  name: &a x\n  labels: ${secret}\n  labels: {a: *a}\n`,
    ],
  ])('hide no secret, and stay a mistake: %s', (_, text) => {
    const projected = projectText(text);
    expect(projected.text).not.toContain(secret);
    expect(Object.values(projected.dropped).some((count) => count > 0)).toBe(true);
    expect(parseDocument(projected.text).errors.map(({ code }) => code)).toContain('DUPLICATE_KEY');
    expect(projectText(projected.text).text).toBe(projected.text);
  });

  it('hide no secret in one of several JSON values', () => {
    const twice = `{"kind":"Pod","metadata":{"annotations":{"a":"${secret}"}},"metadata":{"name":"a"}}`;
    const { text } = projectText(`{"kind":"Pod","metadata":{"name":"b"}}\n${twice}\n`);
    expect(text).not.toContain(secret);
    expect(text).toContain('"b"');
  });
});

describe('a tag', () => {
  it('keeps no comment of an object that is not read', () => {
    const { text } = projectText(
      `kind: !!str Secret\nmetadata:\n  name: x # ${secret}\n# password ${secret}\n`,
    );
    expect(text).toBe('kind: Secret\nmetadata:\n  name: x\n');
  });

  it('keeps the comments of a policy, but for settings put out of use', () => {
    const policy = 'kind: !!str NetworkPolicy # why\n# who\nspec:\n  podSelector: {}\n';
    expect(projectText(policy).text).toBe(policy);
    expect(projectText(`${policy}# env:\n# - value: ${secret}\n`).text).toBe(policy);
  });
});
