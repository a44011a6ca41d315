import type { Topology } from '../../engine';
import type { PairCounts } from './edgesToDraw';
import type { ToneClass } from './toneClass';

const KINDS: readonly { readonly kind: ToneClass; readonly word: string }[] = [
  { kind: 'allowed', word: 'allowed' },
  { kind: 'blocked', word: 'blocked' },
  { kind: 'open', word: 'open' },
  { kind: 'unknown', word: 'undecided' },
];

export const sum = (counts: PairCounts['total']): number =>
  counts.allowed + counts.blocked + counts.open + counts.unknown;

const NUMBER = new Intl.NumberFormat('en');

/** A count as people read it: `12,289`. */
export const countWord = (count: number): string => NUMBER.format(count);

/** `106 blocked, 3 open`; of kinds with a count. */
export const hiddenWords = (counts: PairCounts['total']): string =>
  KINDS.filter(({ kind }) => counts[kind] > 0)
    .map(({ kind, word }) => `${countWord(counts[kind])} ${word}`)
    .join(', ');

/** `26 of 132 pairs drawn (106 blocked hidden); 24 with the outside as globes`. */
export function countLine(
  { total, drawn, told, hubs }: PairCounts,
  unit: 'pairs' | 'lines' = 'pairs',
): string {
  const hidden = hiddenWords({
    allowed: total.allowed - drawn.allowed,
    blocked: total.blocked - drawn.blocked,
    open: total.open - drawn.open,
    unknown: total.unknown - drawn.unknown,
  });
  const all = sum(total);
  const head =
    hidden === ''
      ? `all ${countWord(all)} ${all === 1 ? unit.slice(0, -1) : unit} drawn`
      : `${countWord(sum(drawn))} of ${countWord(all)} ${unit} drawn (${hidden} hidden)`;
  const outside = told === 0 ? '' : `; ${countWord(told)} with the outside as globes`;
  const withHubs = hubs === 0 ? '' : `; ${countWord(hubs)} with hubs as glyphs`;
  const advice = sum(drawn) === 0 && all > 0 ? '. Select a card to see its connections' : '';
  return `${head}${outside}${withHubs}${advice}`;
}

/** `25 namespaces, 125 workloads; 500 pods folded`: which of the cluster's parts have a card of their own. */
export function cardLine({ entities, cluster }: Topology): string {
  const namespaces = new Set<string>();
  const workloads = new Set<string>();
  let groups = 0;
  let pods = 0;
  for (const entity of entities) {
    if ('namespace' in entity) namespaces.add(entity.namespace);
    if (entity.kind === 'workload') {
      workloads.add(entity.id);
      if (entity.workloadKind === 'Pod') pods += entity.podCount;
    }
    if (entity.kind === 'alike') groups++;
    if (entity.kind === 'pod') {
      workloads.add(entity.workload);
      pods++;
    }
  }
  const some = (count: number, word: string): string[] =>
    count > 0 ? [`${countWord(count)} ${word}${count === 1 ? '' : 's'}`] : [];
  const shown = [
    ...(namespaces.size > 1 ? some(namespaces.size, 'namespace') : []),
    ...some(workloads.size, 'workload'),
    ...some(groups, 'alike group'),
    ...some(pods, 'pod'),
  ];
  const folded = [
    ...some(cluster.workloads - workloads.size, 'workload'),
    ...some(cluster.pods - pods, 'pod'),
  ];
  return `${shown.join(', ')}${folded.length > 0 ? `; ${folded.join(', ')} folded` : ''}`;
}
