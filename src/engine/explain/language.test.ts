import { afterEach, expect, test } from 'vitest';
import german from '../../language/de.json';
import { english, speak } from '../../language/t';
import { Session } from '../session';

afterEach(() => {
  speak(english);
});

const pod = (name: string): string => `apiVersion: v1
kind: Pod
metadata: {name: ${name}, namespace: shop, labels: {app: ${name}}}
spec: {containers: [{name: main, image: x, ports: [{containerPort: 80, name: http}]}]}
---
`;
const policies = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: db, namespace: shop}
spec:
  podSelector: {matchLabels: {app: db}}
  policyTypes: [Egress, Ingress]
  ingress:
    - from: [{podSelector: {matchLabels: {app: web}}}, {namespaceSelector: {}}]
      ports: [{port: 1}, {protocol: UDP}]
    - from: [{podSelector: {matchLabels: {app: api}}}]
      ports: [{port: http}, {port: nobody}]
`;
const text = pod('web') + pod('db') + policies;
const [web, db] = ['Pod/shop/web', 'Pod/shop/db'];

function session(): Session {
  const made = new Session();
  made.analyze([{ id: 'a', name: 'a.yaml', text }], 'spec');
  return made;
}

/** All that is told but its texts. */
function decided(): string {
  const made = session();
  const told = [
    made.explainPair(web, db),
    made.explainPair(db, web),
    made.explainEntity(db),
    made.atPlace('a', text.indexOf('port: http')),
    made.attempt({ from: 'shop/db', to: 'shop/web', protocol: 'TCP', port: 80 }),
  ];
  return JSON.stringify(told, (_, value: unknown) => (typeof value === 'string' ? '' : value));
}

test('a language changes the words, and nothing that is decided', () => {
  const inEnglish = decided();
  speak({ code: 'de', messages: german });
  expect(decided()).toBe(inEnglish);
  expect(session().explainPair(db, web)).toMatchObject({ egress: { passes: 'nichts', isShut: true } });
});

test('a long sentence is put together as its language wants it', () => {
  speak({ code: 'de', messages: german });
  expect(session().atPlace('a', text.indexOf('kind: NetworkPolicy'))?.sentence).toBe(
    'db: Pods mit app=db in shop dürfen empfangen: ' +
      'TCP 1, alle UDP-Ports (Absender: Pods mit app=web in shop oder alle Pods in allen Namespaces); ' +
      'TCP http, TCP nobody (Absender: Pods mit app=api in shop). Sie dürfen senden: nichts.',
  );
});
