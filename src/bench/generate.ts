import type { SourceFile } from '../engine';

/** How large a generated cluster is. */
export interface Size {
  readonly pods: number;
  readonly policies: number;
  readonly namespaces: number;
  /** Pods per Deployment. */
  readonly replicas: number;
}

/** A generated workspace: the same size and seed always give the same text. */
export interface Generated {
  readonly cluster: SourceFile;
  readonly policies: SourceFile;
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

/** Namespaces of teams, Deployments with replicas as `kubectl get pods -o yaml` would show them, policies of the usual shapes. */
export function generate({ pods, policies, namespaces, replicas }: Size, seed: number): Generated {
  const next = random(seed);
  const cluster: string[] = [];
  for (let n = 0; n < namespaces; n++) {
    cluster.push(
      `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: ns-${String(n)}\n  labels:\n    team: team-${String(n % 7)}\n`,
    );
  }
  const workloads = Math.ceil(pods / replicas);
  for (let w = 0; w < workloads; w++) {
    const tier = tiers[w % tiers.length] ?? 'web';
    const name = `${tier}-${String(w)}`;
    for (let r = 0; r < replicas && w * replicas + r < pods; r++) {
      const ip = `10.${String(100 + (w >> 8))}.${String(w & 255)}.${String(r + 2)}`;
      cluster.push(
        `apiVersion: v1
kind: Pod
metadata:
  name: ${name}-5d4f8c7b9-${String(10000 + r)}
  namespace: ns-${String(w % namespaces)}
  labels:
    app: ${name}
    tier: ${tier}
    pod-template-hash: 5d4f8c7b9
  ownerReferences:
    - apiVersion: apps/v1
      kind: ReplicaSet
      name: ${name}-5d4f8c7b9
      controller: true
spec:
  nodeName: node-${String(r)}
  containers:
    - name: main
      ports:
        - name: http
          containerPort: ${String(8000 + (w % 5))}
status:
  phase: Running
  podIP: ${ip}
`,
      );
    }
  }
  const rules: string[] = [];
  for (let p = 0; p < policies; p++) rules.push(policy(p, namespaces, workloads, next));
  return {
    cluster: { id: 'cluster', name: 'cluster.yaml', text: cluster.join('---\n') },
    policies: { id: 'policies', name: 'policies.yaml', text: rules.join('---\n') },
  };
}

function policy(
  index: number,
  namespaces: number,
  workloads: number,
  next: (below: number) => number,
): string {
  const workload = next(workloads);
  const namespace = `ns-${String(workload % namespaces)}`;
  const tier = tiers[workload % tiers.length] ?? 'web';
  const head = (name: string): string =>
    `apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata:\n  name: p${String(index)}-${name}\n  namespace: ${namespace}\nspec:\n`;
  switch (index % 5) {
    case 0:
      return `${head('default-deny')}  podSelector: {}\n  policyTypes: [Ingress]\n`;
    case 1:
      return `${head('from-tier')}  podSelector:\n    matchLabels: {app: ${tier}-${String(workload)}}\n  ingress:\n    - from:\n        - podSelector:\n            matchLabels: {tier: ${tiers[next(5)] ?? 'web'}}\n      ports:\n        - port: http\n        - port: ${String(9000 + next(20))}\n`;
    case 2:
      return `${head('from-team')}  podSelector:\n    matchLabels: {tier: ${tier}}\n  ingress:\n    - from:\n        - namespaceSelector:\n            matchLabels: {team: team-${String(next(7))}}\n          podSelector:\n            matchExpressions:\n              - {key: tier, operator: NotIn, values: [${tiers[next(5)] ?? 'db'}]}\n      ports:\n        - port: 8000\n          endPort: 8004\n`;
    case 3:
      return `${head('egress')}  podSelector:\n    matchLabels: {tier: ${tier}}\n  policyTypes: [Egress]\n  egress:\n    - to:\n        - namespaceSelector: {}\n      ports:\n        - {port: 53, protocol: UDP}\n        - {port: 53}\n    - to:\n        - podSelector:\n            matchLabels: {tier: ${tiers[next(5)] ?? 'api'}}\n`;
    default:
      return `${head('outside')}  podSelector:\n    matchLabels: {tier: ${tier}}\n  ingress:\n    - from:\n        - ipBlock:\n            cidr: 203.0.${String(next(20))}.0/24\n      ports:\n        - port: 443\n`;
  }
}
