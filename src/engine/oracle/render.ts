import { stringify } from 'yaml';
import type { NamespaceObject, NodeObject, PodObject } from '../model/objects';
import type { LabelSelector, NetworkPolicy, Peer, PolicyPort, Rule } from '../model/policy';
import type { RandomCluster } from './randomCluster';

/** The manifests of a random cluster, as somebody would write them. */
export function render({ namespaces, refused, nodes, pods, policies }: RandomCluster): string {
  const manifests = [
    ...namespaces.map(namespaceManifest),
    ...refused.map(refusedManifest),
    ...nodes.map(nodeManifest),
    ...pods.map(podManifest),
    ...policies.map(policyManifest),
  ];
  return manifests.map((manifest) => stringify(manifest)).join('---\n');
}

const namespaceManifest = ({ name, labels }: NamespaceObject): object => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  // The server adds this label; writing something else there must not matter.
  metadata: { name, labels: { ...Object.fromEntries(labels), 'kubernetes.io/metadata.name': 'forged' } },
});

const refusedManifest = (name: string): object => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels: { team: 'not a value' } },
});

const nodeManifest = ({ name, addresses }: NodeObject): object => ({
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name },
  status: { addresses: addresses.map((address) => ({ type: 'InternalIP', address })) },
});

const podManifest = (pod: PodObject): object => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: pod.name, namespace: pod.namespace, labels: Object.fromEntries(pod.labels) },
  spec: {
    ...(pod.hostNetwork ? { hostNetwork: true } : {}),
    ...(pod.nodeName === null ? {} : { nodeName: pod.nodeName }),
    // One container may not give two ports the same name.
    containers: pod.ports.map(({ name, protocol, port }, index) => ({
      name: `main-${String(index)}`,
      image: 'example.com/main',
      ports: [{ ...(name === null ? {} : { name }), containerPort: port, protocol }],
    })),
  },
  status: {
    phase: pod.completed ? 'Succeeded' : 'Running',
    podIPs: pod.addresses.map((ip) => ({ ip })),
    hostIPs: pod.hostAddresses.map((ip) => ({ ip })),
  },
});

const policyManifest = (policy: NetworkPolicy): object => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: policy.name, namespace: policy.namespace },
  spec: {
    podSelector: selector(policy.podSelector),
    policyTypes: policy.policyTypes,
    ingress: policy.ingress.map((rule) => ruleOf(rule, 'from')),
    egress: policy.egress.map((rule) => ruleOf(rule, 'to')),
  },
});

const ruleOf = ({ peers, ports }: Rule, key: 'from' | 'to'): object => ({
  [key]: peers.map(peerOf),
  ports: ports.map(portOf),
});

function peerOf(peer: Peer): object {
  if (peer.kind === 'ipBlock') return { ipBlock: { cidr: peer.cidr, except: peer.except } };
  return {
    ...(peer.namespaceSelector === null ? {} : { namespaceSelector: selector(peer.namespaceSelector) }),
    ...(peer.podSelector === null ? {} : { podSelector: selector(peer.podSelector) }),
  };
}

const portOf = ({ protocol, port, endPort }: PolicyPort): object => ({
  ...(protocol === 'TCP' ? {} : { protocol }),
  ...(port === null ? {} : { port }),
  ...(endPort === null ? {} : { endPort }),
});

/** The first `In` with one value goes to matchLabels: both spellings occur. */
function selector({ requirements }: LabelSelector): object {
  const label = requirements.find(({ operator, values }) => operator === 'In' && values.length === 1);
  return {
    ...(label === undefined ? {} : { matchLabels: { [label.key]: label.values[0] } }),
    matchExpressions: requirements
      .filter((requirement) => requirement !== label)
      .map(({ key, operator, values }) => ({ key, operator, ...(values.length === 0 ? {} : { values }) })),
  };
}
