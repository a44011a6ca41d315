import { doc } from './manifests.testing';

/** A ClusterNetworkPolicy; `rest` are the lines of its spec behind tier and priority. */
export const clusterPolicy = (name: string, rest: string, tier = 'Admin', priority = 10): string =>
  doc(
    [
      `apiVersion: policy.networking.k8s.io/v1alpha2\nkind: ClusterNetworkPolicy\nmetadata:\n  name: ${name}\nspec:`,
      `  tier: ${tier}\n  priority: ${String(priority)} # place`,
      ...rest.split('\n').map((line) => `  ${line}`),
    ].join('\n'),
  );
