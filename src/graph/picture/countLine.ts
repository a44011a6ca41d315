import type { Topology } from '../../engine';
import { grouped, n, t } from '../../language/t';
import type { PairCounts } from './edgesToDraw';

export const sum = (counts: PairCounts['total']): number =>
  counts.allowed + counts.blocked + counts.open + counts.unknown;

/** `106 blocked, 3 open`; of kinds with a count. */
export function hiddenWords({ allowed, blocked, open, unknown }: PairCounts['total']): string {
  return [
    ...(allowed > 0 ? [t`${grouped(allowed)} allowed`] : []),
    ...(blocked > 0 ? [t`${grouped(blocked)} blocked`] : []),
    ...(open > 0 ? [t`${grouped(open)} open`] : []),
    ...(unknown > 0 ? [t`${grouped(unknown)} undecided`] : []),
  ].join(', ');
}

/** How much of the whole the picture shows. */
export function showingLine(topology: Topology, counts: PairCounts): string {
  const hasFolds = topology.entities.some(({ kind }) => kind === 'namespace' || kind === 'alike');
  return t`Showing ${cardLine(topology)} · ${countLine(counts, hasFolds ? 'lines' : 'pairs')}`;
}

/** `26 of 132 pairs drawn (106 blocked hidden); 24 with the outside as globes`. */
export function countLine(counts: PairCounts, unit: 'pairs' | 'lines' = 'pairs'): string {
  const { total, drawn, told, hubs } = counts;
  const line = [
    unit === 'pairs' ? drawnPairs(counts) : drawnLines(counts),
    ...(told > 0 ? [t`${grouped(told)} with the outside as globes`] : []),
    ...(hubs > 0 ? [t`${grouped(hubs)} with hubs as glyphs`] : []),
  ].join('; ');
  return sum(drawn) === 0 && sum(total) > 0 ? t`${line}. Select a card to see its connections` : line;
}

function drawnPairs(counts: PairCounts): string {
  const [all, drawn, hidden] = [sum(counts.total), sum(counts.drawn), hiddenOf(counts)];
  return hidden === ''
    ? n(all)`all ${all} pair drawn|all ${all} pairs drawn`
    : n(
        all,
      )`${drawn} of ${all} pair drawn (${hidden} hidden)|${drawn} of ${all} pairs drawn (${hidden} hidden)`;
}

function drawnLines(counts: PairCounts): string {
  const [all, drawn, hidden] = [sum(counts.total), sum(counts.drawn), hiddenOf(counts)];
  return hidden === ''
    ? n(all)`all ${all} line drawn|all ${all} lines drawn`
    : n(
        all,
      )`${drawn} of ${all} line drawn (${hidden} hidden)|${drawn} of ${all} lines drawn (${hidden} hidden)`;
}

const hiddenOf = ({ total, drawn }: PairCounts): string =>
  hiddenWords({
    allowed: total.allowed - drawn.allowed,
    blocked: total.blocked - drawn.blocked,
    open: total.open - drawn.open,
    unknown: total.unknown - drawn.unknown,
  });

const NAMED = 3;

/** `no workloads in spare, staging`; null: there are some in each namespace. */
export function emptyLine({ namespaces }: Topology): string | null {
  const empty = namespaces.flatMap(({ name, workloads }) => (workloads === 0 ? [name] : []));
  if (empty.length === 0) return null;
  const first = empty.slice(0, NAMED).join(', ');
  const more = empty.length - NAMED;
  return more > 0 ? t`no workloads in ${first} and ${grouped(more)} more` : t`no workloads in ${first}`;
}

/** `25 namespaces, 125 workloads; 500 pods folded`: which of the cluster's parts have a card of their own. */
export function cardLine({ entities, cluster }: Topology): string {
  const namespaces = new Set<string>();
  const workloads = new Set<string>();
  let groups = 0;
  let pods = 0;
  let bare = 0;
  for (const entity of entities) {
    if ('namespace' in entity) namespaces.add(entity.namespace);
    if (entity.kind === 'workload') {
      workloads.add(entity.id);
      // A pod nobody owns is a workload of its own.
      if (entity.workloadKind === 'Pod') bare += entity.podCount;
    }
    if (entity.kind === 'alike') groups++;
    if (entity.kind === 'pod') {
      workloads.add(entity.workload);
      pods++;
    }
  }
  const shown = [
    ...(namespaces.size > 1
      ? [n(namespaces.size)`${namespaces.size} namespace|${namespaces.size} namespaces`]
      : []),
    ...workloadWords(workloads.size),
    ...(groups > 0 ? [n(groups)`${groups} alike group|${groups} alike groups`] : []),
    ...podWords(pods),
  ].join(', ');
  const folded = [
    ...workloadWords(cluster.workloads - workloads.size),
    ...podWords(cluster.pods - pods - bare),
  ].join(', ');
  return folded === '' ? shown : t`${shown}; ${folded} folded`;
}

const workloadWords = (count: number): readonly string[] =>
  count > 0 ? [n(count)`${count} workload|${count} workloads`] : [];

const podWords = (count: number): readonly string[] =>
  count > 0 ? [n(count)`${count} pod|${count} pods`] : [];
