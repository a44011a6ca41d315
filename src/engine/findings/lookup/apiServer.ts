import { t } from '../../../language/t';
import { formatAddress, formatCidr, parseAddress, parseCidr } from '../../model/address';
import type { Cluster } from '../../model/cluster';
import type { LabelSelector, NetworkPolicy, Peer } from '../../model/policy';
import type { DocumentFix, Inquiry } from '../check';
import { appendItem } from '../edit';
import { hostWorkloadsOf } from './hostWorkloads';
import { opensNumber } from './openedPorts';
import { replaceItem } from './replaceItem';
import type { PlacedRule } from './rules';
import { fixInRule, listIn } from './written';

export const API_SERVER_PORT = 6443;

/** Labels of the API server's static pods, and what people take for them. */
const labels = new Map([
  ['component', ['kube-apiserver', 'apiserver']],
  ['k8s-app', ['kube-apiserver']],
  ['app', ['kube-apiserver']],
]);

/** Whether a selector is meant for the pods of the API server. */
export function selectsApiServer(selector: LabelSelector | null): boolean {
  return (
    selector?.requirements.some(
      ({ key, operator, values }) =>
        operator === 'In' && values.some((value) => labels.get(key)?.includes(value)),
    ) ?? false
  );
}

/** The first addresses of the Service ranges of kubeadm and k3s. */
const usualServices = ['10.96.0.1/32', '10.43.0.1/32'];

/** Whether a block is the address of the Service `kubernetes`, alone. */
export function isApiService({ services }: Cluster, text: string): boolean {
  const cidr = parseCidr(text);
  if (cidr === null || cidr.first !== cidr.last) return false;
  const declared = services.find(({ namespace, name }) => namespace === 'default' && name === 'kubernetes');
  const addresses = declared?.clusterAddresses.flatMap((one) => parseAddress(one) ?? []) ?? [];
  return addresses.length === 0
    ? usualServices.includes(formatCidr(cidr))
    : addresses.some(({ family, value }) => family === cidr.family && value === cidr.first);
}

/** In the place of a peer the API server's address, with its port: when the manifests show one such server. */
export function apiServerFixes(
  policy: NetworkPolicy,
  placed: PlacedRule,
  peer: Peer,
  ask: Inquiry,
): readonly DocumentFix[] {
  const hosts = hostWorkloadsOf(ask.state.space.cluster).get('kube-system')?.hosts ?? [];
  const servers = hosts.filter(({ pod }) => pod.labels.get('component') === 'kube-apiserver');
  const addresses = servers.flatMap(({ pod }) => pod.addresses.filter(({ family }) => family === 4));
  const [address, another] = addresses;
  if (address === undefined || another !== undefined) return [];
  const cidr = `${formatAddress(address)}/32`;
  return fixInRule(ask, policy, placed, t`Allow ${cidr}`, (sheet, rule) => {
    const peers = listIn(rule, 'to');
    const edits = peers && replaceItem(sheet, peers, placed.rule.peers.indexOf(peer), { ipBlock: { cidr } });
    if (edits === null || opensNumber(placed.rule.ports, 'TCP', API_SERVER_PORT)) return edits;
    const ports = listIn(rule, 'ports');
    const added = ports && appendItem(sheet, ports, { protocol: 'TCP', port: API_SERVER_PORT });
    return added && [...edits, ...added];
  });
}
