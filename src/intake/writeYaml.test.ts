import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { writeYaml } from './writeYaml';

test('what is written is read back as the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (made) => {
      const value = JSON.parse(JSON.stringify(made)) as unknown;
      expect(parse(writeYaml(value), { maxAliasCount: 0 })).toEqual(value);
    }),
    { numRuns: 500 },
  );
});

test('text that YAML takes for something else is quoted, also in the readings of YAML 1.1', () => {
  const texts = [
    'true',
    'No',
    'on',
    'null',
    '~',
    '8080',
    '1e3',
    '0x1F',
    '1.2',
    '2001-12-14',
    '12:30',
    '-',
    'a: b',
    '#',
    '',
  ];
  for (const text of texts) expect(writeYaml({ a: text })).toBe(`a: ${JSON.stringify(text)}\n`);
  expect(parse(writeYaml(texts), { version: '1.1' })).toEqual(texts);
});

test('numbers that JSON does not have are written as YAML has them', () => {
  const numbers = [Infinity, -Infinity, NaN, -0, 1e21, 1.5];
  expect(parse(writeYaml(numbers))).toEqual(numbers);
});

test('the style is that of kubectl', () => {
  const value = {
    metadata: { labels: { 'app.kubernetes.io/name': 'web' }, name: 'a' },
    spec: {
      containers: [{ name: 'a', ports: [{ containerPort: 80 }] }],
      selector: {},
      podIPs: [{ ip: '10.0.0.1' }],
    },
    list: [[1, []], 'x'],
  };
  expect(writeYaml(value)).toBe(
    [
      'metadata:',
      '  labels:',
      '    app.kubernetes.io/name: web',
      '  name: a',
      'spec:',
      '  containers:',
      '  - name: a',
      '    ports:',
      '    - containerPort: 80',
      '  selector: {}',
      '  podIPs:',
      '  - ip: 10.0.0.1',
      'list:',
      '- - 1',
      '  - []',
      '- x',
      '',
    ].join('\n'),
  );
});
