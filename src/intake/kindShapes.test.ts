import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { isForeignKind } from './kindShapes';
import { projectText } from './project';
import { whitelistRoot } from './whitelist';
import { newTally } from './droppedCounts';

const spec = 'spec:\n  podSelector:\n    matchLabels:\n      env: prod\n  policyTypes: [Ingress]\n';

it.each([
  'Networkpolicy',
  'networkpolicy',
  'NetworkPolcy',
  'NetworkPolicies',
  'Network Policy',
  'NetPol',
  'Policy',
  'CiliumNetworkPolcy',
  'GlobalNetworkSets',
])('a policy whose kind is mistyped as %s comes back as it is', (kind) => {
  const text = `apiVersion: networking.k8s.io/v1\nkind: ${kind}\nmetadata:\n  name: a\n${spec}`;
  expect(projectText(text).text).toBe(text);
  const value: unknown = parse(text);
  expect(parse(projectText(JSON.stringify(value)).text)).toEqual(value);
});

it('a policy without a kind keeps its spec, mistakes in labels included', () => {
  const text = `metadata:\n  name: a\n${spec.replace('prod', '"prod, app: db"')}`;
  expect(projectText(text).text).toBe(text);
  expect(whitelistRoot(parse(text), newTally())).toEqual(parse(text));
});

it.each(['Deploymnet', 'deployment', 'Deployments'])('a %s is cut like a Deployment', (kind) => {
  const kept = {
    kind,
    metadata: { name: 'a', labels: { b: 'c' } },
    spec: { template: { spec: { containers: [{ ports: [{ containerPort: 80 }] }] } } },
  };
  const whole = { ...kept, metadata: { ...kept.metadata, annotations: { a: 's3cr3t' } } };
  expect(JSON.parse(projectText(JSON.stringify(whole)).text)).toEqual(kept);
});

it.each(['list', 'podlist', 'PodLIst'])('the items of a %s are found', (kind) => {
  const list = { kind, items: [{ kind: 'Pod', metadata: { labels: { a: 'b' } } }] };
  expect(JSON.parse(projectText(JSON.stringify(list)).text)).toEqual(list);
});

it.each(['Secret', 'Secrets', 'Sercet', 'secret', 'ConfigMap', 'configmap', 'Role', 'Config', 'Allowlist'])(
  'of a %s nothing but the name is kept',
  (kind) => {
    expect(isForeignKind(kind)).toBe(true);
  },
);
