import { expect, it } from 'vitest';
import type { AlikeFold, NamespaceFold } from '../engine';
import { idleNote, idleWords, isIdle } from './copies';

const namespace = (idle: number): NamespaceFold => ({
  kind: 'namespace',
  id: 'Namespace/a',
  namespace: 'a',
  name: 'a',
  workloads: 2,
  idle,
  pods: 1,
});
const alike = (idle: number): AlikeFold => ({
  kind: 'alike',
  id: 'alike/a/Deployment/a/x',
  namespace: 'a',
  name: 'x',
  members: ['Deployment/a/x', 'Deployment/a/y'],
  idle: ['Deployment/a/x', 'Deployment/a/y'].slice(0, idle),
  labels: [],
  ports: [],
});

it.each([namespace, alike])('what is folded is idle when all of it is, and else tells how much', (fold) => {
  expect([0, 1, 2].map((idle) => isIdle(fold(idle)))).toEqual([false, false, true]);
  expect(idleNote(fold(0))).toBeNull();
  expect(idleNote(fold(1))).toContain('1');
  expect(idleNote(fold(2))).toBe(idleWords());
});
