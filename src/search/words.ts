import type { Found } from '../engine';

const numbers = new Intl.NumberFormat('en');
const count = (value: number, one: string): string =>
  `${numbers.format(value)} ${value === 1 ? one : `${one}s`}`;

/** `7 of 40 workloads, 12 connections`. */
export function foundWords({ workloads: { found, of }, pairs, entities }: Found): string {
  if (entities.length === 0) return 'Nothing found';
  const workloads = `${numbers.format(found)} of ${count(of, 'workload')}`;
  return pairs === null ? workloads : `${workloads}, ${count(pairs, 'connection')}`;
}

/** The same where there is little room: `7/40 · 12 ↔`. */
export function foundShort({ workloads: { found, of }, pairs }: Found): string {
  const workloads = `${numbers.format(found)}/${numbers.format(of)}`;
  return pairs === null ? workloads : `${workloads}, ${numbers.format(pairs)} →`;
}
