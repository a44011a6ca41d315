import { spokenLanguage, t } from '../../language/t';

/** A technical word of this page, told in a sentence or two. */
export interface Term {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** Where it is documented. */
  readonly docs: string;
  /** How it is written in sentences, when a sentence is to be helped with; none: its name is too common a word. */
  readonly written: readonly string[];
}

const concepts = 'https://kubernetes.io/docs/concepts/';
const policies = `${concepts}services-networking/network-policies/`;
const labels = `${concepts}overview/working-with-objects/labels/`;
const reference = 'https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/';

/** `words`: the name, then how it is written in sentences, divided by semicolons. */
function term(id: string, words: string, docs: string, text: string): Term {
  const [name = id, ...written] = words.split('; ');
  return { id, name, docs, text, written };
}

/** Every term, in the order of the alphabet. */
export const terms = (): readonly Term[] =>
  [
    term(
      'additive',
      t`additive policies; additive`,
      `${policies}#networkpolicy-resource`,
      t`Policies only ever allow. What several of them allow adds up, and their order does not matter; none can take away what another allows.`,
    ),
    term(
      'cidr',
      t`CIDR; CIDR`,
      `${policies}#behavior-of-to-and-from-selectors`,
      t`A range of addresses: 10.0.0.0/8 means all addresses that begin with the same 8 bits. A smaller number after the slash is a larger range.`,
    ),
    term(
      'cni',
      t`CNI plugin; CNI; network plugin`,
      `${concepts}extend-kubernetes/compute-storage-net/network-plugins/`,
      t`The network plugin of a cluster: Calico, Cilium, flannel and others. It enforces the policies; with one that does not, they are accepted and change nothing.`,
    ),
    term(
      'daemonset',
      t`DaemonSet; DaemonSet`,
      `${concepts}workloads/controllers/daemonset/`,
      t`A workload that runs one pod on every node, such as a log collector.`,
    ),
    term(
      'default-deny',
      t`default deny; default deny; default-deny`,
      `${policies}#default-policies`,
      t`A policy that selects every pod of a namespace and has no rules. All those pods become isolated, and other policies then open what is needed.`,
    ),
    term(
      'deployment',
      t`Deployment; Deployment`,
      `${concepts}workloads/controllers/deployment/`,
      t`A workload that keeps a number of equal pods running. Policies see the labels of its pods, not its own.`,
    ),
    term(
      'dns',
      t`DNS; DNS`,
      `${concepts}services-networking/dns-pod-service/`,
      t`How a name such as db becomes an address. Pods ask kube-dns on port 53; egress that leaves it out breaks nearly everything.`,
    ),
    term(
      'egress',
      t`egress; egress; Egress`,
      `${policies}#the-two-sorts-of-pod-isolation`,
      t`Connections a pod opens to somebody. The answers to them are always let back in.`,
    ),
    term(
      'endport',
      t`endPort; endPort`,
      `${policies}#targeting-a-range-of-ports`,
      t`The last port of a range that begins with port. Not every plugin understands it.`,
    ),
    term(
      'except',
      t`except`,
      reference,
      t`Addresses that are taken out of an ipBlock. It only narrows this one block: another rule may still allow them.`,
    ),
    term(
      'headless',
      t`headless Service; headless`,
      `${concepts}services-networking/service/#headless-services`,
      t`A Service without an address of its own: its name stands for the addresses of its pods.`,
    ),
    term(
      'hostnetwork',
      t`host network; host network; hostNetwork; node’s network`,
      `${policies}#networkpolicy-and-hostnetwork-pods`,
      t`A pod that uses the network of its node instead of one of its own. Policies usually have no effect on it.`,
    ),
    term(
      'ingress',
      t`ingress; ingress; Ingress`,
      `${policies}#the-two-sorts-of-pod-isolation`,
      t`Connections that arrive at a pod. Not the kind of object that is called Ingress, which routes web requests.`,
    ),
    term(
      'ipblock',
      t`ipBlock; ipBlock`,
      `${policies}#behavior-of-to-and-from-selectors`,
      t`A peer written as a range of addresses. Meant for what is outside the cluster: pods come and go, and so do their addresses.`,
    ),
    term(
      'isolated',
      t`isolated; isolated`,
      `${policies}#the-two-sorts-of-pod-isolation`,
      t`A pod is isolated for ingress or egress as soon as any policy selects it for that direction. Then only what a rule allows gets through.`,
    ),
    term(
      'label',
      t`label`,
      labels,
      t`A key and a value written on a pod or a namespace, as in app: web. It is what selectors look for.`,
    ),
    term(
      'least-privilege',
      t`least privilege; least privilege`,
      'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
      t`To allow exactly what is needed and nothing else.`,
    ),
    term(
      'matchexpressions',
      t`matchExpressions; matchExpressions`,
      `${labels}#resources-that-support-set-based-requirements`,
      t`Requirements on labels with In, NotIn, Exists or DoesNotExist. All of them must hold, together with matchLabels.`,
    ),
    term(
      'matchlabels',
      t`matchLabels; matchLabels`,
      `${labels}#resources-that-support-set-based-requirements`,
      t`Labels that must all be there, each with exactly this value.`,
    ),
    term(
      'named-port',
      t`named port; named port; named ports`,
      `${concepts}services-networking/service/#field-spec-ports`,
      t`A port written by its name. The name is looked up in each pod, so it can be a different number in each.`,
    ),
    term(
      'namespace',
      t`namespace`,
      `${concepts}overview/working-with-objects/namespaces/`,
      t`A room of the cluster in which names are unique. A policy selects pods of its own namespace only.`,
    ),
    term(
      'namespaceselector',
      t`namespaceSelector; namespaceSelector`,
      `${policies}#behavior-of-to-and-from-selectors`,
      t`A peer that means pods of the namespaces with these labels. With a podSelector under the same dash both must hold; under two dashes one is enough. Empty, it means all namespaces.`,
    ),
    term(
      'networkpolicy',
      t`NetworkPolicy; NetworkPolicy; NetworkPolicies`,
      policies,
      t`An object that says with whom the pods it selects may talk. Without any, every pod reaches every pod.`,
    ),
    term(
      'node',
      t`node`,
      `${concepts}architecture/nodes/`,
      t`A machine of the cluster. What a pod’s own node sends to it, health checks for example, is never blocked.`,
    ),
    term(
      'peer',
      t`peer; peer; peers`,
      `${policies}#behavior-of-to-and-from-selectors`,
      t`One entry under from or to: who the other end may be. Each dash is one peer, and any one of them is enough.`,
    ),
    term(
      'pod',
      t`pod`,
      `${concepts}workloads/pods/`,
      t`The smallest thing that runs in a cluster: one or more containers that share one address.`,
    ),
    term(
      'podselector',
      t`podSelector; podSelector`,
      `${policies}#networkpolicy-resource`,
      t`In spec: which pods the policy is about. In a peer: which pods may be the other end. Empty, it means all pods.`,
    ),
    term(
      'policytypes',
      t`policyTypes; policyTypes`,
      `${policies}#networkpolicy-resource`,
      t`For which directions a policy isolates. Left out, it is Ingress, and Egress too when there is an egress section.`,
    ),
    term(
      'rule',
      t`rule`,
      `${policies}#networkpolicy-resource`,
      t`One entry under ingress or egress: peers and ports, and both must fit. An empty rule allows everything.`,
    ),
    term('selector', t`selector`, labels, t`A description by labels of which pods or namespaces are meant.`),
    term(
      'service',
      t`Service; Service`,
      `${concepts}services-networking/service/`,
      t`A steady name and address before a number of pods. Policies look at the pods behind it and at their ports, not at the Service’s.`,
    ),
    term(
      'statefulset',
      t`StatefulSet; StatefulSet`,
      `${concepts}workloads/controllers/statefulset/`,
      t`A workload whose pods have names and storage that stay, as a database needs them.`,
    ),
    term(
      'workload',
      t`workload`,
      `${concepts}workloads/`,
      t`What owns pods and keeps them running: a Deployment, StatefulSet, DaemonSet or Job.`,
    ),
    term(
      'zero-trust',
      t`zero trust; zero trust`,
      'https://kubernetes.io/docs/concepts/security/',
      t`Nobody is trusted for where they are: every connection that is needed is allowed by name, everything else is closed.`,
    ),
  ].sort((a, b) => a.name.localeCompare(b.name, spokenLanguage().code));

/** Finds a term; undefined: nobody explains it here. */
export const termOf = (id: string): Term | undefined => terms().find((one) => one.id === id);
