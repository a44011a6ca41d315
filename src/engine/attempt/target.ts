import type { Evaluated } from '../evaluate/evaluated';
import { parseAddress } from '../model/address';
import type { ServiceObject } from '../model/objects';

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
  /** A name of the world outside. */
  | { readonly kind: 'outside'; readonly host: string }
  /** A name the cluster's DNS would not know. */
  | { readonly kind: 'nobody'; readonly host: string };

/**
 * The Service of the cluster that an ExternalName stands for: it is only DNS, and its name is a whole one. Null: a host
 * outside. https://kubernetes.io/docs/concepts/services-networking/service/#externalname
 */
export function readAlias(state: Evaluated, { externalName }: ServiceObject): Target | null {
  const isOurs = externalName !== null && /^[^.]+\.[^.]+\.svc\.cluster\.local\.?$/i.test(externalName);
  return isOurs ? readTarget(state, externalName, null) : null;
}

/** Reads where to, as a client in `namespace` would have it resolved; null: the client is outside the cluster. */
export function readTarget({ space }: Evaluated, text: string, namespace: string | null): Target {
  const { services } = space.cluster;
  const find = (inNamespace: string | null, name: string): ServiceObject | undefined =>
    services.find((one) => one.namespace === inNamespace && one.name === name);
  const word = text.trim();
  if (word.startsWith('service:')) {
    const [inNamespace = '', name = ''] = word.slice('service:'.length).split('/');
    const service = find(inNamespace, name);
    const host = inNamespace === namespace ? name : `${name}.${inNamespace}`;
    return service ? { kind: 'service', service, host, isByName: true } : { kind: 'nobody', host };
  }
  if (parseAddress(word) !== null) {
    const service = services.find(({ clusterAddresses }) => clusterAddresses.includes(word));
    return service
      ? { kind: 'service', service, host: word, isByName: false }
      : { kind: 'address', ip: word, host: word };
  }
  if (word.includes('/')) return { kind: 'pod', pod: word, host: word };
  const [name = '', second, third, ...rest] = word.replace(/\.$/, '').toLowerCase().split('.');
  const isInCluster = second === undefined || third === undefined || third === 'svc';
  const service = isInCluster ? find(second ?? namespace, name) : undefined;
  if (service) return { kind: 'service', service, host: word, isByName: true };
  // Two words are a Service and its namespace, if there is one of that name; else somebody's domain.
  const isOurs = third === undefined && second !== undefined && space.cluster.namespaces.has(second);
  const isClusterName = second === undefined || isOurs || (third === 'svc' && rest.length <= 2);
  return { kind: isClusterName ? 'nobody' : 'outside', host: word };
}
