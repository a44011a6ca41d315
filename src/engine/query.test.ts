import { describe, expect, it } from 'vitest';
import { listConnections } from './connections';
import { Session } from './session';

const workload = (kind: string, name: string): string =>
  `---\napiVersion: apps/v1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: x}\nspec:\n  selector: {matchLabels: {app: ${name}}}\n  template: {metadata: {labels: {app: ${name}}}}\n`;
const closed = `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: p, namespace: x}
spec: {podSelector: {matchLabels: {app: db}}, ingress: [{from: [{podSelector: {matchLabels: {app: web}}}], ports: [{port: 5432}]}]}
`;

function analyzed(text: string): Session {
  const session = new Session();
  session.analyze([{ id: 'a', name: 'a.yaml', text }], 'spec');
  return session;
}

describe('a query', () => {
  const session = analyzed(workload('Deployment', 'web') + workload('StatefulSet', 'db') + closed);
  const ask = (from: string, to: string, port: number, protocol = 'TCP') =>
    session.query({ from: { pod: from }, to: { pod: to }, protocol, port })?.verdict;

  it('names workloads as well as pods, and protocols in any case', () => {
    expect(ask('x/web', 'x/db', 5432)).toBe('allow');
    expect(ask('x/web', 'x/db', 5432, 'tcp')).toBe('allow');
    expect(ask('x/web', 'x/db', 80)).toBe('deny');
    expect(ask('x/web', 'x/StatefulSet/db', 5432)).toBe('allow');
  });

  it('about what is not there, or about no port, has no answer', () => {
    expect(ask('x/web', 'x/none', 80)).toBe('unknown');
    expect(ask('x/web', 'x/db', 0)).toBe('unknown');
    expect(ask('x/web', 'x/db', 80, 'ICMP')).toBe('unknown');
  });

  it('about a name that two workloads share asks which one', () => {
    const twins = analyzed(
      workload('Deployment', 'w') + workload('StatefulSet', 'w') + workload('Deployment', 'a'),
    );
    const verdict = (pod: string) =>
      twins.query({ from: { pod: 'x/a' }, to: { pod }, protocol: 'TCP', port: 80 })?.verdict;
    expect(verdict('x/w')).toBe('unknown');
    expect(verdict('x/Deployment/w')).toBe('allow');
  });
});

describe('what a pod exchanges with its own node', () => {
  const cluster = `---
apiVersion: v1
kind: Pod
metadata: {name: a, namespace: x}
spec: {nodeName: n1, containers: [{name: c, image: i}]}
status: {podIP: 10.0.0.1}
---
apiVersion: v1
kind: Node
metadata: {name: n1}
status: {addresses: [{type: InternalIP, address: 192.168.0.1}]}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: closed, namespace: x}
spec: {podSelector: {}, policyTypes: [Ingress, Egress]}
`;
  const admin = (tier: string): string =>
    `---\napiVersion: policy.networking.k8s.io/v1alpha2\nkind: ClusterNetworkPolicy\nmetadata: {name: c}\nspec: {tier: ${tier}, priority: 1, subject: {namespaces: {}}}\n`;
  const verdicts = (text: string): unknown => {
    const session = analyzed(text);
    const [pod, node] = [{ pod: 'x/a' }, { ip: '192.168.0.1' }];
    return [
      session.query({ from: pod, to: node, protocol: 'TCP', port: 80 })?.verdict,
      session.query({ from: node, to: pod, protocol: 'TCP', port: 80 })?.verdict,
    ];
  };

  it('passes whatever NetworkPolicies say, and a policy that is not evaluated may stop it', () => {
    expect(verdicts(cluster)).toEqual(['allow', 'allow']);
    expect(verdicts(cluster + admin('Admin'))).toEqual(['unknown', 'unknown']);
    // It is not asked any more where NetworkPolicies isolate.
    expect(verdicts(cluster + admin('Baseline'))).toEqual(['allow', 'allow']);
  });
});

describe('the list', () => {
  it('has every pair on which something passes, and the outside as ranges', () => {
    const session = analyzed(workload('Deployment', 'web') + workload('StatefulSet', 'db') + closed);
    const { evaluation } = session;
    if (!evaluation) throw new Error('nothing evaluated');
    const all = [...listConnections(evaluation, 'workload')];
    const db = { kind: 'StatefulSet', namespace: 'x', name: 'db' };
    const web = { kind: 'Deployment', namespace: 'x', name: 'web' };
    expect(all.filter(({ to }) => 'name' in to && to.name === 'db')).toMatchObject([
      { from: web, to: db, allowed: { TCP: [[5432, 5432]] } },
    ]);
    expect(all.filter(({ to }) => 'ip' in to && to.ip.startsWith('0.0.0.0-'))).toMatchObject([
      { from: db, allowed: 'all' },
      { from: web, allowed: 'all' },
    ]);
  });
});
