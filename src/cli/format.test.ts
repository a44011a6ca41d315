import { expect, it } from 'vitest';
import { listConnections, Session } from '../engine';
import { connectionLines, type Format } from './format';

const text = `apiVersion: v1
kind: Pod
metadata: {name: a, namespace: x}
---
apiVersion: v1
kind: Pod
metadata: {name: b, namespace: x}
`;
const session = new Session();
const answer = session.analyze([{ id: 'a', name: 'a', text }], 'spec');
const { evaluation } = session;
const connections = evaluation ? [...listConnections(evaluation, 'pod')] : [];
const written = (some: typeof connections, format: Format): string =>
  [...connectionLines(some, answer, format)].join('\n');

it('the list is valid JSON, also when there is nothing in it', () => {
  for (const some of [connections, []]) {
    const read = JSON.parse(written(some, 'json')) as { connections: unknown[] };
    expect(read.connections).toHaveLength(some.length);
  }
});

it('the list has a line for each connection in every other format', () => {
  expect(connections.length).toBeGreaterThan(2);
  expect(written(connections, 'text').split('\n')).toHaveLength(connections.length);
  expect(written(connections, 'csv').split('\n')).toHaveLength(connections.length + 1);
  expect(written(connections, 'md').split('\n')).toHaveLength(connections.length + 2);
});
