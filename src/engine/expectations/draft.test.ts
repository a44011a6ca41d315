import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Session } from '../session';
import { expectationBetween, type ExpectationDraft } from './draft';

const example = (name: string): string =>
  ['cluster', 'policies']
    .map((file) => readFileSync(`src/examples/${name}/${file}.yaml`, 'utf8'))
    .join('\n---\n');

function between(text: string, source: string, destination: string): ExpectationDraft | null {
  const session = new Session();
  session.analyze([{ id: 'a', name: 'a.yaml', text }], 'spec');
  return session.drawn && expectationBetween(session.drawn, source, destination);
}

const shop = example('three-tier-shop');

describe('what holds of a pair', () => {
  it.each([
    ['Deployment/shop/api', 'StatefulSet/shop/db', 'allow', 'shop/api', 'shop/db', ['5432']],
    ['Deployment/shop/web', 'StatefulSet/shop/db', 'block', 'shop/web', 'shop/db', []],
    ['Deployment/shop/web', 'outside', 'allow', 'shop/web', 'outside', []],
    ['Namespace/visitors', 'StatefulSet/shop/db', 'block', 'namespace visitors', 'shop/db', []],
  ])('%s and %s is written as an expectation', (source, destination, want, from, to, ports) => {
    expect(between(shop, source, destination)).toEqual({ want, from, to, ports });
  });

  it('is none where some pairs pass and others do not', () => {
    expect(between(shop, 'Namespace/shop', 'Namespace/shop')).toBeNull();
    expect(between(shop, 'Deployment/shop/nobody', 'StatefulSet/shop/db')).toBeNull();
  });

  it('names the kind where the name alone means several', () => {
    const twin =
      '\n---\napiVersion: v1\nkind: Pod\nmetadata: {name: api, namespace: shop, labels: {app: api}}\n';
    expect(between(shop + twin, 'Deployment/shop/api', 'StatefulSet/shop/db')?.from).toBe(
      'Deployment/shop/api',
    );
  });

  it('names the pods of addresses only where those are all it means', () => {
    const text = `${shop}---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: out, namespace: shop}
spec:
  podSelector: {matchLabels: {app: web}}
  policyTypes: [Egress]
  egress: [{to: [{ipBlock: {cidr: 203.0.113.0/24}}], ports: [{port: 53, protocol: UDP}]}]
`;
    expect(between(text, 'Deployment/shop/web', 'external/203.0.113.0/24')).toEqual({
      want: 'allow',
      from: 'shop/web',
      to: '203.0.113.0/24',
      ports: ['UDP/53'],
    });
    // Outside is more than everything else, and some of it passes.
    expect(between(text, 'Deployment/shop/web', 'external/else')).toBeNull();
  });
});
