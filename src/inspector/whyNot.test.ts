import { expect, test } from 'vitest';
import type { PeerExplanation, RuleExplanation } from '../engine';
import { somePlace } from './testing/somePlace';
import { whyNot } from './whyNot';

const peer = (...checks: readonly (readonly [PeerExplanation['matches'], string])[]): PeerExplanation => ({
  path: 'from[0]',
  place: somePlace,
  phrase: '',
  matches: checks.every(([holds]) => holds === 'yes') ? 'yes' : 'no',
  checks: checks.map(([holds, sentence]) => ({ holds, place: somePlace, sentence })),
});

const rule = (parts: Partial<RuleExplanation>): RuleExplanation => ({
  path: 'ingress[0]',
  place: somePlace,
  grants: 'nothing',
  granted: false,
  isDoubtful: false,
  peerPlace: null,
  sentence: 'in general',
  peers: [],
  peerCount: 0,
  ports: [],
  portCount: 0,
  ...parts,
});

test('a rule that does not match says what the peer that comes nearest asks for in vain', () => {
  const peers = [peer(['no', 'team'], ['no', 'app']), peer(['yes', 'fits'], ['no', 'tier'])];
  expect(whyNot(rule({ peers }))).toBe('tier');
});

test('a rule that matches but grants nothing says it of its port', () => {
  const ports = [
    { place: somePlace, written: 'TCP http', grants: 'nothing', granted: false, note: 'no such port' },
  ];
  expect(whyNot(rule({ peers: [peer(['yes', 'fits'])], ports }))).toBe('no such port');
  expect(whyNot(rule({ ports }))).toBe('no such port');
});

test('what nobody can explain better is said in general', () => {
  expect(whyNot(rule({ peers: [peer(['yes', 'fits'])] }))).toBe('in general');
});
