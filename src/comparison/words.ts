import {
  pairChanges,
  type ChangedPolicy,
  type CniProfile,
  type Comparison,
  type PairChange,
} from '../engine';
import { countedChange } from '../state/changeSentence';
import { grouped, n, spokenLanguage, t } from '../language/t';

/** Heads of the lists. */
export function changeTitle(change: PairChange): string {
  switch (change) {
    case 'opened':
      return t`Opened`;
    case 'closed':
      return t`Closed`;
    case 'widened':
      return t`More ports`;
    case 'narrowed':
      return t`Fewer ports`;
    case 'exchanged':
      return t`Other ports`;
    case 'unsure':
      return t`Cannot say`;
  }
}

/** What each list holds, for those who wonder. */
export function changeHint(change: PairChange): string {
  switch (change) {
    case 'opened':
      return t`Something passes now where nothing did.`;
    case 'closed':
      return t`Nothing passes any more where something did.`;
    case 'widened':
      return t`Ports pass now that did not, and none was lost.`;
    case 'narrowed':
      return t`Ports passed that do not any more, and none was gained. Others still pass.`;
    case 'exchanged':
      return t`Some ports were gained and others lost.`;
    case 'unsure':
      return t`What changed is only what the manifests do not decide.`;
  }
}

/** It may stand alone here. */
const changed = (change: PairChange, count: number): string =>
  change === 'unsure' ? t`${grouped(count)} cannot be said` : countedChange(change, count);

/** `3 opened, 1 closed; 1 workload added`, or that everything is the same. */
export function summaryWords({ counts, added, removed }: Comparison): string {
  const pairs = pairChanges.filter((change) => counts[change] > 0);
  const ends = [
    ...(added.count > 0
      ? [n(added.count)`${added.count} workload added|${added.count} workloads added`]
      : []),
    ...(removed.count > 0
      ? [n(removed.count)`${removed.count} workload removed|${removed.count} workloads removed`]
      : []),
  ];
  const parts = [
    ...(pairs.length > 0 ? [pairs.map((change) => changed(change, counts[change])).join(', ')] : []),
    ...(ends.length > 0 ? [ends.join(', ')] : []),
  ];
  if (parts.length === 0) return t`Everything is the same: no connection opened or closed.`;
  if (pairs.length === 0) return t`No connection opened or closed; ${parts.join('; ')}.`;
  return `${parts.join('; ')}.`;
}

/** `shop/allow-dns`. */
export function policyName({ namespace, name }: ChangedPolicy): string {
  return namespace === null ? name : `${namespace}/${name}`;
}

/** What became of a policy. */
export function policyChange(change: ChangedPolicy['change']): string {
  switch (change) {
    case 'added':
      return t`added`;
    case 'removed':
      return t`removed`;
    case 'edited':
      return t`edited`;
  }
}

/** Whom a baseline is read for. */
export function pluginWords(cni: CniProfile): string {
  switch (cni) {
    case 'spec':
      return t`the specification`;
    case 'cilium':
      return 'Cilium';
    case 'none':
      return t`a plugin that enforces nothing`;
  }
}

/** `12:04`, with the day when it was not today. */
export function timeWords(time: number, now: number = Date.now()): string {
  const isToday = new Date(time).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(spokenLanguage().code, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(isToday ? {} : { day: 'numeric', month: 'short' }),
  }).format(time);
}
