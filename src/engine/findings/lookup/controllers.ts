import type { Cluster } from '../../model/cluster';
import type { ObjectName } from '../../model/objects';

const keys = ['app.kubernetes.io/name', 'app', 'k8s-app', 'name'];
const names = new Set([
  'ingress-nginx',
  'nginx-ingress',
  'traefik',
  'haproxy-ingress',
  'kubernetes-ingress',
  'contour',
  'envoy',
  'kong',
  'istio-ingressgateway',
]);

const known = new WeakMap<Cluster, readonly number[]>();

/** Indices of workloads that carry in what comes from outside: by the labels ingress controllers have. */
export function controllersOf(cluster: Cluster): readonly number[] {
  let found = known.get(cluster);
  if (!found) {
    found = [...cluster.workloads.keys()].filter((index) => {
      const labels = cluster.pods[cluster.workloads[index]?.pods[0] ?? -1]?.labels;
      const isBackend = labels?.get('app.kubernetes.io/component') === 'default-backend';
      return !isBackend && keys.some((key) => names.has(labels?.get(key) ?? ''));
    });
    known.set(cluster, found);
  }
  return found;
}

/** What pods made for a Gateway are labelled with. https://gateway-api.sigs.k8s.io/geps/gep-1762/ */
export const GATEWAY_NAME_LABEL = 'gateway.networking.k8s.io/gateway-name';

const ofGateways = new WeakMap<Cluster, ReadonlyMap<string, readonly number[]>>();

/** Indices of the workloads that were made for a Gateway, in its namespace or, with Envoy Gateway, elsewhere. */
export function gatewayPodsOf(cluster: Cluster, { namespace, name }: ObjectName): readonly number[] {
  let found = ofGateways.get(cluster);
  if (!found) ofGateways.set(cluster, (found = gatewayPods(cluster)));
  return found.get(`${namespace}/${name}`) ?? [];
}

function gatewayPods({ workloads, pods }: Cluster): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  workloads.forEach(({ namespace: own, pods: [first = -1] }, index) => {
    const labels = pods[first]?.labels;
    const name = labels?.get(GATEWAY_NAME_LABEL) ?? labels?.get('gateway.envoyproxy.io/owning-gateway-name');
    if (name === undefined) return;
    const namespace = labels?.get('gateway.envoyproxy.io/owning-gateway-namespace') ?? own;
    const key = `${namespace}/${name}`;
    found.set(key, [...(found.get(key) ?? []), index]);
  });
  return found;
}
