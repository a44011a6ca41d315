import { n, t } from '../../../language/t';
import { formatAddress, formatCidr, parseCidr, type Cidr } from '../../model/address';
import type { Cluster } from '../../model/cluster';
import type { ServiceObject } from '../../model/objects';
import type { IpBlockPeer, NetworkPolicy } from '../../model/policy';
import { entryOf } from '../../parse/tree';
import type { DocumentFix, Found, Inquiry, PolicyCheck } from '../check';
import { replaceScalar, type Edits } from '../edit';
import { addressesOf, isBroad, within } from '../lookup/addresses';
import { API_SERVER_PORT, apiServerFixes, isApiService } from '../lookup/apiServer';
import { classesSelected, unitsOf } from '../lookup/classes';
import { firstPod } from '../lookup/declared';
import { opensNumber } from '../lookup/openedPorts';
import { pages } from '../lookup/pages';
import { replaceItem } from '../lookup/replaceItem';
import { findAtBlocks, type PlacedRule } from '../lookup/rules';
import { peerFor } from '../lookup/selecting';
import { backingOf, targetIn } from '../lookup/services';
import { listed } from '../lookup/words';
import { fixInRule, itemOf, listIn, peersKey } from '../lookup/written';

/** An ipBlock with the addresses of Services, which no policy ever sees. */
export const clusterIp: PolicyCheck = {
  code: 'cluster-ip',
  severity: 'warning',
  docs: pages.virtualAddresses,
  looksAt: 'policy',
  find: (policy, ask) => findAtBlocks(policy, (placed, peer) => findAtBlock(policy, placed, peer, ask)),
};

/** What kubeadm and k3s give to Services unless told otherwise, and the first of it: API server and DNS. */
function usualRange(cidr: string): string | null {
  switch (cidr) {
    case '10.96.0.0/12':
      return t`the Service range of kubeadm`;
    case '10.43.0.0/16':
      return t`the Service range of k3s`;
    case '10.96.0.1/32':
    case '10.43.0.1/32':
      return t`the Service of the API server`;
    case '10.96.0.10/32':
    case '10.43.0.10/32':
      return t`the Service of DNS`;
  }
  return null;
}

function findAtBlock(
  policy: NetworkPolicy,
  placed: PlacedRule,
  peer: IpBlockPeer,
  ask: Inquiry,
): readonly Found[] {
  const { state } = ask;
  const cidr = parseCidr(peer.cidr);
  if (cidr === null) return [];
  const services = servicesIn(state.space.cluster, cidr, peer);
  const usual = usualRange(formatCidr(cidr));
  if (services.length === 0 && usual === null) return [];
  const names = listed(services.map(({ name }) => name));
  const [service, another] = services;
  const isApi = placed.type === 'Egress' && isApiService(state.space.cluster, peer.cidr);
  return [
    {
      object: policy,
      range: peer.range,
      message:
        services.length > 0
          ? n(
              services.length,
            )`${peer.cidr} is where the Service ${names} has its address; policies do not see those.|${peer.cidr} is where Services ${names} have their addresses; policies do not see those.`
          : t`${peer.cidr} is ${usual ?? ''}; policies do not see the addresses of Services.`,
      explanation: isApi
        ? t`The address of a Service is replaced before a policy looks at the connection, with nearly every network plugin, and so is its port: the policy sees the machine of the API server, usually on port ${API_SERVER_PORT}. A rule for the Service therefore opens nothing. Allow the addresses that "kubectl get endpoints kubernetes" shows, and their port.`
        : t`The address of a Service is replaced by that of a pod (or of a machine, for the API server) before a policy looks at the connection, with nearly every network plugin. A rule for it therefore opens nothing. Select the pods behind the Service by their labels, and write the port they listen on.`,
      concerns: unitsOf(state, classesSelected(state, policy)),
      fixes: isApi
        ? apiServerFixes(policy, placed, peer, ask)
        : service && another === undefined
          ? fixesFor(policy, placed, peer, service, ask)
          : [],
    },
  ];
}

/** The Services in a block that can only be meant for them: one address, or a range without pods and nodes. */
function servicesIn(cluster: Cluster, cidr: Cidr, peer: IpBlockPeer): readonly ServiceObject[] {
  if (isBroad(cidr)) return [];
  const { services, pods, hosts } = addressesOf(cluster);
  const found = within(services, peer).map(({ owner }) => owner);
  if (found.length === 0 || within(pods, peer).length + within(hosts, peer).length > 0) return [];
  return [...new Set(found)];
}

/** Selects the pods instead, on the ports they listen on. */
function fixesFor(
  policy: NetworkPolicy,
  placed: PlacedRule,
  peer: IpBlockPeer,
  service: ServiceObject,
  ask: Inquiry,
): readonly DocumentFix[] {
  const { selector, namespace, name } = service;
  const isAddress = service.clusterAddresses.some((text) => formatAddressOf(peer) === text);
  const { state } = ask;
  const [first] = backingOf(state.space.cluster).behind(service);
  const pod = first === undefined ? null : firstPod(state, first);
  if (selector === null || !isAddress || pod === null || pod.hostNetwork) return [];
  const isOnly = placed.rule.peers.length === 1;
  return fixInRule(ask, policy, placed, t`Select the pods of ${name}`, (sheet, rule) => {
    const peers = listIn(rule, peersKey(placed.type));
    const edits: Edits | null =
      peers &&
      replaceItem(
        sheet,
        peers,
        placed.rule.peers.indexOf(peer),
        peerFor(namespace, selector, policy.namespace),
      );
    if (edits === null || !isOnly) return edits;
    const ports = listIn(rule, 'ports');
    const portEdits = placed.rule.ports.flatMap(({ protocol, port }, at) => {
      const own = service.ports.find((one) => one.protocol === protocol && one.port === port);
      const target = own && targetIn(own, pod.ports);
      const item = itemOf(ports, at);
      const value = item && entryOf(item, 'port')?.value;
      const isRight = !target || target === port || opensNumber(placed.rule.ports, protocol, target);
      return isRight || value?.kind !== 'scalar' ? [] : (replaceScalar(sheet, value, target) ?? []);
    });
    return [...edits, ...portEdits];
  });
}

function formatAddressOf({ cidr: text }: IpBlockPeer): string | null {
  const cidr = parseCidr(text);
  return cidr?.first === cidr?.last && cidr
    ? formatAddress({ family: cidr.family, value: cidr.first })
    : null;
}
