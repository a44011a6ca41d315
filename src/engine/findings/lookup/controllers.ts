import type { Cluster } from '../../model/cluster';

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
