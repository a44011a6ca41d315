import { Tone } from '../engine';
import { grouped, n, t } from '../language/t';
import { inPart } from '../state/partWords';
import type { Cell } from './cell';

/** What a cell says, in one sentence. */
export function cellSentence(from: string, to: string, cell: Cell): string {
  const { tone, total, passing, unknown, isPart, ports } = cell;
  if (isSum(cell)) {
    const sum =
      from === to
        ? n(
            total,
          )`${grouped(passing)} of ${total} pair inside ${from} can connect|${grouped(passing)} of ${total} pairs inside ${from} can connect`
        : n(
            total,
          )`${grouped(passing)} of ${total} pair from ${from} to ${to} can connect|${grouped(passing)} of ${total} pairs from ${from} to ${to} can connect`;
    const told = isPart ? inPart(sum) : sum;
    return unknown > 0 ? t`${told}; ${grouped(unknown)} cannot be said` : told;
  }
  switch (tone) {
    case Tone.none:
      return t`${from} and ${to} are not a pair`;
    case Tone.open:
      return t`${from} can reach ${to} on every port: nothing decides this`;
    case Tone.allowed:
      return t`${from} can reach ${to} on every port`;
    case Tone.partial:
      return isPart ? inPart(t`${from} can reach ${to}`) : t`${from} can reach ${to} on ${ports}`;
    case Tone.blockedEgress:
      return t`${from} cannot reach ${to}: stopped leaving ${from}`;
    case Tone.blockedIngress:
      return t`${from} cannot reach ${to}: stopped entering ${to}`;
    case Tone.unknown:
      return t`Cannot say whether ${from} can reach ${to}`;
  }
}

/** What a cell shows: `12/40`, `8080 +2`, or a sign. */
export function cellText(cell: Cell): string {
  const { tone, total, passing, isPart, ports } = cell;
  if (isPart && passing === total) return t`some`;
  if (isSum(cell)) {
    const share = `${grouped(passing)}/${grouped(total)}`;
    // Without the sign only its hue would tell it from a blocked one.
    return tone === Tone.unknown ? `${share} ?` : share;
  }
  switch (tone) {
    case Tone.none:
    case Tone.allowed:
    case Tone.open:
      return '';
    case Tone.partial:
      return shortPorts(ports);
    case Tone.blockedEgress:
    case Tone.blockedIngress:
      return '×';
    case Tone.unknown:
      return '?';
  }
}

/** It counts pairs. One pair under a heading has no ports of its own. */
const isSum = ({ tone, total, isPart, ports }: Cell): boolean =>
  total > 1 || (tone === Tone.partial && ports === '' && !isPart);

/** The first number and how many more there are: `8080 +2`. */
export function shortPorts(ports: string): string {
  const [first = '', ...more] = ports.split(/, | · /).map((part) => part.replaceAll(/[^\d–]/g, ''));
  const head = first === '' ? t`some` : first;
  return more.length > 0 ? `${head} +${String(more.length)}` : head;
}
