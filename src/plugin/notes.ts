import type { CniProfile } from '../engine';
import { t } from '../language/t';

/** One documented difference from the specification, in our own words. */
export interface PluginNote {
  readonly text: string;
  /** modelled: the profile takes it into account. aware: nothing here shows it. */
  readonly kind: 'modelled' | 'aware';
  readonly source: { readonly title: string; readonly url: string };
}

/** A network plugin, and what it is known to do otherwise. */
export interface Plugin {
  readonly name: string;
  /** The profile that comes closest. */
  readonly profile: CniProfile;
  readonly notes: readonly PluginNote[];
}

const ciliumIssue = (number: number) =>
  ({
    title: `cilium/cilium #${String(number)}`,
    url: `https://github.com/cilium/cilium/issues/${String(number)}`,
  }) as const;
const ciliumPolicy = {
  title: 'Cilium: Network Policy',
  url: 'https://docs.cilium.io/en/stable/network/kubernetes/policy/',
} as const;
const ciliumNodes = {
  title: 'Cilium: selecting nodes with CIDR',
  url: 'https://docs.cilium.io/en/stable/security/policy/layer3/#selecting-nodes-with-cidr-ipblock',
} as const;
const eks = {
  title: 'Amazon EKS: network policies',
  url: 'https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy.html',
} as const;
const openshift = {
  title: 'OpenShift: network policy',
  url: 'https://docs.redhat.com/en/documentation/openshift_container_platform/latest/html/network_security/network-policy',
} as const;

