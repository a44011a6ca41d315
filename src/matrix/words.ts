import { Tone } from '../engine';
import type { Cell } from './cell';

/** What a cell says, in one sentence. */
export function cellSentence(from: string, to: string, cell: Cell): string {
  const { tone, total, passing, unknown, ports } = cell;
  if (total > 1) {
    const doubt = unknown > 0 ? `; ${count(unknown)} cannot be said` : '';
    const inside = from === to ? `inside ${from}` : `from ${from} to ${to}`;
    return `${count(passing)} of ${count(total)} pairs ${inside} can connect${doubt}`;
  }
  switch (tone) {
    case Tone.none:
      return `${from} and ${to} are not a pair`;
    case Tone.open:
      return `${from} can reach ${to} on every port: nothing decides this`;
    case Tone.allowed:
      return `${from} can reach ${to} on every port`;
    case Tone.partial:
      return `${from} can reach ${to} on ${ports}`;
    case Tone.blockedEgress:
      return `${from} cannot reach ${to}: stopped leaving ${from}`;
    case Tone.blockedIngress:
      return `${from} cannot reach ${to}: stopped entering ${to}`;
    case Tone.unknown:
      return `Cannot say whether ${from} can reach ${to}`;
  }
}

/** What a cell shows: `12/40`, `8080 +2`, or a sign. */
export function cellText({ tone, total, passing, ports }: Cell): string {
  if (total > 1) return `${count(passing)}/${count(total)}`;
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

/** The first number and how many more there are: `8080 +2`. */
export function shortPorts(ports: string): string {
  const [first = '', ...more] = ports.replaceAll(/\b(?:TCP|UDP|SCTP|every|port) ?/g, '').split(/, | · /);
  const head = first.trim() === '' ? 'some' : first.trim();
  return more.length > 0 ? `${head} +${String(more.length)}` : head;
}

const numbers = new Intl.NumberFormat('en');
const count = (value: number): string => numbers.format(value);
