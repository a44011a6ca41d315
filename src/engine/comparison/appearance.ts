import type { PolicyBook } from '../compile/policyBook';
import type { Space } from '../compile/space';
import type { Evaluated } from '../evaluate/evaluated';
import { namespaceIn, type ClusterPod } from '../model/cluster';
import type { LabelSelector } from '../model/policy';
import type { Refinement } from '../compile/refinement';

/** Tells, per pod of one state, all that any policy of either state can see of it. */
export type Appearance = (pod: number) => string;

/** Equal texts of the two: policies cannot tell the pod then from the pod now. */
export function appearances(
  before: Evaluated,
  after: Evaluated,
  { parts, partOf }: Refinement,
): readonly [before: Appearance, after: Appearance] {
  const keys = [...askedKeys([before.book, after.book])].sort();
  const hasHosts = [before, after].some(({ space }) => space.cluster.pods.some((pod) => pod.hostNetwork));
  const where = ({ addresses }: ClusterPod): string =>
    addresses.length === 0
      ? '?'
      : addresses
          .map((address) => `${String(address.family)}@${String(parts.length > 1 ? partOf(address) : 0)}`)
          .join();
  const of = ({ cluster }: Space): Appearance => {
    const known = new Map<number, string>();
    const namespaces = new Map<string, string>();
    const labelsOf = (labels: ReadonlyMap<string, string>): string =>
      JSON.stringify(keys.map((key) => labels.get(key) ?? null));
    const namespaceText = (name: string): string => {
      let text = namespaces.get(name);
      if (text === undefined) {
        const { labels, labelsKnown } = namespaceIn(cluster, name);
        namespaces.set(name, (text = `${labelsOf(labels)}${labelsKnown ? '' : '?'}`));
      }
      return text;
    };
    const textOf = (pod: ClusterPod): string =>
      [
        labelsOf(pod.labels),
        namespaceText(pod.namespace),
        pod.hostNetwork,
        where(pod),
        hasHosts ? pod.nodeName : '',
        ...pod.ports.flatMap(({ name, protocol, port }) =>
          name === null ? [] : `${name}/${protocol}/${String(port)}`,
        ),
      ].join('\n');
    return (index) => {
      let text = known.get(index);
      if (text === undefined) {
        const pod = cluster.pods[index];
        known.set(index, (text = pod ? textOf(pod) : ''));
      }
      return text;
    };
  };
  return [of(before.space), of(after.space)];
}

/** Keys of labels that any selector names. */
function askedKeys(books: readonly PolicyBook[]): ReadonlySet<string> {
  const keys = new Set<string>();
  const ask = (selector: LabelSelector | null): void => {
    for (const { key } of selector?.requirements ?? []) keys.add(key);
  };
  for (const { policies, rejected } of books) {
    for (const { podSelector } of rejected) ask(podSelector);
    for (const { podSelector, ingress, egress } of policies) {
      ask(podSelector);
      for (const { peers } of [...ingress, ...egress]) {
        for (const peer of peers) {
          if (peer.kind !== 'pods') continue;
          ask(peer.podSelector);
          ask(peer.namespaceSelector);
        }
      }
    }
  }
  return keys;
}
