import type { Evaluated } from '../evaluate/evaluated';
import { formatAddress, parseAddress } from '../model/address';
import type { Cluster } from '../model/cluster';
import type { ServiceObject } from '../model/objects';
import type { Misread } from './attempt';
import { podBehind, podOfAddress, type PodOfName } from './hostOfPod';
import type { LeftOut } from './leftOut';
import { misreadHost, namesLoopback } from './misread';
import { namedPod } from './namedPod';

/** What a client's words mean. `host` is what it types. */
export type Target =
  | {
      readonly kind: 'service';
      readonly service: ServiceObject;
      readonly host: string;
      readonly isByName: boolean;
    }
  | { readonly kind: 'pod'; readonly pod: string; readonly host: string; readonly isByName: boolean }
  | { readonly kind: 'address'; readonly ip: string; readonly host: string }
  /** The client itself. */
  | { readonly kind: 'loopback'; readonly host: string }
  /** A name of the world outside. */
  | { readonly kind: 'outside'; readonly host: string }
  /**
   * A name the cluster's DNS would not know; `others` are what somebody may mean who types it, `leftOut` are pods that
   * it leaves out.
   */
  | {
      readonly kind: 'nobody';
      readonly host: string;
      readonly others: readonly string[];
      readonly leftOut: readonly LeftOut[];
    }
  /** The Service of the API server, which nobody gave. */
  | { readonly kind: 'api-server'; readonly host: string }
  /** A name of the cluster of which the manifests do not say whose it is. */
  | { readonly kind: 'unclear'; readonly host: string; readonly sentence: string };

/**
 * What of the cluster an ExternalName stands for: it is only DNS, and its name is a whole one. Null: a host outside.
 * https://kubernetes.io/docs/concepts/services-networking/service/#externalname
 */
export function readAlias(state: Evaluated, { externalName }: ServiceObject): Target | null {
  if (externalName === null) return null;
  // No other name is put behind one that is whole: this one leads nowhere.
  if (/\.(?:svc|pod)\.?$/i.test(externalName)) return nobodyCalled(externalName);
  const target = isOfCluster(externalName) ? readTarget(state, externalName, null) : null;
  return target !== null && 'kind' in target ? target : null;
}

/** https://github.com/kubernetes/dns/blob/master/docs/specification.md */
const isOfCluster = (host: string): boolean => /\.(?:svc|pod|cluster\.local)\.?$/i.test(host);

/** Reads where to, as a client in `namespace` would have it resolved; null: the client is outside the cluster. */
export function readTarget(state: Evaluated, text: string, namespace: string | null): Target | Misread {
  const { space } = state;
  const { services } = space.cluster;
  const find = (inNamespace: string | null, name: string): ServiceObject | undefined =>
    services.find((one) => one.namespace === inNamespace && one.name === name);
  const word = text.trim();
  if (word.startsWith('service:')) {
    const [inNamespace = '', name = ''] = word.slice('service:'.length).split('/');
    const service = find(inNamespace, name);
    const host = inNamespace === namespace ? name : `${name}.${inNamespace}`;
    return service ? { kind: 'service', service, host, isByName: true } : nobodyCalled(host);
  }
  if (namesLoopback(word)) return { kind: 'loopback', host: word };
  const misread = misreadHost(word);
  if (misread !== null) return misread;
  const address = parseAddress(word);
  if (address !== null) {
    const canonical = formatAddress(address);
    const service = services.find(({ clusterAddresses }) => clusterAddresses.includes(canonical));
    return service
      ? { kind: 'service', service, host: word, isByName: false }
      : { kind: 'address', ip: word, host: word };
  }
  if (word.includes('/')) {
    const found = namedPod(state, word);
    return 'pod' in found
      ? { kind: 'pod', pod: found.pod, host: word, isByName: false }
      : { field: 'to', sentence: found.problem, instead: null };
  }
  const [name = '', second, third, ...rest] = word.replace(/\.$/, '').toLowerCase().split('.');
  const isInCluster = second === undefined || third === undefined || third === 'svc';
  const pods = podOfName(state, find, word, namespace);
  if (pods?.kind === 'pod') return { kind: 'pod', pod: pods.called, host: word, isByName: true };
  const service = isInCluster ? find(second ?? namespace, name) : undefined;
  if (service) return { kind: 'service', service, host: word, isByName: true };
  // https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/#directly-accessing-the-rest-api
  if (isInCluster && name === 'kubernetes' && (second ?? namespace) === 'default') {
    return { kind: 'api-server', host: word };
  }
  if (pods?.kind === 'unclear') return { ...pods, host: word };
  if (pods) return { ...pods, host: word, others: [] };
  // Two words are a Service and its namespace, if there is one of that name; else somebody's domain.
  const isOurs = third === undefined && second !== undefined && space.cluster.namespaces.has(second);
  const isClusterName = second === undefined || isOurs || (third === 'svc' && rest.length <= 2);
  if (!isClusterName && !isOfCluster(word)) return { kind: 'outside', host: word };
  return nobodyCalled(word, second === undefined ? othersCalled(space.cluster, name) : []);
}

const nobodyCalled = (host: string, others: readonly string[] = []): Target => ({
  kind: 'nobody',
  host,
  others,
  leftOut: [],
});

/** The pod a name means, as the search list completes it; null: it is no name of a pod. */
function podOfName(
  state: Evaluated,
  find: (inNamespace: string | null, name: string) => ServiceObject | undefined,
  word: string,
  namespace: string | null,
): PodOfName | null {
  const [name = '', second, third, ...rest] = word
    .toLowerCase()
    .replace(/\.$/, '')
    .replace(/\.cluster\.local$/, '')
    .split('.');
  if (second === undefined) return null;
  if (third === 'pod' && rest.length === 0) return podOfAddress(state, name, second);
  const isShort = third === undefined || (third !== 'svc' && rest.length === 0) || isOnlySvc(rest);
  const service = isShort ? find(third ?? namespace, second) : undefined;
  return service ? podBehind(state, service, name) : null;
}

const isOnlySvc = (words: readonly string[]): boolean => words.length === 1 && words[0] === 'svc';

/** Services of other namespaces, as a client types them, and workloads, as the connection tester takes them. */
function othersCalled({ services, workloads }: Cluster, name: string): readonly string[] {
  const ofName = <T extends { readonly name: string }>(all: readonly T[]): readonly T[] =>
    all.filter((one) => one.name === name);
  return [
    ...ofName(services).map(({ namespace }) => `${name}.${namespace}`),
    ...ofName(workloads).map(({ namespace }) => `${namespace}/${name}`),
  ];
}
