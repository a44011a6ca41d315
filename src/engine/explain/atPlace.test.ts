import { expect, test } from 'vitest';
import { plainView, type View } from '../answer';
import type { PlaceExplanation } from '../evidence';
import { Session } from '../session';

const pod = (name: string, namespace: string): string => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: ${namespace}
  labels: { app: ${name} }
spec:
  containers:
    - name: c
      image: i
      ports:
        - name: ${name}
          containerPort: 80
---
`;

const policies = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: db
  namespace: shop
spec:
  podSelector:
    matchLabels:
      app: db
  policyTypes: [Ingress]
  ingress:
    - from:
        - podSelector:
            matchLabels:
              app: web
        - namespaceSelector: {}
          podSelector:
            matchLabels:
              app: spy # a comment
      ports:
        - port: 80
        - port: db
  egress:
    - ports:
        - port: 53
`;
const text = `${pod('web', 'shop')}${pod('db', 'shop')}${pod('spy', 'other')}${policies}`;

/** What stands at the first character of a part of the policies. */
function at(part: string, view: View = plainView): PlaceExplanation | null {
  const session = new Session();
  session.analyze([{ id: 'a', name: 'a.yaml', text }], 'spec', 0, view);
  return session.atPlace('a', text.indexOf(part, text.length - policies.length));
}
const cards = (told: PlaceExplanation | null) => told?.cards.map(({ id }) => id);
const pairs = (told: PlaceExplanation | null) =>
  told?.pairs.map((pair) => {
    const size = told.cards.length;
    return [told.cards[Math.floor(pair / size)]?.id, told.cards[pair % size]?.id];
  });

const [web, db, spy] = ['Pod/shop/web', 'Pod/shop/db', 'Pod/other/spy'];

test('a policy lights what it selects, and every pair it grants', () => {
  const told = at('kind: NetworkPolicy');
  expect([told?.kind, cards(told)]).toEqual(['policy', [spy, db, web]]);
  expect(pairs(told)).toEqual([
    [spy, db],
    [web, db],
  ]);
  expect(text.slice(told?.place.start, told?.place.end).trim()).toBe(policies.trim());
});

test('its podSelector lights the pods it selects, and no pair', () => {
  const told = at('app: db');
  expect([told?.kind, cards(told), told?.pairCount]).toEqual(['selector', [db], 0]);
});

test('a peer, and what stands in it, lights the pairs of that peer alone', () => {
  const told = at('podSelector:\n            matchLabels:\n              app: web');
  expect([told?.kind, pairs(told)]).toEqual(['peer', [[web, db]]]);
  expect([at('app: spy')?.kind, pairs(at('app: spy'))]).toEqual(['selector', [[spy, db]]]);
});

test('behind the last character of a thing is still in it', () => {
  const session = new Session();
  session.analyze([{ id: 'a', name: 'a.yaml', text }], 'spec');
  expect(session.atPlace('a', text.lastIndexOf('app: spy') + 'app: spy'.length)?.kind).toBe('selector');
});

test('a rule without peers takes everybody, also outside; one without effect grants nothing', () => {
  const told = at('53');
  expect([told?.kind, told?.pairCount]).toEqual(['port', 0]);
});

test('a rule lights its pairs, a port those that have it', () => {
  expect(pairs(at('from:'))?.length).toBe(2);
  expect([at('port: 80')?.kind, at('port: 80')?.pairCount]).toEqual(['port', 2]);
  expect(at('port: db')?.pairCount).toBe(2);
});

test('a folded card counts how many of what is in it are concerned', () => {
  const told = at('app: db', { ...plainView, level: 'namespaces' });
  expect(told?.cards).toEqual([{ id: 'Namespace/shop', count: 1, of: 2 }]);
  const rule = at('from:', { ...plainView, level: 'namespaces' });
  expect(pairs(rule)).toEqual([
    ['Namespace/other', 'Namespace/shop'],
    ['Namespace/shop', 'Namespace/shop'],
  ]);
});

test('outside of policies there is nothing to say', () => {
  const session = new Session();
  session.analyze([{ id: 'a', name: 'a.yaml', text }], 'spec');
  expect([session.atPlace('a', 0), session.atPlace('b', text.length - 5)]).toEqual([null, null]);
});

test('while something else is broken it is told of the text as it stands, and of what is broken nothing', () => {
  const session = new Session();
  const both = `${text}---\n${policies.replace('name: db', 'name: more')}`;
  session.analyze([{ id: 'a', name: 'a.yaml', text: both }], 'spec');
  const at = both.lastIndexOf('NetworkPolicy');
  const broken = `# one more line\n${both.slice(0, at)}[${both.slice(at)}`;
  expect(session.analyze([{ id: 'a', name: 'a.yaml', text: broken }], 'spec').drawable).toBe(false);
  expect(session.atPlace('a', broken.indexOf('app: spy', text.length - policies.length))?.kind).toBe(
    'selector',
  );
  expect(session.atPlace('a', broken.lastIndexOf('app: spy'))).toBeNull();
});
