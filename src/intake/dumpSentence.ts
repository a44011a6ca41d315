import { grouped } from './grouped';
import type { KindCount } from '../engine';
import { droppedWords, type DroppedCounts } from './droppedCounts';
import { isPolicyKind } from './kindShapes';
import type { DumpCounts } from './readImport';

/** More kinds than this are only counted. */
const NAMED = 3;

const groups: readonly (readonly [one: string, many: string, kinds: RegExp])[] = [
  ['pod', 'pods', /^Pod$/],
  [
    'workload',
    'workloads',
    /^(?:Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|CronJob)$/,
  ],
  ['service', 'services', /^Service$/],
  ['namespace', 'namespaces', /^Namespace$/],
  ['node', 'nodes', /^Node$/],
  ['ingress', 'ingresses', /^Ingress$/],
];

/** "Kept 500 pods, 120 workloads, 48 policies; stripped 500 env blocks; left out 812 ConfigMaps". */
export function dumpSentence(dump: DumpCounts, dropped: DroppedCounts): string {
  const stripped = droppedWords(dropped);
  const parts = [
    `Kept ${keptWords(dump.kept).join(', ')}`,
    ...(stripped.length > 0 ? [`stripped ${stripped.join(', ')}`] : []),
    ...(dump.leftOut.length > 0 ? [`left out ${leftOutWords(dump.leftOut).join(', ')}`] : []),
  ];
  return [
    `${parts.join('; ')}.`,
    ...(dump.unreadable > 0 ? [`${counted(dump.unreadable, 'object')} could not be read.`] : []),
    ...(dump.broken > 0 ? ['A list breaks off before its end: objects may be missing.'] : []),
  ].join(' ');
}

function keptWords(kept: readonly KindCount[]): readonly string[] {
  const policies = sum(kept.filter(({ kind }) => isPolicyKind(kind)));
  const known = groups.map(([one, many, kinds]): readonly [number, string, string] => [
    sum(kept.filter(({ kind }) => kinds.test(kind))),
    one,
    many,
  ]);
  const others = sum(kept) - policies - known.reduce((all, [count]) => all + count, 0);
  const counts: (readonly [number, string, string])[] = [
    ...known,
    [policies, 'policy', 'policies'],
    [others, 'other object', 'other objects'],
  ];
  return counts
    .filter(([count]) => count > 0)
    .map(([count, one, many]) => `${grouped(count)} ${count === 1 ? one : many}`);
}

function leftOutWords(leftOut: readonly KindCount[]): readonly string[] {
  const named = leftOut.slice(0, NAMED).map(({ kind, count }) => counted(count, kind));
  const rest = leftOut.slice(NAMED);
  if (rest.length === 0) return named;
  return [...named, `${counted(sum(rest), 'object')} of ${counted(rest.length, 'other kind')}`];
}

const sum = (counts: readonly KindCount[]): number => counts.reduce((all, { count }) => all + count, 0);

const counted = (count: number, noun: string): string =>
  `${grouped(count)} ${count === 1 ? noun : plural(noun)}`;

const plural = (noun: string): string =>
  /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : /(?:s|x|ch)$/.test(noun) ? `${noun}es` : `${noun}s`;
