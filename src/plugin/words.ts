import {
  Tone,
  type BlockReason,
  type CniProfile,
  type PairDifference,
  type ProfileDifferences,
} from '../engine';

const numbers = new Intl.NumberFormat('en');

/** `1 pair differs`, `1,203 pairs differ`. */
export function pairsDiffer(count: number): string {
  return count === 1 ? '1 pair differs' : `${numbers.format(count)} pairs differ`;
}

/** The profiles as the header names them. */
export const profileName: Readonly<Record<CniProfile, string>> = {
  spec: 'Specification',
  cilium: 'Cilium',
  none: 'Nothing enforced',
};

/** How the pairs that differ do: `3 become open, 1 becomes closed`. Empty when there are none. */
export function waysPhrase({ opened, closed, other }: ProfileDifferences): string {
  const parts: string[] = [];
  const add = (count: number, one: string, many: string): void => {
    if (count > 0) parts.push(`${numbers.format(count)} ${count === 1 ? one : many}`);
  };
  add(opened, 'lets more through', 'let more through');
  add(closed, 'lets less through', 'let less through');
  add(other, 'cannot be said in one of the two', 'cannot be said in one of the two');
  return parts.join(', ');
}

type Fate = PairDifference['spec'];

/** `every port`, `nothing`, `TCP 80`, with doubt where there is some. */
export function fateWords({ tone, ports, passes }: Fate): string {
  if (tone !== Tone.unknown) return ports;
  return passes ? `${ports}, the rest cannot be said` : 'cannot say';
}

/** One pair in a sentence. */
export function pairSentence({ source, destination, spec, profile }: PairDifference): string {
  return `${source.name} to ${destination.name}: ${fateWords(spec)} by the specification, ${fateWords(profile)} here.`;
}

/** Where it is written, and what it does. */
export function reasonSentence({ rule, policy, cidr }: BlockReason): string {
  return `${rule} of ${policy} names ${cidr}; Cilium’s ipBlock never matches pods.`;
}
