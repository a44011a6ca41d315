import { expect, test } from 'vitest';
import {
  Tone,
  type PairExplanation,
  type Place,
  type RuleExplanation,
  type SideExplanation,
} from '../engine';
import { placesOfEntity, placesOfPair } from './decidingPlaces';

const place = (start: number): Place => ({ file: 'a', start, end: start + 1 });

const rule = (start: number, granted: boolean, peer: number | null): RuleExplanation => ({
  path: 'ingress[0]',
  place: place(start),
  grants: '',
  granted,
  isDoubtful: false,
  peerPlace: peer === null ? null : place(peer),
  sentence: '',
  peers: [],
  peerCount: 0,
  ports: [],
  portCount: 0,
});

const open: SideExplanation = {
  type: 'Egress',
  isolated: false,
  passes: '',
  may: null,
  isShut: false,
  sentence: '',
  policies: [],
  policyCount: 0,
};

const pair = (rules: readonly RuleExplanation[]): PairExplanation => ({
  kind: 'pair',
  source: 'a',
  destination: 'b',
  tone: Tone.allowed,
  allowed: '',
  sentence: '',
  egress: open,
  ingress: {
    ...open,
    type: 'Ingress',
    isolated: true,
    policies: [
      {
        name: 'p',
        namespace: 'n',
        place: place(0),
        selector: { phrase: '', place: place(0) },
        rules,
        ruleCount: rules.length,
        note: null,
      },
    ],
  },
  doubts: [],
  nearMisses: null,
});

test('a policy that isolates decides, and so does a rule that grants, with its peer', () => {
  expect(placesOfPair(pair([rule(10, true, 12)]))).toEqual([
    { role: 'policy', place: place(0) },
    { role: 'rule', place: place(10) },
    { role: 'peer', place: place(12) },
  ]);
});

test('a rule that grants nothing to the pair decides nothing', () => {
  expect(placesOfPair(pair([rule(10, false, null)]))).toEqual([{ role: 'policy', place: place(0) }]);
});

test('a rule without written peers is marked alone', () => {
  expect(placesOfPair(pair([rule(10, true, null)])).map(({ role }) => role)).toEqual(['policy', 'rule']);
});

test('an entity shows the policies that select it', () => {
  const selectedBy = [{ name: 'p', namespace: 'n', types: ['Ingress' as const], place: place(4) }];
  expect(placesOfEntity({ selectedBy })).toEqual([{ role: 'policy', place: place(4) }]);
});
