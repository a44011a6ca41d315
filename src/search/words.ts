import type { Found } from '../engine';
import { grouped, n, t } from '../language/t';

/** `7 of 40 workloads, 12 connections`. */
export function foundWords({ workloads: { found, of }, pairs, entities }: Found): string {
  if (entities.length === 0) return t`Nothing found`;
  const workloads = n(of)`${found} of ${of} workload|${found} of ${of} workloads`;
  return pairs === null ? workloads : `${workloads}, ${n(pairs)`${pairs} connection|${pairs} connections`}`;
}

/** The same where there is little room: `7/40 · 12 ↔`. */
export function foundShort({ workloads: { found, of }, pairs }: Found): string {
  const workloads = `${grouped(found)}/${grouped(of)}`;
  return pairs === null ? workloads : `${workloads}, ${grouped(pairs)} →`;
}
