import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Tone } from '../answer';
import type { NearMiss, NearMissEdit, NearMissStep } from '../evidence';
import type { LabelSelector, NetworkPolicy, Peer, Requirement, Rule } from '../model/policy';
import { randomClusters, type RandomCluster } from '../oracle/randomCluster';
import { nowhere, selectorOf } from '../oracle/randomPolicy';
import { render } from '../oracle/render';
import { Explaining, known, knownSets, policyPortsIn } from './explaining.test-data';

describe('what would let a pair through', () => {
  const pod = (name: string, namespace: string, more = ''): string => `
apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: ${namespace}, labels: {app: ${name}}}
spec: {containers: [{name: c, image: i${more}}]}
---`;
  const policy = (name: string, spec: string): string => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: ${name}, namespace: shop}
spec: ${spec}
---`;
  const cluster = `${pod('web', 'shop')}${pod('db', 'shop', ', ports: [{containerPort: 5432}, {containerPort: 9187}]')}${pod('pay', 'payments')}`;
  const missesOf = (policies: string, from = 'Pod/shop/web') =>
    new Explaining(`${cluster}${policies}`).pair(from, 'Pod/shop/db').nearMisses;
  const editsOf = (policies: string, from?: string): readonly (readonly NearMissEdit[])[] =>
    missesOf(policies, from)?.misses.map(({ steps }) => steps.flatMap(({ edits }) => edits)) ?? [];
  const into = (rule: string): string =>
    policy('db', `{podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress], ingress: [${rule}]}`);

  test('is the label a selector asks for', () => {
    expect(editsOf(into('{from: [{podSelector: {matchLabels: {app: api}}}]}'))).toEqual([
      [{ kind: 'podLabel', entity: 'Pod/shop/web', key: 'app', value: 'api' }],
    ]);
  });

  test('is marked at the requirement that fails', () => {
    const policies = into('{from: [{podSelector: {matchLabels: {app: api}}}]}');
    const place = missesOf(policies)?.misses[0]?.steps[0]?.place;
    expect(`${cluster}${policies}`.slice(place?.start, place?.end)).toBe('app: api');
  });

  test('is the label of the namespace, or a selector where there is none', () => {
    const asked = '{from: [{namespaceSelector: {matchLabels: {team: shop}}}]}, {from: [{podSelector: {}}]}';
    expect(editsOf(into(asked), 'Pod/payments/pay')).toEqual([
      [{ kind: 'namespaceLabel', namespace: 'payments', key: 'team', value: 'shop' }],
      [{ kind: 'namespace', peer: 0, namespace: 'payments' }],
    ]);
  });

  test('is no label for the name of a namespace, which is what it is', () => {
    const asked = '{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: shop}}}]}';
    expect(editsOf(into(asked), 'Pod/payments/pay')).toEqual([
      [{ kind: 'requirement', peer: 0, selector: 'namespaceSelector', requirement: 0 }],
    ]);
  });

  test('is the selector, where the label would let other policies stop it', () => {
    const stop = policy('api', '{podSelector: {matchLabels: {app: api}}, policyTypes: [Egress]}');
    expect(editsOf(`${into('{from: [{podSelector: {matchLabels: {app: api}}}]}')}${stop}`)).toEqual([
      [{ kind: 'requirement', peer: 0, selector: 'podSelector', requirement: 0 }],
    ]);
  });

  test('is the port, where the two sides share none', () => {
    const out = policy(
      'web',
      '{podSelector: {matchLabels: {app: web}}, policyTypes: [Egress], egress: [{ports: [{port: 80}]}]}',
    );
    expect(editsOf(`${out}${into('{ports: [{port: 5432}]}')}`)).toEqual([
      [{ kind: 'ports', ports: 'TCP 5432' }],
      [{ kind: 'ports', ports: 'TCP 80' }],
    ]);
  });

  test('needs one step of each side, where both stop it', () => {
    const deny = policy('deny', '{podSelector: {}, policyTypes: [Egress]}');
    const [miss] =
      missesOf(`${deny}${into('{from: [{podSelector: {matchLabels: {app: api}}}]}')}`)?.misses ?? [];
    expect(miss?.steps.map(({ type, edits }) => [type, edits[0]?.kind])).toEqual([
      ['Egress', 'rule'],
      ['Ingress', 'podLabel'],
    ]);
  });

  test('are the ports the destination declares, where only others pass', () => {
    const partial = missesOf(into('{ports: [{port: 5432}]}'));
    expect(partial?.misses.map(({ passes }) => passes)).toEqual(['TCP 9187']);
  });

  test('is not asked where everything passes, or all that is declared does', () => {
    expect(missesOf('')).toBeNull();
    expect(missesOf(into('{ports: [{port: 5432}, {port: 9187}]}'))).toBeNull();
  });
});

/** The cluster with the changes of a near miss made to its text. */
function changed(cluster: RandomCluster, { steps }: NearMiss): RandomCluster {
  return steps.reduce(
    (now, step) => [...step.edits].reverse().reduce((so, edit) => withEdit(so, step, edit), now),
    cluster,
  );
}

function withEdit(cluster: RandomCluster, step: NearMissStep, edit: NearMissEdit): RandomCluster {
  const label = (labels: ReadonlyMap<string, string>, key: string, value: string | null) =>
    new Map([...labels].filter(([own]) => own !== key).concat(value === null ? [] : [[key, value]]));
  switch (edit.kind) {
    case 'podLabel':
      return {
        ...cluster,
        pods: cluster.pods.map((pod) =>
          `Pod/${pod.namespace}/${pod.name}` === edit.entity
            ? { ...pod, labels: label(pod.labels, edit.key, edit.value) }
            : pod,
        ),
      };
    case 'namespaceLabel': {
      const name = edit.namespace;
      const known = cluster.namespaces.find((one) => one.name === name);
      const one = known ?? {
        kind: 'Namespace' as const,
        name,
        labels: new Map(),
        nameRange: nowhere,
        range: nowhere,
      };
      const labels = label(one.labels, edit.key, edit.value);
      return {
        ...cluster,
        namespaces: [...cluster.namespaces.filter((other) => other !== known), { ...one, labels }],
      };
    }
    case 'rule':
      return withRules(cluster, step, (rules) => [
        ...rules,
        { peers: [], ports: policyPortsIn(edit.ports), range: nowhere },
      ]);
    case 'ports':
      return withRule(cluster, step, (rule) => {
        const more = policyPortsIn(edit.ports);
        return { ...rule, ports: more.length === 0 ? [] : [...rule.ports, ...more] };
      });
    case 'block':
      return withPeer(cluster, step, edit.peer, () =>
        ['0.0.0.0/0', '::/0'].map((cidr): Peer => ({ kind: 'ipBlock', cidr, except: [], range: nowhere })),
      );
    case 'namespace':
      return withPeer(cluster, step, edit.peer, (peer) => [
        peer.kind === 'ipBlock'
          ? peer
          : {
              ...peer,
              namespaceSelector: selectorOf({
                key: 'kubernetes.io/metadata.name',
                operator: 'In',
                values: [edit.namespace],
                range: nowhere,
              }),
            },
      ]);
    case 'requirement':
      return withPeer(cluster, step, edit.peer, (peer) => {
        const selector = peer.kind === 'pods' ? peer[edit.selector] : null;
        if (selector === null) return [peer];
        const requirements = asRead(selector).filter((_, index) => index !== edit.requirement);
        return [{ ...peer, [edit.selector]: selectorOf(...requirements) }];
      });
  }
}

/** Requirements in the order in which they are read from the text: matchLabels first. */
function asRead({ requirements }: LabelSelector): readonly Requirement[] {
  const label = requirements.find(({ operator, values }) => operator === 'In' && values.length === 1);
  return label === undefined ? requirements : [label, ...requirements.filter((one) => one !== label)];
}

function withRules(
  cluster: RandomCluster,
  { policy, type }: NearMissStep,
  change: (rules: readonly Rule[]) => readonly Rule[],
): RandomCluster {
  const field = type === 'Ingress' ? 'ingress' : 'egress';
  const edited = (one: NetworkPolicy): NetworkPolicy =>
    one.name === policy.name && one.namespace === policy.namespace
      ? { ...one, [field]: change(one[field]) }
      : one;
  return { ...cluster, policies: cluster.policies.map(edited) };
}

function withRule(cluster: RandomCluster, step: NearMissStep, change: (rule: Rule) => Rule): RandomCluster {
  const index = Number(/\d+/.exec(step.path)?.[0]);
  return withRules(cluster, step, (rules) => rules.map((rule, at) => (at === index ? change(rule) : rule)));
}

function withPeer(
  cluster: RandomCluster,
  step: NearMissStep,
  index: number,
  change: (peer: Peer) => readonly Peer[],
): RandomCluster {
  return withRule(cluster, step, (rule) => ({
    ...rule,
    // Two in place of one would move those behind: they go to the end.
    peers: rule.peers.flatMap((peer, at) => (at === index ? change(peer) : [peer])),
  }));
}

describe('every near miss of a random cluster', () => {
  test('lets through what it promises once its changes are made', () => {
    let tried = 0;
    fc.assert(
      fc.property(randomClusters(), (cluster) => {
        const told = new Explaining(render(cluster));
        for (const [from, to] of told.pairs) {
          for (const miss of told.pair(from, to).nearMisses?.misses ?? []) {
            const after = new Explaining(render(changed(cluster, miss))).find(from, to);
            // A block of the change may have cut the outside otherwise.
            if (after === null) continue;
            tried++;
            const passes = knownSets.includes(known(after.allowed), known(miss.passes));
            expect({ from, to, miss, allowed: after.allowed, passes }).toMatchObject({ passes: true });
          }
        }
      }),
      { numRuns: 30 },
    );
    expect(tried).toBeGreaterThan(100);
  });

  test('there is one wherever policies alone stop a pair', () => {
    fc.assert(
      fc.property(randomClusters({ addressesKnown: true }), (cluster) => {
        const told = new Explaining(render(cluster));
        for (const [from, to] of told.pairs) {
          const { tone, nearMisses } = told.pair(from, to);
          const isBlocked = tone === Tone.blockedEgress || tone === Tone.blockedIngress;
          if (isBlocked) expect(nearMisses?.misses.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 30 },
    );
  });
});
