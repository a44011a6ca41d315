import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Tone, type CniProfile, type PairExplanation, type SideExplanation } from '../answer';
import { PortSets } from '../compile/portSet';
import { randomClusters } from '../oracle/randomCluster';
import { render } from '../oracle/render';
import { Explaining, known, knownSets as sets } from './explaining.test-data';

const PAIRS = 10_000;

/** What the rules that were told grant together. */
const granted = ({ policies }: SideExplanation): number =>
  policies
    .flatMap(({ rules }) => rules)
    .filter((rule) => rule.granted)
    .reduce((sum, { grants }) => sets.union(sum, known(grants)), PortSets.none);

const isOwnNode = ({ sentence }: SideExplanation): boolean => sentence.includes('its own node');
const isOnHost = ({ sentence }: SideExplanation): boolean => sentence.includes("its node's network");

/** Everything in an explanation that must follow from the rest of it. */
function faultsOf(
  pair: PairExplanation,
  tone: number | undefined,
  ports: string | undefined,
): readonly string[] {
  const { egress, ingress, allowed, doubts } = pair;
  const faults: string[] = [];
  const isDecided = doubts.length === 0;
  if (pair.tone !== tone) faults.push(`tone ${String(pair.tone)} is drawn as ${String(tone)}`);
  if (allowed !== ports) faults.push(`${allowed} is drawn as ${ports ?? ''}`);
  if (isDecided !== (pair.tone !== Tone.unknown))
    faults.push('doubts without an unknown tone, or the reverse');
  const both = sets.intersect(known(egress.passes), known(ingress.passes));
  if (isDecided && both !== known(allowed)) faults.push('the two sides do not meet in what is allowed');
  for (const side of [egress, ingress]) {
    if (isOwnNode(side) || !isDecided) continue;
    const passes = side.isolated && !isOnHost(side) ? granted(side) : PortSets.all;
    if (passes !== known(side.passes)) faults.push(`${side.type}: the rules do not grant ${side.passes}`);
    for (const rule of side.policies.flatMap(({ rules }) => rules)) {
      const isMatched = rule.peers.length === 0 || rule.peers.some(({ matches }) => matches === 'yes');
      if (!isMatched && rule.granted && rule.peers.every(({ matches }) => matches === 'no'))
        faults.push(`${rule.path} grants to nobody that matches`);
      if (isMatched && !rule.granted && rule.grants !== 'nothing')
        faults.push(`${rule.path} matches for nothing`);
      const written = rule.ports.reduce((sum, one) => sets.union(sum, known(one.grants)), PortSets.none);
      const isCertain = rule.peers.length === 0 || rule.peers.some(({ matches }) => matches === 'yes');
      const adds = isCertain ? written === known(rule.grants) : sets.includes(written, known(rule.grants));
      if (rule.granted && rule.ports.length > 0 && !adds)
        faults.push(`${rule.path}: its ports do not add up`);
      for (const { path, matches, checks } of rule.peers) {
        const held = checks.some(({ holds }) => holds === 'no')
          ? 'no'
          : checks.some(({ holds }) => holds === 'maybe')
            ? 'maybe'
            : 'yes';
        if (held !== matches) faults.push(`${rule.path}.${path} is said to match: ${matches}, ${held}`);
      }
    }
  }
  for (const side of [egress, ingress]) {
    if (side.isShut && known(side.passes) !== PortSets.none)
      faults.push(`${side.type}: shut although it passes`);
    if (side.isShut && side.may !== null) faults.push(`${side.type}: shut although it may pass`);
    if (side.isShut && pair.tone === Tone.unknown)
      faults.push(`${side.type}: shut in a pair that cannot be said`);
  }
  const isBlocked = pair.tone === Tone.blockedEgress || pair.tone === Tone.blockedIngress;
  if (isBlocked !== (isDecided && known(allowed) === PortSets.none))
    faults.push('blocked although it passes');
  if (isBlocked && pair.nearMisses === null) faults.push('blocked without a near miss');
  return faults;
}

test(`explanation and picture agree on ${String(PAIRS)} random pairs`, () => {
  let pairs = 0;
  const profiles = fc.constantFrom<CniProfile>('spec', 'spec', 'cilium', 'none');
  fc.assert(
    fc.property(randomClusters(), profiles, (cluster, cni) => {
      const told = new Explaining(render(cluster), cni);
      const { topology, picture } = told.answer;
      const indexOf = (id: string): number => topology.entities.findIndex((one) => one.id === id);
      for (const [from, to] of told.pairs) {
        pairs++;
        const cell = indexOf(from) * topology.entities.length + indexOf(to);
        const ports = picture.portTexts[picture.ports[cell] ?? 0];
        expect({ from, to, faults: faultsOf(told.pair(from, to), picture.tones[cell], ports) }).toEqual({
          from,
          to,
          faults: [],
        });
      }
    }),
    { numRuns: 160 },
  );
  expect(pairs).toBeGreaterThan(PAIRS);
});
