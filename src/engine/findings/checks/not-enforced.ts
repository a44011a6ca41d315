import { t } from '../../../language/t';
import type { Cluster } from '../../model/cluster';
import type { WorkspaceCheck } from '../check';
import { pages } from '../lookup/pages';

/** Policies in a cluster whose network plugin does not enforce them. Said once. */
export const notEnforced: WorkspaceCheck = {
  code: 'not-enforced',
  severity: 'info',
  docs: pages.prerequisites,
  looksAt: 'workspace',
  find: ({ state }) => {
    const { cluster, cni } = state.space;
    const [policy] = state.book.policies;
    if (policy === undefined || (cni !== 'none' && !runsFlannelAlone(cluster))) return [];
    return [
      {
        object: policy,
        range: policy.nameRange,
        message:
          cni === 'none'
            ? t`The network plugin that is set enforces no policies: everything gets through.`
            : t`The cluster runs flannel, which does not enforce policies by itself.`,
        explanation: t`The API server accepts policies in every cluster; it is the network plugin that carries them out. Without one that does, they are stored and change nothing, and no error says so. Use a plugin that enforces policies (Calico, Cilium, Antrea and others), or add one beside flannel.`,
        concerns: [],
        fixes: [],
      },
    ];
  },
};

/** What enforces policies, by the beginning of its workloads' names. */
const enforcing =
  /^(?:calico|canal|cilium|antrea|kube-router|weave|kube-network-policies|ovnkube|kindnet|aws-node)/;
const known = new WeakMap<Cluster, boolean>();

/** Its DaemonSet is among the manifests, and of no other plugin anything. */
function runsFlannelAlone(cluster: Cluster): boolean {
  let runs = known.get(cluster);
  if (runs === undefined) {
    runs =
      cluster.workloads.some(({ name }) => name.startsWith('kube-flannel')) &&
      !cluster.workloads.some(({ name }) => enforcing.test(name));
    known.set(cluster, runs);
  }
  return runs;
}
