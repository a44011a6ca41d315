import {
  pairChanges,
  type ChangedPolicy,
  type CniProfile,
  type Comparison,
  type PairChange,
} from '../engine';

const numbers = new Intl.NumberFormat('en');

/** `12,289`. */
export const grouped = (count: number): string => numbers.format(count);

/** `1 workload`, `3 workloads`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : many}`;
}

/** Heads of the lists. */
export const changeTitles: Readonly<Record<PairChange, string>> = {
  opened: 'Opened',
  closed: 'Closed',
  exchanged: 'Other ports',
  unsure: 'Cannot say',
};

/** What each list holds, for those who wonder. */
export const changeHints: Readonly<Record<PairChange, string>> = {
  opened: 'Ports pass now that did not, and none was lost.',
  closed: 'Ports passed that do not any more, and none was gained.',
  exchanged: 'Some ports were gained and others lost.',
  unsure: 'What changed is only what the manifests do not decide.',
};

const changed: Readonly<Record<PairChange, (count: number) => string>> = {
  opened: (count) => `${grouped(count)} opened`,
  closed: (count) => `${grouped(count)} closed`,
  exchanged: (count) => `${grouped(count)} with other ports`,
  unsure: (count) => `${grouped(count)} cannot be said`,
};

/** `3 opened, 1 closed; 1 workload added`, or that everything is the same. */
export function summaryWords({ counts, added, removed }: Comparison): string {
  const pairs = pairChanges.filter((change) => counts[change] > 0);
  const ends = [
    ...(added.count > 0 ? [`${counted(added.count, 'workload')} added`] : []),
    ...(removed.count > 0 ? [`${counted(removed.count, 'workload')} removed`] : []),
  ];
  const parts = [
    ...(pairs.length > 0 ? [pairs.map((change) => changed[change](counts[change])).join(', ')] : []),
    ...(ends.length > 0 ? [ends.join(', ')] : []),
  ];
  if (parts.length === 0) return 'Everything is the same: no connection opened or closed.';
  if (pairs.length === 0) return `No connection opened or closed; ${parts.join('; ')}.`;
  return `${parts.join('; ')}.`;
}

/** `shop/allow-dns`. */
export function policyName({ namespace, name }: ChangedPolicy): string {
  return namespace === null ? name : `${namespace}/${name}`;
}

const plugins: Readonly<Record<CniProfile, string>> = {
  spec: 'the specification',
  cilium: 'Cilium',
  none: 'a plugin that enforces nothing',
};

/** Whom a baseline is read for. */
export const pluginWords = (cni: CniProfile): string => plugins[cni];

const clock = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const day = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' });

/** `12:04`, with the day when it was not today. */
export function timeWords(time: number, now: number = Date.now()): string {
  const isToday = day.format(time) === day.format(now);
  return isToday ? clock.format(time) : `${day.format(time)}, ${clock.format(time)}`;
}
