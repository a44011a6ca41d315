import { describe, expect, it } from 'vitest';
import type { ExpectationResult, ExpectationStatus } from '../engine';
import { newsOf } from './resultsStore';
import { holding, worstFirst } from './words';

const result = (sentence: string, status: ExpectationStatus): ExpectationResult => ({
  status,
  sentence,
  want: 'allow',
  outcome: '',
  pairs: 1,
  broken: 0,
  undecided: 0,
  offenders: [],
  place: null,
});
const all = [
  result('a', 'passed'),
  result('b', 'undecided'),
  result('c', 'failed'),
  result('d', 'invalid'),
  result('e', 'failed'),
];

describe('results', () => {
  it('stand with those first that do not hold, else as they are written', () => {
    expect(worstFirst(all).map(({ sentence }) => sentence)).toEqual(['c', 'e', 'd', 'b', 'a']);
    expect(holding(all)).toBe(1);
  });

  it('are news where something held and does not any more', () => {
    expect(newsOf([result('a', 'passed')], [result('a', 'failed')])).toContain('a');
    expect(newsOf([result('a', 'passed')], [result('a', 'undecided')])).toContain('a');
    expect(newsOf([result('a', 'failed')], [result('a', 'failed')])).toBe('');
    expect(newsOf([], [result('a', 'failed')])).toBe('');
    expect(newsOf([result('a', 'passed')], [])).toBe('');
  });
});
