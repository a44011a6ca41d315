import { blockOf, contains } from '../compile/addressRanges';
import { Match } from '../compile/match';
import type { Space } from '../compile/space';
import { formatAddress, parseCidr, type Address } from '../model/address';
import type { IpBlockPeer } from '../model/policy';
import type { Holds } from '../evidence';
import type { Range } from '../source';
import { checkWords } from './checkWords';
import type { OtherEnd } from './otherEnd';

/** One thing a peer asks for, before its place is known. */
export interface Checked {
  readonly holds: Holds;
  readonly range: Range;
  readonly sentence: string;
}

/** Says whether an ipBlock contains the other end, and why; `match` is what was decided already. */
export function checkBlock(space: Space, block: IpBlockPeer, other: OtherEnd, match: Match): Checked {
  const { range } = block;
  const { name, pod, group, address } = other;
  if (pod !== null && space.cni === 'cilium') {
    return { holds: 'no', range, sentence: checkWords.ciliumBlock(name) };
  }
  if (pod !== null && address === null) return somewhere(block, name, match);
  const sample = group?.ranges[0];
  const at = address ?? (sample ? { family: sample.family, value: sample.first } : null);
  const said = address === null ? (group?.cidr ?? name) : formatAddress(address);
  if (at !== null && contains(blockOf(block), at)) {
    return { holds: 'yes', range, sentence: checkWords.inside(name, said, block.cidr) };
  }
  const hole = at === null ? undefined : block.except.find((text) => isIn(text, at));
  return {
    holds: 'no',
    range,
    sentence:
      hole === undefined
        ? checkWords.outside(name, said, block.cidr)
        : checkWords.excepted(name, said, block.cidr, hole),
  };
}

/** A pod whose address is not known: where it may be decides. */
function somewhere(block: IpBlockPeer, name: string, match: Match): Checked {
  const { range, cidr } = block;
  switch (match) {
    case Match.yes:
      return { holds: 'yes', range, sentence: checkWords.somewhereInside(name, cidr) };
    case Match.maybe:
      return { holds: 'maybe', range, sentence: checkWords.somewhere(name, cidr) };
    case Match.no:
      return { holds: 'no', range, sentence: checkWords.somewhereOutside(name, cidr) };
  }
}

function isIn(text: string, at: Address): boolean {
  const cidr = parseCidr(text);
  return cidr !== null && contains([{ family: cidr.family, first: cidr.first, last: cidr.last }], at);
}
