import { t } from '../../../language/t';
import { parseCidr } from '../../model/address';
import type { ScalarTree } from '../../parse/tree';
import type { Found, Inquiry, WorkspaceCheck } from '../check';
import { insertItem } from '../edit';
import {
  clusterPoliciesOf,
  isIn,
  ruleName,
  rulesListIn,
  type ClusterPolicy,
  type ClusterRule,
} from '../lookup/clusterPolicy';
import { unitsOf } from '../lookup/classes';
import { pages } from '../lookup/pages';
import { fixIn } from '../lookup/written';

/** A Deny for networks that pods are in, too, with no rule for pods before it. */
export const denyNetworkHitsPods: WorkspaceCheck = {
  code: 'deny-network-hits-pods',
  severity: 'warning',
  docs: pages.clusterPolicies,
  looksAt: 'workspace',
  *find(ask) {
    const policies = clusterPoliciesOf(ask);
    for (const policy of policies) {
      const egress = policy.rules.filter(({ type }) => type === 'Egress');
      const isCovered = policies.some(
        (other) =>
          other.tier === policy.tier && other.priority < policy.priority && other.rules.some(isForPods),
      );
      if (isCovered) continue;
      for (const rule of egress) {
        if (isForPods(rule)) break;
        if (rule.action !== 'Deny') continue;
        yield null;
        const network = rule.networks.find((one) => holdsPods(one, ask));
        if (network) yield foundIn(policy, rule, network, ask);
      }
    }
  },
};

/** It decides about pods before later rules do. */
function isForPods({ type, action, pods }: ClusterRule): boolean {
  return type === 'Egress' && pods.length > 0 && action !== 'Deny';
}

/** All addresses of a family, or a block with the address of a known pod. */
function holdsPods({ value }: ScalarTree, { state }: Inquiry): boolean {
  const cidr = typeof value === 'string' ? parseCidr(value) : null;
  if (cidr === null) return false;
  if (cidr.prefix === 0) return true;
  return state.space.cluster.pods.some(({ addresses, hostNetwork }) =>
    addresses.some(
      (one) =>
        !hostNetwork && one.family === cidr.family && cidr.first <= one.value && one.value <= cidr.last,
    ),
  );
}

function foundIn(policy: ClusterPolicy, rule: ClusterRule, network: ScalarTree, ask: Inquiry): Found {
  const { space } = ask.state;
  const classes = space.cluster.pods.flatMap((pod, index) =>
    isIn(policy.subject, pod, ask) ? [space.classOfPod[index] ?? 0] : [],
  );
  return {
    object: policy.object,
    range: network.range,
    message: t`${ruleName(rule)} of ${policy.object.name} denies ${network.source}, and with it traffic to other pods.`,
    explanation: t`Unlike an ipBlock, "networks" is compared with the addresses of pods as well, whatever plugin is used. To deny what is outside the cluster only, an earlier rule of the tier has to let traffic to pods pass.`,
    concerns: unitsOf(ask.state, [...new Set(classes)]),
    fixes: fixIn(ask, policy.object, t`Let traffic to pods pass before`, (sheet, tree) => {
      const list = rulesListIn(tree, 'Egress');
      const value = { name: 'pass-pods', action: 'Pass', to: [{ namespaces: {} }] };
      return list && insertItem(sheet, list, rule.index, value);
    }),
  };
}
