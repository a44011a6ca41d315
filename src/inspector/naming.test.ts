import { expect, it } from 'vitest';
import { Tone, type ReachRow } from '../engine';
import { rowPorts, rowSentence, verdictWords } from './naming';

const end = (name: string): ReachRow['source'] => ({ id: name, name, namespace: 'shop' });
const row = (tone: Tone, ports: string, passes: boolean): ReachRow => ({
  source: end('web'),
  destination: end('db'),
  tone,
  ports,
  passes,
});

it('a row of which nothing can be said does not say that nothing passes', () => {
  expect(rowPorts(row(Tone.unknown, 'nothing', false))).toBe('?');
  expect(rowPorts(row(Tone.unknown, 'TCP 80', true))).toBe('TCP 80 ?');
  expect(rowPorts(row(Tone.partial, 'TCP 80', true))).toBe('TCP 80');
});

it('a row of the outside of which only a part passes says so, not that it passes on nothing', () => {
  const part = row(Tone.partial, '', false);
  expect(rowPorts(part)).toBe('some addresses');
  expect(rowSentence(part)).toBe('web can reach db, for some addresses only');
  expect(verdictWords(Tone.partial, '')).toBe('can reach for some addresses only');
});
