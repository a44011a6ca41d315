import { t } from '../language/t';
import type { End } from './evaluate/pair';
import { isLoopback, parseAddress } from './model/address';
import type { Cluster } from './model/cluster';

/**
 * What is said of 127.0.0.0/8 and ::1: they are the asker itself, so nobody connects from them, and what a pod sends to
 * them passes no interface at which a policy could stand.
 * https://kubernetes.io/docs/concepts/services-networking/network-policies/ what policies cannot do: localhost
 */

/** Whether it is such an address. */
export function isLoopbackText(text: string): boolean {
  const address = parseAddress(text);
  return address !== null && isLoopback({ ...address, first: address.value, last: address.value });
}

/** Why it is no source of a connection. */
export const noSourceSentence = (host: string): string =>
  t`${host} is every machine itself: say which pod connects.`;

/** Whose loopback it is: of the pods themselves, of the machine they share it with, or of one outside the cluster. */
export type LoopbackOf = 'pod' | 'node' | 'outside';

/** Whose it is when these ask. */
export function loopbackOf({ pods: all }: Cluster, { pods }: Pick<End, 'pods'>): LoopbackOf {
  if (pods.length === 0) return 'outside';
  return pods.some((pod) => all[pod]?.hostNetwork === true) ? 'node' : 'pod';
}

/** What becomes of a connection there. */
export function loopbackSentence(host: string, of: LoopbackOf): string {
  switch (of) {
    case 'pod':
      return t`${host} is the pod itself: loopback never leaves the pod, and policies have no say in that.`;
    case 'node':
      return t`${host} is the node itself: loopback never leaves it, and policies have no say in that.`;
    case 'outside':
      return t`${host} is the machine the client itself runs on, outside the cluster: policies have no say there.`;
  }
}
