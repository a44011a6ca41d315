import { tables } from '../notation';
import { row } from '../row';
import type { Row } from '../row';
import { defaultPolicies, selectorBehaviour, spec } from '../sources';
import { documents, ingressToA, pod, policy, stage, withPolicy } from '../stage';

const forA = 'podSelector: {matchLabels: {pod: a}}, policyTypes: [Ingress]';

/** L: the difference between left out, null and empty. */
export const emptyRows: readonly Row[] = [
  ...['', ', ingress: ', ', ingress: []'].map((text) =>
    row({
      id: 'L1',
      rule: 'No ingress rules, however that is written, deny all ingress.',
      source: defaultPolicies,
      manifests: withPolicy(`{${forA}${text}}`),
      checks: tables('TCP 80 x/a\nx/b x\ny/a x\n203.0.113.7 x', 'UDP 53 x/a\nx/b x'),
    }),
  ),
  row({
    id: 'L2',
    rule: 'An empty rule allows everything from everywhere, also from outside the cluster.',
    source: defaultPolicies,
    manifests: ingressToA('[{}]'),
    checks: tables(
      'TCP 80 x/a\nx/b .\ny/a .\n203.0.113.7 .',
      'UDP 53 x/a\ny/a .\n2001:db8::7 .',
      'SCTP 9 x/a\ny/a .',
    ),
  }),
  ...['', 'from: , ', 'from: [], '].map((text) =>
    row({
      id: 'L3',
      rule: 'A rule without peers allows any source, also from outside the cluster, on its ports.',
      source: spec,
      manifests: ingressToA(`[{${text}ports: [{port: 80}]}]`),
      checks: tables('TCP 80 x/a\nx/b .\ny/a .\n203.0.113.7 .', 'TCP 81 x/a\nx/b x\n203.0.113.7 x'),
    }),
  ),
  ...['', ', ports: ', ', ports: []'].map((text) =>
    row({
      id: 'L4',
      rule: 'A rule without ports allows every port of every protocol to its peers.',
      source: spec,
      manifests: ingressToA(`[{from: [{podSelector: {}}]${text}}]`),
      checks: tables(
        'TCP 80 x/a\nx/b .\ny/a x',
        'TCP 65535 x/a\nx/b .\ny/a x',
        'UDP 1 x/a\nx/b .',
        'SCTP 9 x/a\nx/b .',
      ),
    }),
  ),
  row({
    id: 'L5',
    rule: 'An empty port entry means every TCP port and no other protocol.',
    source: spec,
    manifests: ingressToA('[{ports: [{}]}]'),
    checks: tables('TCP 1 x/a\nx/b .', 'TCP 65535 x/a\nx/b .', 'UDP 53 x/a\nx/b x', 'SCTP 9 x/a\nx/b x'),
  }),
  row({
    id: 'L6',
    rule: 'A port entry with only a protocol means every port of that protocol.',
    source: spec,
    manifests: ingressToA('[{ports: [{protocol: UDP}]}]'),
    checks: tables('UDP 1 x/a\nx/b .', 'UDP 65535 x/a\nx/b .', 'TCP 53 x/a\nx/b x'),
  }),
  row({
    id: 'L7',
    rule: 'An empty peer is refused.',
    source: spec,
    manifests: ingressToA('[{from: [{}]}]'),
    diagnostics: [{ code: 'required', path: 'spec.ingress[0].from[0]' }],
  }),
  row({
    id: 'L8',
    rule: 'An empty podSelector as a peer is every pod of the own namespace, and nothing outside the cluster.',
    source: selectorBehaviour,
    manifests: ingressToA('[{from: [{podSelector: {}}]}]'),
    checks: tables('TCP 80 x/a\nx/b .\ny/a x\ny/b x\n203.0.113.7 x'),
  }),
  ...['{namespaceSelector: {}}', '{namespaceSelector: {}, podSelector: {}}'].map((peer) =>
    row({
      id: 'L9',
      rule: 'An empty namespaceSelector is every pod of every namespace, but no address outside and no host.',
      source: selectorBehaviour,
      manifests: documents(
        stage,
        pod('y/host', { labels: '{pod: host}', spec: 'hostNetwork: true, nodeName: n2' }),
        policy('x/p', `{${forA}, ingress: [{from: [${peer}]}]}`),
      ),
      checks: tables('TCP 80 x/a\nx/b .\ny/a .\ny/b .\ny/host x\n203.0.113.7 x'),
    }),
  ),
  row({
    id: 'L10',
    rule: 'A null namespaceSelector beside a podSelector is not there: only the own namespace is meant.',
    source: spec,
    manifests: ingressToA('[{from: [{namespaceSelector: , podSelector: {matchLabels: {pod: b}}}]}]'),
    checks: tables('TCP 80 x/a\nx/b .\ny/b x\ny/a x'),
  }),
  row({
    id: 'L10',
    rule: 'A null namespaceSelector alone leaves an empty peer, which is refused.',
    source: spec,
    manifests: ingressToA('[{from: [{namespaceSelector: }]}]'),
    diagnostics: [{ code: 'required', path: 'spec.ingress[0].from[0]' }],
  }),
  ...['{}', '{matchLabels: {}}', '{matchExpressions: []}', '{matchLabels: , matchExpressions: }'].map(
    (empty) =>
      row({
        id: 'L11',
        rule: 'A selector without requirements matches everything.',
        source: spec,
        manifests: withPolicy(`{podSelector: ${empty}, ingress: [{from: [{podSelector: ${empty}}]}]}`),
        checks: tables('TCP 80 x/a x/b\nx/a - .\nx/b . -\ny/a x x'),
      }),
  ),
  row({
    id: 'L12',
    rule: 'An ipBlock must say which block.',
    source: spec,
    manifests: ingressToA('[{from: [{ipBlock: {}}]}]'),
    diagnostics: [{ code: 'required', path: 'spec.ingress[0].from[0].ipBlock.cidr' }],
  }),
];
