import { describe, expect, it } from 'vitest';
import { Tone, type PairExplanation, type SideExplanation } from '../engine';
import { gateState, pathLines } from './gates';
import { somePlace } from './testing/somePlace';

type PolicyType = SideExplanation['type'];

const side = (type: PolicyType, isolated: boolean, granted = false): SideExplanation => ({
  type,
  isolated,
  passes: '',
  may: null,
  isShut: isolated && !granted,
  sentence: '',
  policies: isolated
    ? [
        {
          name: 'p',
          namespace: 'shop',
          place: somePlace,
          selector: { phrase: '', place: somePlace },
          rules: [
            {
              path: 'x[0]',
              place: somePlace,
              grants: '',
              granted,
              isDoubtful: false,
              peerPlace: null,
              sentence: '',
              peers: [],
              peerCount: 0,
              ports: [],
              portCount: 0,
            },
          ],
          ruleCount: 1,
          note: null,
        },
      ]
    : [],
  policyCount: isolated ? 1 : 0,
});

const pair = (tone: Tone, egress: SideExplanation, ingress: SideExplanation): PairExplanation => ({
  kind: 'pair',
  source: 'a',
  destination: 'b',
  tone,
  allowed: '',
  sentence: '',
  egress,
  ingress,
  doubts: [],
  nearMisses: null,
});

describe('a gate', () => {
  it('is open when no policy selects that side', () => {
    expect(gateState(side('Egress', false), Tone.open)).toBe('open');
  });
  it('passes when one rule grants something', () => {
    expect(gateState(side('Ingress', true, true), Tone.partial)).toBe('pass');
  });
  it('stops when it is guarded and no rule grants anything', () => {
    expect(gateState(side('Ingress', true), Tone.blockedEgress)).toBe('stop');
  });
  it('is unsure, not stopped, where what it lets through cannot be said', () => {
    const unsure = { ...side('Ingress', true), isShut: false, may: 'every port' };
    expect(gateState(unsure, Tone.unknown)).toBe('unsure');
    expect(gateState({ ...side('Ingress', false), may: 'every port' }, Tone.unknown)).toBe('unsure');
  });
  it('passes what comes from its own node, whatever its rules say', () => {
    expect(gateState({ ...side('Ingress', true), isShut: false }, Tone.allowed)).toBe('pass');
  });
  it('stops at the destination when both sides grant but share no port', () => {
    expect(gateState(side('Ingress', true, true), Tone.blockedIngress)).toBe('stop');
    expect(gateState(side('Egress', true, true), Tone.blockedIngress)).toBe('pass');
  });
});

describe('the path', () => {
  it('is cut after the gate that stops it', () => {
    expect(pathLines(pair(Tone.blockedEgress, side('Egress', true), side('Ingress', false)))).toEqual([
      'through',
      'cut',
      'cut',
    ]);
    expect(pathLines(pair(Tone.blockedIngress, side('Egress', false), side('Ingress', true)))).toEqual([
      'through',
      'through',
      'cut',
    ]);
  });
  it('arrives unsure when the pair cannot be decided', () => {
    expect(pathLines(pair(Tone.unknown, side('Egress', false), side('Ingress', false)))[2]).toBe('unsure');
    const leaving = { ...side('Egress', true), isShut: false, may: 'every port' };
    expect(pathLines(pair(Tone.unknown, leaving, side('Ingress', false)))[1]).toBe('unsure');
    expect(pathLines(pair(Tone.blockedIngress, leaving, side('Ingress', true)))[2]).toBe('cut');
  });
});
