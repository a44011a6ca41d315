import { expect, test } from 'vitest';
import { looksLikeManifests } from './pasted';

test.each([
  'apiVersion: v1\nkind: Pod\n',
  '{"apiVersion": "v1", "kind": "List", "items": []}',
  '        env:\n          - name: PASSWORD\n            value: hunter2\n',
  '- args:\n    - --token=x\n',
  'metadata:\r\n  annotations:\r\n    a: b\r\n',
  'stringData:\n  a: b',
  '{"data":{"a":"b"}}',
  "'kind': Pod\nx: 1",
])('manifests and parts with something to strip are recognised: %j', (text) => {
  expect(looksLikeManifests(text)).toBe(true);
});

test.each([
  'kind: Pod',
  'app: web',
  'podSelector:\n  matchLabels:\n    app: web\n',
  'mankind:\n  x: 1\n',
  '',
])('small or harmless pieces are left alone: %j', (text) => {
  expect(looksLikeManifests(text)).toBe(false);
});
