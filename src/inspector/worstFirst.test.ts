import { describe, expect, it } from 'vitest';
import { Tone, type EndRef, type ReachRow } from '../engine';
import { worstFirst } from './worstFirst';

const inside = (name: string): EndRef => ({ id: `Pod/a/${name}`, name, namespace: 'a' });
const outside: EndRef = { id: 'external/else', name: 'Everything else', namespace: null };
const row = (source: EndRef, tone: Tone): ReachRow => ({
  source,
  destination: inside('db'),
  tone,
  ports: 'every port',
  passes: true,
});

describe('the order of a list', () => {
  it('puts the outside before what nothing decides, and that before what rules allow', () => {
    const found = worstFirst({
      open: { count: 3, rows: [row(outside, Tone.open), row(inside('x'), Tone.open)] },
      passing: { count: 2, rows: [row(outside, Tone.partial), row(inside('y'), Tone.allowed)] },
    });
    expect(found.outside.rows.map(({ tone }) => tone)).toEqual([Tone.open, Tone.partial]);
    expect(found.open.rows.map(({ source }) => source.name)).toEqual(['x']);
    expect(found.inside.rows.map(({ source }) => source.name)).toEqual(['y']);
  });

  it('still counts what is not listed', () => {
    const { open, inside: decided } = worstFirst({
      open: { count: 700, rows: [row(outside, Tone.open), row(inside('x'), Tone.open)] },
      passing: { count: 0, rows: [] },
    });
    expect(open.count).toBe(699);
    expect(decided.count).toBe(0);
  });
});
