import { describe, expect, it } from 'vitest';
import { listConnections } from './connections';
import { Session } from './session';

const workload = (kind: string, name: string): string =>
  `---\napiVersion: apps/v1\nkind: ${kind}\nmetadata: {name: ${name}, namespace: x}\nspec:\n  selector: {matchLabels: {app: ${name}}}\n  template: {metadata: {labels: {app: ${name}}}}\n`;
const pod = (name: string, spec: string): string =>
  `---\napiVersion: v1\nkind: Pod\nmetadata: {name: ${name}, namespace: x}\nspec: {${spec}, containers: [{name: c, image: i}]}\n`;
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

  it('about loopback needs a pod that asks, which always reaches itself there', () => {
    const shut = analyzed(
      workload('Deployment', 'web') +
        pod('n', 'hostNetwork: true') +
        '---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p, namespace: x}\nspec: {podSelector: {}, policyTypes: [Egress]}\n',
    );
    const answer = (from: { pod: string } | { ip: string }, ip: string) =>
      shut.query({ from, to: { ip }, protocol: 'TCP', port: 80 });
    const web = { pod: 'x/web' };
    for (const ip of ['127.0.0.1', '127.255.0.1', '::1', '::ffff:127.0.0.1']) {
      expect(answer(web, ip)?.verdict).toBe('allow');
      expect(answer(web, ip)?.reason).not.toBe(answer({ pod: 'x/n' }, ip)?.reason);
      expect(answer({ pod: 'x/n' }, ip)?.verdict).toBe('allow');
      expect(answer({ ip: '203.0.113.7' }, ip)).toMatchObject({ verdict: 'unknown', evidence: null });
      expect(answer({ ip }, ip)).toMatchObject({ verdict: 'unknown', evidence: null });
      expect(shut.query({ from: { ip }, to: web, protocol: 'TCP', port: 80 })).toMatchObject({
        verdict: 'unknown',
        evidence: null,
      });
    }
    for (const ip of ['126.255.255.255', '128.0.0.0', '::2', '::'])
      expect(answer(web, ip)?.verdict).toBe('deny');
  });

  it('that is denied is told why of the port it is about, not what passes or is open of others', () => {
    const blocks = (egress: string) =>
      analyzed(
        pod('a', 'nodeName: n') +
          pod('b', 'nodeName: n') +
          `---\napiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: p, namespace: x}\nspec: {podSelector: {}, policyTypes: [Egress], egress: [${egress}]}\n`,
      );
    const mayBe = '{to: [{ipBlock: {cidr: 10.0.0.0/16}}], ports: [{port: 443}]}';
    const passes = '{to: [{podSelector: {}}], ports: [{port: 443}]}';
    for (const [egress, verdict] of [
      [mayBe, 'unknown'],
      [passes, 'allow'],
      [`${mayBe}, ${passes.replace('443', '8443')}`, 'unknown'],
    ] as const) {
      const told = (port: number) =>
        blocks(egress).query({ from: { pod: 'x/a' }, to: { pod: 'x/b' }, protocol: 'TCP', port });
      expect(told(443)?.verdict).toBe(verdict);
      expect(told(80)?.verdict).toBe('deny');
      expect(told(80)?.reason).toContain('TCP 80');
      expect(told(80)?.reason).not.toContain('443');
      expect(told(80)?.reason).not.toBe(told(80)?.evidence?.sentence);
    }
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

describe('an address that nobody is known to have', () => {
  const reasonOf = (text: string, ip: string): string =>
    analyzed(text).query({ from: { ip }, to: { pod: 'x/db' }, protocol: 'TCP', port: 5432 })?.reason ?? '';

  it('may be that of a pod whose address is not known', () => {
    const pods = workload('Deployment', 'web') + workload('StatefulSet', 'db') + closed;
    expect(reasonOf(pods, '10.1.2.3')).toContain('a pod whose address is not known may have it');
    for (const ip of ['8.8.8.8', '169.254.169.254', '2001:db8::1']) {
      expect(reasonOf(pods, ip)).not.toContain('may have it');
    }
  });
});
