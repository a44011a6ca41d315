import type { Evaluated } from '../evaluate/evaluated';
import { formatAddress, parseAddress } from '../model/address';
import type { Cluster } from '../model/cluster';
import type { ServiceObject } from '../model/objects';
import type { Misread } from './attempt';
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
  | { readonly kind: 'pod'; readonly pod: string; readonly host: string }
  | { readonly kind: 'address'; readonly ip: string; readonly host: string }
  /** The client itself. */
  | { readonly kind: 'loopback'; readonly host: string }
  /** A name of the world outside. */
  | { readonly kind: 'outside'; readonly host: string }
  /** A name the cluster's DNS would not know; `others` are what somebody may mean who types it. */
  | { readonly kind: 'nobody'; readonly host: string; readonly others: readonly string[] };

/**
 * The Service of the cluster that an ExternalName stands for: it is only DNS, and its name is a whole one. Null: a host
 * outside. https://kubernetes.io/docs/concepts/services-networking/service/#externalname
 */
export function readAlias(state: Evaluated, { externalName }: ServiceObject): Target | null {
  const isOurs = externalName !== null && /^[^.]+\.[^.]+\.svc\.cluster\.local\.?$/i.test(externalName);
  const target = isOurs ? readTarget(state, externalName, null) : null;
  return target !== null && 'kind' in target ? target : null;
}

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
    return service
      ? { kind: 'service', service, host, isByName: true }
      : { kind: 'nobody', host, others: [] };
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
      ? { kind: 'pod', pod: found.pod, host: word }
      : { field: 'to', sentence: found.problem, instead: null };
  }
  const [name = '', second, third, ...rest] = word.replace(/\.$/, '').toLowerCase().split('.');
  const isInCluster = second === undefined || third === undefined || third === 'svc';
  const service = isInCluster ? find(second ?? namespace, name) : undefined;
  if (service) return { kind: 'service', service, host: word, isByName: true };
  // Two words are a Service and its namespace, if there is one of that name; else somebody's domain.
  const isOurs = third === undefined && second !== undefined && space.cluster.namespaces.has(second);
  const isClusterName = second === undefined || isOurs || (third === 'svc' && rest.length <= 2);
  if (!isClusterName) return { kind: 'outside', host: word };
  return {
    kind: 'nobody',
    host: word,
    others: second === undefined ? othersCalled(space.cluster, name) : [],
  };
}

/** Services of other namespaces, as a client types them, and workloads, as the connection tester takes them. */
function othersCalled({ services, workloads }: Cluster, name: string): readonly string[] {
  const ofName = <T extends { readonly name: string }>(all: readonly T[]): readonly T[] =>
    all.filter((one) => one.name === name);
  return [
    ...ofName(services).map(({ namespace }) => `${name}.${namespace}`),
    ...ofName(workloads).map(({ namespace }) => `${namespace}/${name}`),
  ];
}
