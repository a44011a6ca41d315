import {
  Tone,
  type BlockReason,
  type CniProfile,
  type PairDifference,
  type ProfileDifferences,
} from '../engine';
import { grouped, n, t } from '../language/t';

/** The profiles as the header names them. */
export function profileName(profile: CniProfile): string {
  switch (profile) {
    case 'spec':
      return t`Specification`;
    case 'cilium':
      return 'Cilium';
    case 'none':
      return t`Nothing enforced`;
  }
}

/** How the pairs that differ do: `3 let more through, 1 lets less through`. Empty when there are none. */
export function waysPhrase({ opened, closed, other }: ProfileDifferences): string {
  const parts: string[] = [];
  if (opened > 0) parts.push(n(opened)`${opened} lets more through|${opened} let more through`);
  if (closed > 0) parts.push(n(closed)`${closed} lets less through|${closed} let less through`);
  if (other > 0) parts.push(t`${grouped(other)} cannot be said in one of the two`);
  return parts.join(', ');
}

type Fate = PairDifference['spec'];

/** `every port`, `nothing`, `TCP 80`, with doubt where there is some. */
export function fateWords({ tone, ports, passes }: Fate): string {
  if (tone !== Tone.unknown) return ports;
  return passes ? t`${ports}, the rest cannot be said` : t`cannot say`;
}

/** One pair in a sentence. */
export function pairSentence({ source, destination, spec, profile }: PairDifference): string {
  return t`${source.name} to ${destination.name}: ${fateWords(spec)} by the specification, ${fateWords(profile)} here.`;
}

/** Where it is written, and what it does. */
export function reasonSentence({ rule, policy, cidr }: BlockReason): string {
  return t`${rule} of ${policy} names ${cidr}; Cilium’s ipBlock never matches pods.`;
}
