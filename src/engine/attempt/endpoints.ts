import type { Evaluated } from '../evaluate/evaluated';
import { isScaledToNone, type ClusterPod } from '../model/cluster';
import type { LeftOut } from './leftOut';
import type { ServiceObject, ServicePort } from '../model/objects';

/** A pod behind a Service, and the port of it that a Service port leads to. */
export interface Endpoint {
  readonly pod: ClusterPod;
  readonly index: number;
  readonly port: number;
}

interface Endpoints {
  readonly endpoints: readonly Endpoint[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * https://kubernetes.io/docs/concepts/services-networking/service/
 * Pods the selector of the Service matches. Of a headless one the client connects to the pods themselves, with the port
 * it gives.
 */
export function endpointsOf(
  { space }: Evaluated,
  service: ServiceObject,
  servicePort: ServicePort | null,
  clientPort: number,
): Endpoints {
  const { namespace, selector, headless } = service;
  const endpoints: Endpoint[] = [];
  const leftOut: LeftOut[] = [];
  for (const [index, pod] of space.cluster.pods.entries()) {
    if (pod.namespace !== namespace || !isSelected(selector, pod)) continue;
    const port = headless ? clientPort : targetOf(servicePort, pod);
    if (port === null) leftOut.push({ pod, why: 'no-port' });
    else if (isScaledToNone(pod)) leftOut.push({ pod, why: 'no-replicas' });
    else if (isGoing(pod) && !service.publishNotReadyAddresses) leftOut.push({ pod, why: 'terminating' });
    else if (isComing(pod, service)) leftOut.push({ pod, why: 'pending' });
    else if (isUnready(pod) && !service.publishNotReadyAddresses) leftOut.push({ pod, why: 'unready' });
    else endpoints.push({ pod, index, port });
  }
  return { endpoints, leftOut };
}

/** https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/#conditions */
function isGoing({ object }: ClusterPod): boolean {
  return object.kind === 'Pod' && object.terminating;
}

function isUnready({ object }: ClusterPod): boolean {
  return object.kind === 'Pod' && object.unready;
}

/** One that is not ready counts where the Service says so, once it has an address. */
function isComing({ object }: ClusterPod, { publishNotReadyAddresses }: ServiceObject): boolean {
  if (object.kind !== 'Pod' || !object.pending) return false;
  return !publishNotReadyAddresses || object.addresses.length === 0;
}

function isSelected(selector: ServiceObject['selector'], { labels }: ClusterPod): boolean {
  return selector !== null && [...selector].every(([key, value]) => labels.get(key) === value);
}

function targetOf(servicePort: ServicePort | null, { ports }: ClusterPod): number | null {
  if (servicePort === null) return null;
  const { targetPort, protocol } = servicePort;
  if (typeof targetPort === 'number') return targetPort;
  return ports.find(({ name, protocol: own }) => name === targetPort && own === protocol)?.port ?? null;
}
