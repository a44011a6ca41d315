import { describe, expect, it } from 'vitest';
import { Tone } from '../engine';
import { reachOf, type ReachRow } from './reach';
import { fakeAnswer } from './testing/fakeAnswer';

const names = (rows: readonly ReachRow[]): string[] => rows.map(({ other }) => other.name);

describe('reachOf', () => {
  const { topology, picture } = fakeAnswer({
    web: '-~.?oex',
    api: '~------',
    db: 'x------',
    log: 'o------',
    bus: '------~',
    job: '-------',
    '@10.0.0.0/8': '.------',
  });

  it('lists what passes widest first and what cannot be said last', () => {
    const reach = reachOf(topology, picture, 'Deployment/shop/web', 'out');
    expect(names(reach.passing)).toEqual(['db', 'api', 'log']);
    expect(reach.passing.map(({ tone }) => tone)).toEqual([Tone.allowed, Tone.partial, Tone.unknown]);
    expect(reach.passing.map(({ ports }) => ports)).toEqual(['every port', 'TCP 80', 'nothing']);
  });

  it('keeps open and blocked pairs apart from decided ones', () => {
    const reach = reachOf(topology, picture, 'Deployment/shop/web', 'out');
    expect(names(reach.open)).toEqual(['bus']);
    expect(names(reach.blocked)).toEqual(['job', '10.0.0.0/8']);
  });

  it('reads the column of the entity for the way in, with the others as sources', () => {
    const reach = reachOf(topology, picture, 'Deployment/shop/web', 'in');
    expect(names(reach.passing)).toEqual(['10.0.0.0/8', 'api']);
    expect(reach.passing[0]).toMatchObject({
      source: 'external/10.0.0.0/8',
      destination: 'Deployment/shop/web',
    });
    expect(names(reach.open)).toEqual(['log']);
    expect(names(reach.blocked)).toEqual(['db']);
  });

  it('is empty for an entity that is not in the picture', () => {
    expect(reachOf(topology, picture, 'Deployment/shop/gone', 'out')).toEqual({
      passing: [],
      open: [],
      blocked: [],
    });
  });
});
