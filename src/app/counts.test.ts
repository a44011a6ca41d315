import { describe, expect, it } from 'vitest';
import { fakeAnswer } from '../inspector/testing/fakeAnswer';
import { countPairs } from './counts';

describe('countPairs', () => {
  it('counts ordered pairs of workloads as open when anything certainly passes', () => {
    const { topology, picture } = fakeAnswer({ web: '-~e', db: '.-x', log: 'ox-' });
    expect(countPairs(topology, picture)).toEqual({ workloads: 3, pairs: 6, open: 3, unknown: 0 });
  });

  it('leaves the outside out of the pairs, but not out of what cannot be said', () => {
    const { topology, picture } = fakeAnswer({ web: '-??', db: 'x-o', '@10.0.0.0/8': '.?-' });
    expect(countPairs(topology, picture)).toEqual({ workloads: 2, pairs: 2, open: 0, unknown: 3 });
  });

  it('has no pairs without workloads', () => {
    const { topology, picture } = fakeAnswer({});
    expect(countPairs(topology, picture)).toEqual({ workloads: 0, pairs: 0, open: 0, unknown: 0 });
  });
});