/** Plugins people meet, those whose profile is not the specification first. */
export const plugins = (): readonly Plugin[] => [
  {
    name: 'Cilium',
    profile: 'cilium',
    notes: [
      {
        kind: 'modelled',
        text: t`An ipBlock never matches a pod of the cluster: pods are told by their labels, not by their addresses.`,
        source: ciliumPolicy,
      },
      {
        kind: 'modelled',
        text: t`An ipBlock does not match nodes either. Since 1.15 policyCIDRMatchMode=nodes makes it; that setting is not assumed here.`,
        source: ciliumNodes,
      },
      {
        kind: 'modelled',
        text: t`Egress to the pod’s own node is dropped even where a CIDR names its address; it takes the host entity of a CiliumNetworkPolicy. What the node sends is always let in.`,
        source: ciliumIssue(13081),
      },
      {
        kind: 'aware',
        text: t`A pod that reaches itself through its own Service is meant to pass whatever its policies say.`,
        source: {
          title: 'cilium/cilium #27798',
          url: 'https://github.com/cilium/cilium/pull/27798',
        },
      },
      {
        kind: 'aware',
        text: t`Releases before port ranges were supported ignore endPort and apply the first port alone.`,
        source: ciliumIssue(28684),
      },
      {
        kind: 'aware',
        text: t`Container port names that occur twice, or mean other numbers in other pods, have made trouble in egress rules.`,
        source: ciliumIssue(30003),
      },
      {
        kind: 'aware',
        text: t`A rule for ports alone drops ping as well.`,
        source: ciliumIssue(14609),
      },
    ],
  },
  {
    name: 'Azure CNI powered by Cilium (AKS)',
    profile: 'cilium',
    notes: [
      {
        kind: 'modelled',
        text: t`An ipBlock cannot let in, or reach, pods and nodes.`,
        source: {
          title: 'AKS: Azure CNI powered by Cilium',
          url: 'https://learn.microsoft.com/en-us/azure/aks/azure-cni-powered-by-cilium',
        },
      },
    ],
  },
  {
    name: 'GKE Dataplane V2',
    profile: 'cilium',
    notes: [
      {
        kind: 'aware',
        text: t`It is built on Cilium and enforces policies from the start: what is said of Cilium above is worth a test.`,
        source: {
          title: 'GKE Dataplane V2',
          url: 'https://cloud.google.com/kubernetes-engine/docs/concepts/dataplane-v2',
        },
      },
      {
        kind: 'aware',
        text: t`Autopilot always has NodeLocal DNSCache: an egress rule for DNS has to name its address besides kube-dns.`,
        source: {
          title: 'GKE: NodeLocal DNSCache',
          url: 'https://cloud.google.com/kubernetes-engine/docs/how-to/nodelocal-dns-cache',
        },
      },
    ],
  },
  {
    name: 'flannel',
    profile: 'none',
    notes: [
      {
        kind: 'modelled',
        text: t`By itself it enforces nothing: policies are accepted and have no effect. Newer releases can run kube-network-policies beside it, when asked to.`,
        source: {
          title: 'flannel: network policy',
          url: 'https://github.com/flannel-io/flannel/blob/master/Documentation/netpol.md',
        },
      },
    ],
  },
  {
    name: t`kubenet, bridge and other plain plugins`,
    profile: 'none',
    notes: [
      {
        kind: 'modelled',
        text: t`Without a controller that implements it, a NetworkPolicy has no effect, and nothing says so.`,
        source: {
          title: 'Kubernetes: network policies, prerequisites',
          url: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/#prerequisites',
        },
      },
    ],
  },
  {
    name: 'kindnet (kind, minikube)',
    profile: 'none',
    notes: [
      {
        kind: 'modelled',
        text: t`Before kind 0.24 nothing was enforced. From there on kube-network-policies does it: choose the specification.`,
        source: {
          title: 'kind #842',
          url: 'https://github.com/kubernetes-sigs/kind/issues/842',
        },
      },
      {
        kind: 'modelled',
        text: t`minikube’s kindnet enforces policies only since its release 1.3.0.`,
        source: {
          title: 'minikube #19871',
          url: 'https://github.com/kubernetes/minikube/issues/19871',
        },
      },
      {
        kind: 'aware',
        text: t`A connection is judged by its first packet; one that is open already goes on when a policy changes.`,
        source: {
          title: 'kindnet: network policies',
          url: 'https://kindnet.es/docs/user/network-policies',
        },
      },
    ],
  },
  {
    name: 'Calico',
    profile: 'spec',
    notes: [
      {
        kind: 'modelled',
        text: t`Pods on the host network are no workload endpoints: a NetworkPolicy does not select them.`,
        source: {
          title: 'projectcalico/calico #4493',
          url: 'https://github.com/projectcalico/calico/issues/4493',
        },
      },
      {
        kind: 'aware',
        text: t`Between nodes with tunnels, what a node sends to a pod arrives with the tunnel’s address: name that in an ipBlock, too.`,
        source: {
          title: 'projectcalico/calico #721',
          url: 'https://github.com/projectcalico/calico/issues/721',
        },
      },
      {
        kind: 'aware',
        text: t`Its own policies and tiers are judged before and beside NetworkPolicies; those verdicts are “cannot say” here.`,
        source: {
          title: 'Calico: policy tiers',
          url: 'https://docs.tigera.io/calico/latest/network-policy/policy-tiers/tiered-policy',
        },
      },
    ],
  },
  {
    name: 'Antrea',
    profile: 'spec',
    notes: [
      {
        kind: 'aware',
        text: t`Its own policies stand in tiers: all but the Baseline tier are judged before NetworkPolicies.`,
        source: {
          title: 'Antrea: network policy CRDs',
          url: 'https://antrea.io/docs/main/docs/antrea-network-policy/',
        },
      },
      {
        kind: 'aware',
        text: t`Releases of 2021 and before ignored an ipBlock whose address had bits set beyond the prefix (10.10.1.12/24).`,
        source: {
          title: 'antrea-io/antrea #1764',
          url: 'https://github.com/antrea-io/antrea/issues/1764',
        },
      },
    ],
  },
  {
    name: 'AWS VPC CNI (EKS)',
    profile: 'spec',
    notes: [
      {
        kind: 'aware',
        text: t`Enforcement is off until it is switched on; until then choose “Nothing enforced”.`,
        source: {
          title: 'Amazon VPC CNI: network policy FAQ',
          url: 'https://aws.github.io/amazon-vpc-cni-k8s/docs/network-policy-faq.html',
        },
      },
      {
        kind: 'aware',
        text: t`Pods that no controller owns may not be covered, and pods on Fargate or Windows nodes are not.`,
        source: eks,
      },
      {
        kind: 'aware',
        text: t`A Service’s port has to be the container’s port for policies to work with it.`,
        source: eks,
      },
      {
        kind: 'aware',
        text: t`A cluster has one address family; rules for the other are ignored. For one CIDR there are at most 24 combinations of port and protocol.`,
        source: eks,
      },
    ],
  },
  {
    name: 'OVN-Kubernetes (OpenShift)',
    profile: 'spec',
    notes: [
      {
        kind: 'modelled',
        text: t`Egress is judged after the Service’s address was replaced. DNS pods of OpenShift listen on 5353, so that is the port to allow.`,
        source: {
          title: 'nmstate/kubernetes-nmstate #1570',
          url: 'https://github.com/nmstate/kubernetes-nmstate/pull/1570',
        },
      },
      {
        kind: 'aware',
        text: t`For traffic of hostNetwork pods, such as the router, a namespaceSelector needs an empty podSelector beside it.`,
        source: openshift,
      },
    ],
  },
];
