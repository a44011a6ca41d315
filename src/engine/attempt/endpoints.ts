import type { Evaluated } from '../evaluate/evaluated';
import type { ClusterPod } from '../model/cluster';
import type { ServiceObject, ServicePort } from '../model/objects';

/** A pod behind a Service, and the port of it that a Service port leads to; null: the pod has no port of that name. */
export interface Endpoint {
  readonly pod: ClusterPod;
  readonly index: number;
  readonly port: number | null;
}

/**
 * https://kubernetes.io/docs/concepts/services-networking/service/
 * Pods the selector of the Service matches. Of a headless one the client connects to the pods themselves, with the port
 * it gives.
 */
export function endpointsOf(
  { space }: Evaluated,
  { namespace, selector, headless }: ServiceObject,
  servicePort: ServicePort | null,
  clientPort: number,
): readonly Endpoint[] {
  if (selector === null || selector.size === 0) return [];
  return space.cluster.pods.flatMap((pod, index): Endpoint[] => {
    if (pod.namespace !== namespace) return [];
    for (const [key, value] of selector) if (pod.labels.get(key) !== value) return [];
    return [{ pod, index, port: headless ? clientPort : targetOf(servicePort, pod) }];
  });
}

function targetOf(servicePort: ServicePort | null, { ports }: ClusterPod): number | null {
  if (servicePort === null) return null;
  const { targetPort, protocol } = servicePort;
  if (typeof targetPort === 'number') return targetPort;
  return ports.find(({ name, protocol: own }) => name === targetPort && own === protocol)?.port ?? null;
}
