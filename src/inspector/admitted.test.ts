import { expect, it } from 'vitest';
import type { Admitted } from '../engine';
import { admittedWords } from './admitted';

const end = (name: string, namespace: string | null = 'shop') => ({ id: name, name, namespace });
const pair = (source: string) => ({ source: end(source), destination: end('db'), ports: 'TCP 5432' });
const admitted = (more: Partial<Admitted>): Admitted => ({ count: 0, pairs: [], unsure: 0, ...more });

it('names each pair a patch opens besides, and counts those it does not name', () => {
  const words = admittedWords(admitted({ count: 5, pairs: [pair('blue'), pair('green')] }));
  expect(words).toContain('shop/blue → shop/db');
  expect(words).toContain('shop/green');
  expect(words).toContain('3');
});

it('tells what opens from what cannot be said', () => {
  const [none, unsure, both] = [
    admitted({}),
    admitted({ unsure: 2 }),
    admitted({ count: 1, pairs: [pair('blue')], unsure: 2 }),
  ].map(admittedWords);
  expect(new Set([none, unsure, both]).size).toBe(3);
  expect(both).toContain(unsure);
});
