import { t } from '../../../language/t';
import { formatCidr, parseCidr } from '../../model/address';
import { matchesLabels } from '../../model/matchesLabels';
import type { IpBlockPeer, NetworkPolicy } from '../../model/policy';
import type { Found, Inquiry, PolicyCheck } from '../check';
import type { Plain } from '../edit';
import { addressesOf, isBroad, within } from '../lookup/addresses';
import { classesSelected, unitsOf } from '../lookup/classes';
import { firstPod } from '../lookup/declared';
import { pages } from '../lookup/pages';
import { replaceItem } from '../lookup/replaceItem';
import { findAtBlocks, type PlacedRule } from '../lookup/rules';
import { lastingLabels, namespacePeer, peerFor } from '../lookup/selecting';
import { namesOf } from '../lookup/words';
import { fixInRule, listIn, peersKey } from '../lookup/written';

/** An ipBlock with the addresses of pods, which come and go, and which some plugins do not match with it. */
export const podAddress: PolicyCheck = {
  code: 'pod-address',
  severity: 'warning',
  docs: pages.peers,
  looksAt: 'policy',
  find: (policy, ask) => findAtBlocks(policy, (placed, peer) => findAtBlock(policy, placed, peer, ask)),
};

/** What flannel and k3s give to pods unless told otherwise. */
const usualRanges = new Set(['10.244.0.0/16', '10.42.0.0/16']);

function findAtBlock(
  policy: NetworkPolicy,
  placed: PlacedRule,
  peer: IpBlockPeer,
  ask: Inquiry,
): readonly Found[] {
  const { state } = ask;
  const cidr = parseCidr(peer.cidr);
  if (cidr === null || isBroad(cidr)) return [];
  const owners = [...new Set(within(addressesOf(state.space.cluster).pods, peer).map(({ owner }) => owner))];
  if (owners.length === 0 && !usualRanges.has(formatCidr(cidr))) return [];
  const units = owners.flatMap((index) => state.units.workloads[index] ?? []);
  const instead = selectorFor(policy, owners, peer, ask);
  return [
    {
      object: policy,
      range: peer.range,
      message:
        units.length > 0
          ? t`${peer.cidr} holds the pods of ${namesOf(units)}: pods are to be selected by labels.`
          : t`${peer.cidr} is the usual range of pod addresses: pods are to be selected by labels.`,
      explanation: t`A pod has another address each time it is started, so a rule for addresses soon means other pods, or none. Besides, some network plugins (Cilium) never match pods with an ipBlock. Select the pods with podSelector and namespaceSelector; ipBlock is for what is outside the cluster.`,
      concerns: units.length > 0 ? units : unitsOf(state, classesSelected(state, policy)),
      fixes:
        instead === null
          ? []
          : fixInRule(ask, policy, placed, t`Select the pods instead`, (sheet, rule) => {
              const peers = listIn(rule, peersKey(placed.type));
              return peers && replaceItem(sheet, peers, placed.rule.peers.indexOf(peer), instead);
            }),
    },
  ];
}

/** The peer that stands for exactly these workloads: one of them, all of a namespace, or all there are. */
function selectorFor(
  policy: NetworkPolicy,
  owners: readonly number[],
  peer: IpBlockPeer,
  { state }: Inquiry,
): Plain | null {
  const { cluster } = state.space;
  const { pods } = addressesOf(cluster);
  const isOwn = (index: number): boolean => firstPod(state, index)?.hostNetwork === false;
  const all = [...cluster.workloads.keys()].filter(isOwn);
  const [first, another] = owners;
  if (first === undefined) return null;
  const namespace = cluster.workloads[first]?.namespace ?? '';
  const inNamespace = all.filter((index) => cluster.workloads[index]?.namespace === namespace);
  if (another === undefined) {
    const labels = lastingLabels(firstPod(state, first)?.labels ?? new Map());
    const requirements = [...labels].map(([key, value]) => ({
      key,
      operator: 'In' as const,
      values: [value],
      range: peer.range,
    }));
    const alike = inNamespace.filter((index) =>
      matchesLabels({ requirements, range: peer.range }, firstPod(state, index)?.labels ?? new Map()),
    );
    return labels.size > 0 && alike.length === 1 ? peerFor(namespace, labels, policy.namespace) : null;
  }
  if (owners.length === inNamespace.length && inNamespace.every((index) => owners.includes(index))) {
    return namespacePeer(namespace);
  }
  return within(pods, peer).length === pods.length && owners.length === all.length
    ? { namespaceSelector: {} }
    : null;
}
