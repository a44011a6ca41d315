import { t } from '../../language/t';
import type { Evaluated } from '../evaluate/evaluated';
import { parseAddress } from '../model/address';
import type { ClusterPod } from '../model/cluster';
import type { ServiceObject, WorkloadObject } from '../model/objects';
import { podAt } from '../query';
import { endpointsOf } from './endpoints';
import type { LeftOut } from './leftOut';

/** Whom a name means that DNS gives a pod; `called` is what a query calls it. */
export type PodOfName =
  | { readonly kind: 'pod'; readonly called: string }
  /** It has no such name now: no pod is called so, or one that DNS leaves out. */
  | { readonly kind: 'nobody'; readonly leftOut: readonly LeftOut[] }
  | { readonly kind: 'unclear'; readonly sentence: string };

/**
 * `db-0.dbh.shop.svc`: pods have names under their headless Service if they say so, as those of a StatefulSet do under
 * the one it names.
 * https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-hostname-and-subdomain-fields
 * https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id
 */
export function podBehind(state: Evaluated, service: ServiceObject, name: string): PodOfName {
  const { namespace } = service;
  const called = `Service ${namespace}/${service.name}`;
  if (!service.headless) {
    return {
      kind: 'unclear',
      sentence: t`${called} is not headless: whether its pods have names under it is not specified.`,
    };
  }
  if (service.selector === null) {
    return { kind: 'unclear', sentence: t`${called} has no selector: its endpoints are made by hand.` };
  }
  const { endpoints, leftOut } = endpointsOf(state, service, null, 1);
  const isMeant = (pod: ClusterPod): boolean => isCalled(pod, name) && isUnder(state, pod, service);
  const found = endpoints.find(({ pod }) => isMeant(pod));
  if (found) return { kind: 'pod', called: queryName(found.pod) };
  const left = leftOut.filter(({ pod }) => isMeant(pod));
  const others = endpoints.filter(({ pod }) => setOf(state, pod) === 'none');
  // A pod may call itself other than it is called.
  if (left.length === 0 && others.length > 0) {
    const sentence = t`No pod behind ${called} is called ${name}; whether one has it for its hostname is not known.`;
    return { kind: 'unclear', sentence };
  }
  return { kind: 'nobody', leftOut: left };
}

/** `10-0-0-1.shop.pod`. https://github.com/kubernetes/dns/blob/master/docs/specification.md */
export function podOfAddress({ space: { cluster } }: Evaluated, text: string, namespace: string): PodOfName {
  const address = parseAddress(text.replaceAll('-', '.')) ?? parseAddress(text.replaceAll('-', ':'));
  if (address === null) return { kind: 'nobody', leftOut: [] };
  const pod = cluster.pods[podAt(cluster, address)];
  if (pod?.namespace === namespace) return { kind: 'pod', called: queryName(pod) };
  const sentence = t`No pod of namespace ${namespace} is known to have that address; some DNS servers answer such names all the same.`;
  return { kind: 'unclear', sentence };
}

/** The one pod of a template is all of its replicas. */
function isCalled({ name, object }: ClusterPod, text: string): boolean {
  if (object.kind !== 'StatefulSet' || name !== object.name) return name === text;
  const ordinal = /^(?<set>.+)-(?<ordinal>0|[1-9]\d*)$/.exec(text)?.groups;
  if (ordinal?.['set'] !== name) return false;
  const index = Number(ordinal['ordinal']) - object.firstOrdinal;
  return index >= 0 && index < Math.max(object.replicas, 1);
}

/** Of a StatefulSet that is not known it is not known either which Service it names. */
function isUnder(state: Evaluated, pod: ClusterPod, { name }: ServiceObject): boolean {
  const set = setOf(state, pod);
  return typeof set === 'string' || set.serviceName === name;
}

/** The StatefulSet a pod is of. */
function setOf(
  { space: { cluster } }: Evaluated,
  { object, namespace }: ClusterPod,
): WorkloadObject | 'unknown' | 'none' {
  if (object.kind === 'StatefulSet') return object;
  if (object.kind !== 'Pod' || object.owner?.kind !== 'StatefulSet') return 'none';
  const { name } = object.owner;
  const own = cluster.workloads.find(
    (one) => one.kind === 'StatefulSet' && one.namespace === namespace && one.name === name,
  );
  return own?.object.kind === 'StatefulSet' ? own.object : 'unknown';
}

function queryName({ name, namespace, object }: ClusterPod): string {
  if (object.kind === 'Pod') return `${namespace}/${name}`;
  return name === object.name ? `${namespace}/${object.kind}/${name}` : `${namespace}/Pod/${name}`;
}
