import type { SourceFile } from '../engine';

/** How large a generated cluster is. */
export interface Size {
  readonly pods: number;
  readonly policies: number;
  readonly namespaces: number;
  /** Pods per Deployment. */
  readonly replicas: number;
  /** Every pod has a label of its own, and policies ask for it: no two pods are alike. */
  readonly ownLabels?: boolean;
}

/** A generated workspace: the same size and seed always give the same text. */
export interface Generated {
  readonly cluster: SourceFile;
  readonly policies: SourceFile;
}

/** One pod of a generated cluster. */
export interface GeneratedPod {
  readonly namespace: string;
  readonly name: string;
  readonly app: string;
  readonly tier: string;
  readonly ip: string;
  readonly node: string;
  readonly port: number;
  /** Null unless every pod has a label of its own. */
  readonly instance: string | null;
}

/** mulberry32: small, fast, the same everywhere. */
export function random(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const tiers = ['web', 'api', 'worker', 'db', 'cache'] as const;

/** The hash in the names of all ReplicaSets. */
export const TEMPLATE_HASH = '5d4f8c7b9';

/** Name and team of each namespace. */
export function namespacesOf({
  namespaces,
}: Size): readonly { readonly name: string; readonly team: string }[] {
  return Array.from({ length: namespaces }, (_, n) => ({
    name: `ns-${String(n)}`,
    team: `team-${String(n % 7)}`,
  }));
}

/** The pods, those of one Deployment one after the other. */
export function podsOf({ pods, namespaces, replicas, ownLabels = false }: Size): readonly GeneratedPod[] {
  return Array.from({ length: pods }, (_, index): GeneratedPod => {
    const w = Math.floor(index / replicas);
    const r = index % replicas;
    const tier = tiers[w % tiers.length] ?? 'web';
    const app = `${tier}-${String(w)}`;
    return {
      namespace: `ns-${String(w % namespaces)}`,
      name: `${app}-${TEMPLATE_HASH}-${String(10000 + r)}`,
      app,
      tier,
      ip: `10.${String(100 + (w >> 8))}.${String(w & 255)}.${String(r + 2)}`,
      node: `node-${String(r)}`,
      port: 8000 + (w % 5),
      instance: ownLabels ? `i-${String(index)}` : null,
    };
  });
}

/** Namespaces of teams, Deployments with replicas as `kubectl get pods -o yaml` would show them, policies of the usual shapes. */
export function generate(size: Size, seed: number): Generated {
  const next = random(seed);
  const cluster = [
    ...namespacesOf(size).map(
      ({ name, team }) =>
        `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ${name}\n  labels:\n    team: ${team}\n`,
    ),
    ...podsOf(size).map(podText),
  ];
  const rules = Array.from({ length: size.policies }, (_, index) => policy(index, size, next));
  return {
    cluster: { id: 'cluster', name: 'cluster.yaml', text: cluster.join('---\n') },
    policies: { id: 'policies', name: 'policies.yaml', text: rules.join('---\n') },
  };
}

/** As little of a pod as decides connectivity. */
export function podText({ namespace, name, app, tier, ip, node, port, instance }: GeneratedPod): string {
  return `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: ${namespace}
  labels:
    app: ${app}
    tier: ${tier}
    pod-template-hash: ${TEMPLATE_HASH}
${instance === null ? '' : `    instance: ${instance}\n`}  ownerReferences:
    - apiVersion: apps/v1
      kind: ReplicaSet
      name: ${app}-${TEMPLATE_HASH}
      controller: true
spec:
  nodeName: ${node}
  containers:
    - name: main
      ports:
        - name: http
          containerPort: ${String(port)}
status:
  phase: Running
  podIP: ${ip}
`;
}

function policy(index: number, size: Size, next: (below: number) => number): string {
  const { pods, namespaces, replicas, ownLabels = false } = size;
  const workload = next(Math.ceil(pods / replicas));
  const namespace = `ns-${String(workload % namespaces)}`;
  const tier = tiers[workload % tiers.length] ?? 'web';
  const own = ownLabels ? `instance: i-${String(workload * replicas)}` : `app: ${tier}-${String(workload)}`;
  const head = (name: string): string =>
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: p${String(index)}-${name}\n  namespace: ${namespace}\nspec:\n`;
  switch (index % 5) {
    case 0:
      return `${head('default-deny')}  podSelector: {}\n  policyTypes: [Ingress]\n`;
    case 1:
      return `${head('from-tier')}  podSelector:\n    matchLabels: {${own}}\n  ingress:\n    - from:\n        - podSelector:\n            matchLabels: {tier: ${tiers[next(5)] ?? 'web'}}\n      ports:\n        - port: http\n        - port: ${String(9000 + next(20))}\n`;
    case 2:
      return `${head('from-team')}  podSelector:\n    matchLabels: {tier: ${tier}}\n  ingress:\n    - from:\n        - namespaceSelector:\n            matchLabels: {team: team-${String(next(7))}}\n          podSelector:\n            matchExpressions:\n              - {key: tier, operator: NotIn, values: [${tiers[next(5)] ?? 'db'}]}\n      ports:\n        - port: 8000\n          endPort: 8004\n`;
    case 3:
      return `${head('egress')}  podSelector:\n    matchLabels: {tier: ${tier}}\n  policyTypes: [Egress]\n  egress:\n    - to:\n        - namespaceSelector: {}\n      ports:\n        - {port: 53, protocol: UDP}\n        - {port: 53}\n    - to:\n        - podSelector:\n            matchLabels: {tier: ${tiers[next(5)] ?? 'api'}}\n`;
    default:
      return `${head('outside')}  podSelector:\n    matchLabels: {tier: ${tier}}\n  ingress:\n    - from:\n        - ipBlock:\n            cidr: 203.0.${String(next(20))}.0/24\n      ports:\n        - port: 443\n`;
  }
}
