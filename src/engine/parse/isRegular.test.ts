import { expect, test } from 'vitest';
import { random } from '../../bench/generate';
import { DocumentCache } from '../documents';
import { isRegular } from './isRegular';
import { slips } from './regular/slips.test-data';

const policy = 'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: a}\n';
const list =
  'kind: List\napiVersion: v1\nitems:\n- kind: Namespace\n  apiVersion: v1\n  metadata: {name: a}\n';

test('what people write is', () => {
  for (const text of ['', policy, `${policy}---\n${policy}`, list]) expect(isRegular(text)).toBe(true);
});

test('what only a real parser reads is not, wherever it stands', () => {
  const odd = ['{"kind": "Pod"}', '# nothing', 'a: &b 1', 'a: |\n  b\n', 'a: [1', ' a: 1\nb: 2\n'];
  for (const text of odd) {
    expect(isRegular(text), text).toBe(false);
    expect(isRegular(`${policy}---\n${text}\n---\n${policy}`), text).toBe(false);
  }
  expect(isRegular(`${list}- &x {kind: Pod}\n- *x\n`)).toBe(false);
});

test('a cache without the real parsers opens whatever is', () => {
  const next = random(7);
  let regular = 0;
  for (let round = 0; round < 400; round++) {
    const text = slips(`${policy}---\n${list}---\n${policy}`, 2, next);
    if (!isRegular(text)) continue;
    regular++;
    expect(() => new DocumentCache().open([{ id: 'a', name: 'a.yaml', text }]), text).not.toThrow();
  }
  expect(regular).toBeGreaterThan(40);
});
