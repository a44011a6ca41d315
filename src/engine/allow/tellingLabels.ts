import type { Cluster, ClusterPod } from '../model/cluster';
import { bookkeepingLabels } from '../model/controllerLabels';

/** Keys people tell workloads apart by, the usual ones first. */
const usual = [
  'app',
  'app.kubernetes.io/name',
  'k8s-app',
  'name',
  'app.kubernetes.io/component',
  'component',
];

/**
 * As few labels of some pods of one namespace as tell them from its other pods, as far as labels do; at least one, if
 * they have any in common. Never what controllers write.
 */
export function tellingLabels(
  { pods, homes }: Cluster,
  ends: readonly number[],
): ReadonlyMap<string, string> {
  const own = new Set(ends.flatMap((index) => pods[index] ?? []));
  const [first] = own;
  const told = new Map<string, string>();
  if (!first) return told;
  const all = [...own];
  let open = [...first.labels]
    .filter(([key, value]) => !bookkeepingLabels.includes(key) && all.every(has(key, value)))
    .sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  // Selectors do not see pods on the network of their node.
  let others = (homes.get(first.namespace)?.pods ?? []).filter((pod) => !own.has(pod) && !pod.hostNetwork);
  while (open.length > 0) {
    const left = open.map(([key, value]) => others.filter(has(key, value)).length);
    const least = Math.min(...left);
    const best = open[left.indexOf(least)];
    if (!best || (told.size > 0 && least === others.length)) break;
    told.set(...best);
    open = open.filter((label) => label !== best);
    others = others.filter(has(...best));
    if (others.length === 0) break;
  }
  return told;
}

const has =
  (key: string, value: string) =>
  ({ labels }: ClusterPod): boolean =>
    labels.get(key) === value;

function rank(key: string): number {
  const index = usual.indexOf(key);
  return index < 0 ? usual.length : index;
}
