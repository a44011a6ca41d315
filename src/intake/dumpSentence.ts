import type { KindCount } from '../engine';
import { grouped, n, t } from '../language/t';
import type { DroppedCounts } from './droppedCounts';
import { droppedWords } from './droppedWords';
import { isPolicyKind } from './kindShapes';
import type { DumpCounts } from './readImport';

/** More kinds than this are only counted. */
const NAMED = 3;

const workload = /^(?:Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|CronJob)$/;

/** "Kept 500 pods, 120 workloads, 48 policies; stripped 500 env blocks; left out 812 ConfigMaps". */
export function dumpSentence(dump: DumpCounts, dropped: DroppedCounts): string {
  const { unreadable, broken } = dump;
  return [
    ...(broken > 0 ? [t`A list breaks off before its end: objects may be missing.`] : []),
    keptSentence(
      keptWords(dump.kept).join(', '),
      droppedWords(dropped).join(', '),
      leftOutWords(dump.leftOut).join(', '),
    ),
    ...(unreadable > 0
      ? [n(unreadable)`${unreadable} object could not be read.|${unreadable} objects could not be read.`]
      : []),
  ].join(' ');
}

function keptSentence(kept: string, stripped: string, leftOut: string): string {
  if (stripped === '' && leftOut === '') return t`Kept ${kept}.`;
  if (leftOut === '') return t`Kept ${kept}; stripped ${stripped}.`;
  if (stripped === '') return t`Kept ${kept}; left out ${leftOut}.`;
  return t`Kept ${kept}; stripped ${stripped}; left out ${leftOut}.`;
}

function keptWords(kept: readonly KindCount[]): readonly string[] {
  const count = (isOne: (kind: string) => boolean): number => sum(kept.filter(({ kind }) => isOne(kind)));
  const pods = count((kind) => kind === 'Pod');
  const workloads = count((kind) => workload.test(kind));
  const services = count((kind) => kind === 'Service');
  const namespaces = count((kind) => kind === 'Namespace');
  const nodes = count((kind) => kind === 'Node');
  const ingresses = count((kind) => kind === 'Ingress');
  const policies = count(isPolicyKind);
  const others = sum(kept) - pods - workloads - services - namespaces - nodes - ingresses - policies;
  return [
    ...(pods > 0 ? [n(pods)`${pods} pod|${pods} pods`] : []),
    ...(workloads > 0 ? [n(workloads)`${workloads} workload|${workloads} workloads`] : []),
    ...(services > 0 ? [n(services)`${services} service|${services} services`] : []),
    ...(namespaces > 0 ? [n(namespaces)`${namespaces} namespace|${namespaces} namespaces`] : []),
    ...(nodes > 0 ? [n(nodes)`${nodes} node|${nodes} nodes`] : []),
    ...(ingresses > 0 ? [n(ingresses)`${ingresses} ingress|${ingresses} ingresses`] : []),
    ...(policies > 0 ? [n(policies)`${policies} policy|${policies} policies`] : []),
    ...(others > 0 ? [n(others)`${others} other object|${others} other objects`] : []),
  ];
}

function leftOutWords(leftOut: readonly KindCount[]): readonly string[] {
  const named = leftOut
    .slice(0, NAMED)
    .map(({ kind, count }) => `${grouped(count)} ${count === 1 ? kind : pluralKind(kind)}`);
  const rest = leftOut.slice(NAMED);
  if (rest.length === 0) return named;
  const objects = sum(rest);
  const objectWords = n(objects)`${objects} object|${objects} objects`;
  return [
    ...named,
    n(rest.length)`${objectWords} of ${rest.length} other kind|${objectWords} of ${rest.length} other kinds`,
  ];
}

const sum = (counts: readonly KindCount[]): number => counts.reduce((all, { count }) => all + count, 0);

/** `ConfigMaps`: a kind is an English word in every language. */
const pluralKind = (kind: string): string =>
  /[^aeiou]y$/.test(kind) ? `${kind.slice(0, -1)}ies` : /(?:s|x|ch)$/.test(kind) ? `${kind}es` : `${kind}s`;
