import { tables } from '../notation';
import { row } from '../row';
import type { Row } from '../row';
import {
  labels,
  metadataName,
  namespaceByName,
  podNameLabel,
  podTemplateHash,
  revisionHash,
} from '../sources';
import { documents, ingressToA, namespace, pod, policy, stage, withPolicy } from '../stage';

/** Pods whose label `tier` is one, two, empty and missing, and a policy that lets some of them reach x/a. */
const tiers = (selector: string): string =>
  documents(
    ingressToA(`[{from: [{podSelector: ${selector}}]}]`),
    pod('x/one', { labels: '{tier: one, pod: other}' }),
    pod('x/two', { labels: '{tier: two}' }),
    pod('x/empty', { labels: '{tier: ""}' }),
    pod('x/none', {}),
  );

const expression = (operator: string, values = ''): string =>
  `{matchExpressions: [{key: tier, operator: ${operator}${values === '' ? '' : `, values: ${values}`}}]}`;

const workload = (kind: string, replicas = 1): string => `
apiVersion: apps/v1
kind: ${kind}
metadata: {name: db, namespace: x}
spec:
  replicas: ${String(replicas)}
  selector: {matchLabels: {app: db}}
  template: {metadata: {labels: {app: db}}, spec: {containers: [{name: main, image: example.com/main}]}}`;

const hash = (rest: string): string => `{matchExpressions: [{key: pod-template-hash, ${rest}}]}`;

