import { expect, it } from 'vitest';
import { Tone, type ProfileDifferences } from '../engine';
import { fateWords, waysPhrase } from './words';

const none: ProfileDifferences = { count: 0, opened: 0, closed: 0, other: 0, rows: [] };

it('names each way in which pairs differ that there is', () => {
  expect(waysPhrase(none)).toBe('');
  const words = waysPhrase({ ...none, count: 4, opened: 1, closed: 3 });
  expect(words.split(', ')).toHaveLength(2);
  expect(words).toContain('1 ');
  expect(words).toContain('3 ');
});

it('never calls decided what is not', () => {
  expect(fateWords({ tone: Tone.partial, ports: 'TCP 80', passes: true })).toBe('TCP 80');
  expect(fateWords({ tone: Tone.unknown, ports: 'nothing', passes: false })).not.toContain('nothing');
  expect(fateWords({ tone: Tone.unknown, ports: 'TCP 80', passes: true })).not.toBe('TCP 80');
});