/** S: what a label selector matches. */
export const selectorRows: readonly Row[] = [
  row({
    id: 'S1',
    rule: 'matchLabels needs the key with that value.',
    source: labels,
    manifests: tiers('{matchLabels: {tier: one}}'),
    checks: tables('TCP 80 x/a\nx/one .\nx/two x\nx/empty x\nx/none x'),
  }),
  row({
    id: 'S1',
    rule: 'In needs the key with one of the values.',
    source: labels,
    manifests: tiers(expression('In', '[one, three]')),
    checks: tables('TCP 80 x/a\nx/one .\nx/two x\nx/empty x\nx/none x'),
  }),
  row({
    id: 'S1',
    rule: 'The only pod of a StatefulSet has its own name as a label.',
    source: podNameLabel,
    manifests: documents(
      ingressToA('[{from: [{podSelector: {matchLabels: {statefulset.kubernetes.io/pod-name: db-2}}}]}]'),
      ...['db', 'bd'].map(
        (name) => `
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: ${name}, namespace: x}
spec:
  ordinals: {start: 2}
  selector: {matchLabels: {app: db}}
  template: {metadata: {labels: {app: db}}, spec: {containers: [{name: main, image: example.com/main}]}}`,
      ),
    ),
    checks: tables('TCP 80 x/a\nx/db .\nx/bd x\nx/b x'),
  }),
  row({
    id: 'S2',
    rule: 'NotIn matches other values, and also where the key is missing.',
    source: labels,
    manifests: tiers(expression('NotIn', '[one]')),
    checks: tables('TCP 80 x/a\nx/one x\nx/two .\nx/empty .\nx/none .'),
  }),
  row({
    id: 'S3',
    rule: 'Exists needs the key, with any value.',
    source: labels,
    manifests: tiers(expression('Exists')),
    checks: tables('TCP 80 x/a\nx/one .\nx/two .\nx/empty .\nx/none x'),
  }),
  row({
    id: 'S3',
    rule: 'Every pod of a StatefulSet has a revision, also where another policy tells them apart.',
    source: revisionHash,
    manifests: documents(
      ingressToA(
        '[{from: [{podSelector: {matchExpressions: [{key: controller-revision-hash, operator: Exists}]}}]}]',
      ),
      workload('StatefulSet', 2),
      policy(
        'x/other',
        '{podSelector: {matchLabels: {statefulset.kubernetes.io/pod-name: db-0}}, policyTypes: [Egress], egress: [{}]}',
      ),
    ),
    checks: tables('TCP 80 x/a\nx/db .\nx/b x'),
  }),
  ...[
    { asked: 'operator: In, values: [abc]', verdict: '?' },
    { asked: 'operator: NotIn, values: [abc]', verdict: '?' },
    { asked: 'operator: Exists', verdict: '.' },
    { asked: 'operator: DoesNotExist', verdict: 'x' },
    {
      asked: 'operator: In, values: [abc]}, {key: pod-template-hash, operator: NotIn, values: [abc]',
      verdict: 'x',
    },
    { asked: 'operator: In, values: [abc]}, {key: app, operator: In, values: [web]', verdict: 'x' },
  ].map(({ asked, verdict }) =>
    row({
      id: 'S1',
      rule: `Which value a controller writes is not known before there are pods: a peer asks for {${asked}}.`,
      source: podTemplateHash,
      manifests: documents(ingressToA(`[{from: [{podSelector: ${hash(asked)}}]}]`), workload('Deployment')),
      checks: tables(
        `TCP 80 x/a\nx/db ${verdict}\nx/b ${asked.includes('DoesNot') || asked === 'operator: NotIn, values: [abc]' ? '.' : 'x'}`,
      ),
    }),
  ),
  ...[
    { asked: 'operator: In, values: [abc]', verdict: '?' },
    { asked: 'operator: NotIn, values: [abc]', verdict: '?' },
    { asked: 'operator: In, values: [abc]}, {key: app, operator: DoesNotExist', verdict: '.' },
  ].map(({ asked, verdict }) =>
    row({
      id: 'S1',
      rule: `Which value a controller writes is not known before there are pods: a policy selects {${asked}}.`,
      source: podTemplateHash,
      manifests: documents(
        withPolicy(
          `{podSelector: ${hash(asked)}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {matchLabels: {pod: a}}}]}]}`,
        ),
        workload('Deployment'),
      ),
      // What such a policy lets through passes in any case.
      checks: tables(`TCP 80 x/db\nx/a .\nx/b ${verdict}`),
    }),
  ),
  row({
    id: 'S1',
    rule: 'Where another policy isolates it, a policy that may select a pod can only add to what passes.',
    source: podTemplateHash,
    manifests: documents(
      withPolicy(
        '{podSelector: {matchLabels: {app: db}}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {matchLabels: {pod: a}}}]}]}',
      ),
      policy(
        'x/q',
        `{podSelector: ${hash('operator: In, values: [abc]')}, policyTypes: [Ingress], ingress: [{from: [{podSelector: {matchLabels: {pod: b}}}]}]}`,
      ),
      workload('Deployment'),
    ),
    checks: tables('TCP 80 x/db\nx/a .\nx/b ?\ny/a x'),
  }),
  row({
    id: 'S4',
    rule: 'DoesNotExist needs the key to be missing.',
    source: labels,
    manifests: tiers(expression('DoesNotExist')),
    checks: tables('TCP 80 x/a\nx/one x\nx/two x\nx/empty x\nx/none .'),
  }),
  row({
    id: 'S5',
    rule: 'Every requirement must hold, those of matchLabels and of matchExpressions alike.',
    source: labels,
    manifests: tiers('{matchLabels: {pod: other}, matchExpressions: [{key: tier, operator: Exists}]}'),
    checks: tables('TCP 80 x/a\nx/one .\nx/two x\nx/empty x\nx/none x\nx/b x'),
  }),
  row({
    id: 'S5',
    rule: 'Two requirements on one key must both hold, so they may match nothing.',
    source: labels,
    manifests: tiers(
      '{matchLabels: {tier: one}, matchExpressions: [{key: tier, operator: In, values: [two]}]}',
    ),
    checks: tables('TCP 80 x/a\nx/one x\nx/two x\nx/none x'),
  }),
  row({
    id: 'S6',
    rule: 'An empty value needs the key with an empty value; a missing key is something else.',
    source: labels,
    manifests: tiers('{matchLabels: {tier: ""}}'),
    checks: tables('TCP 80 x/a\nx/one x\nx/empty .\nx/none x'),
  }),
  row({
    id: 'S7',
    rule: 'There are four operators; Gt and Lt are not among them.',
    source: labels,
    manifests: tiers(expression('Gt', '["1"]')),
    diagnostics: [
      { code: 'invalid', path: 'spec.ingress[0].from[0].podSelector.matchExpressions[0].operator' },
    ],
  }),
  row({
    id: 'S8',
    rule: 'Keys and values are compared letter by letter: case matters and there are no wildcards.',
    source: labels,
    manifests: tiers('{matchLabels: {tier: One}}'),
    checks: tables('TCP 80 x/a\nx/one x\nx/two x'),
  }),
  row({
    id: 'S8',
    rule: 'The case of a key matters too.',
    source: labels,
    manifests: tiers('{matchExpressions: [{key: Tier, operator: Exists}]}'),
    checks: tables('TCP 80 x/a\nx/one x\nx/none x'),
  }),
  ...['1.2', '0123', '1_000', '0b1', '0X1F'].map((value) =>
    row({
      id: 'S8',
      rule: `Values are strings; without quotes kubectl reads ${value} as a number.`,
      source: labels,
      manifests: tiers(`{matchLabels: {tier: ${value}}}`),
      diagnostics: [{ code: 'wrong-type', path: 'spec.ingress[0].from[0].podSelector.matchLabels' }],
    }),
  ),
  row({
    id: 'S8',
    rule: 'What is too large for a number is a string, also without quotes.',
    source: labels,
    manifests: documents(
      ingressToA('[{from: [{podSelector: {matchLabels: {commit: 12e4567}}}]}]'),
      pod('x/one', { labels: '{commit: "12e4567"}' }),
    ),
    checks: tables('TCP 80 x/a\nx/one .\nx/b x'),
  }),
  row({
    id: 'S9',
    rule: 'Every namespace carries its name as a label, without anybody writing it.',
    source: namespaceByName,
    manifests: ingressToA('[{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: y}}}]}]'),
    checks: tables('TCP 80 x/a\nx/b x\ny/a .\ny/b .'),
  }),
  row({
    id: 'S9',
    rule: 'That label cannot be made to say something else.',
    source: metadataName,
    manifests: documents(
      ingressToA('[{from: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: y}}}]}]'),
      namespace('z', '{kubernetes.io/metadata.name: y}'),
      pod('z/a', {}),
    ),
    checks: tables('TCP 80 x/a\ny/a .\nz/a x'),
  }),
  row({
    id: 'S10',
    rule: 'A namespace nobody declared has that label alone.',
    source: metadataName,
    manifests: documents(
      stage,
      pod('w/a', {}),
      policy(
        'x/p',
        `{podSelector: {matchLabels: {pod: a}}, ingress: [{from: [{namespaceSelector: {
          matchLabels: {kubernetes.io/metadata.name: w}, matchExpressions: [{key: team, operator: DoesNotExist}]}}]}]}`,
      ),
    ),
    checks: tables('TCP 80 x/a\nx/b x\ny/a x\nw/a .'),
  }),
  row({
    id: 'S10',
    rule: 'Pods do not inherit it from their namespace.',
    source: metadataName,
    manifests: ingressToA('[{from: [{podSelector: {matchLabels: {kubernetes.io/metadata.name: x}}}]}]'),
    checks: tables('TCP 80 x/a\nx/b x\ny/a x'),
  }),
];
