import { tables } from '../notation';
import { row } from '../row';
import type { Row } from '../row';
import { hostNetwork, isolation, selectorBehaviour, spec } from '../sources';
import { documents, egressFromA, ingressToA, pod, policy, stage, withPolicy } from '../stage';

const inY = 'namespaceSelector: {matchLabels: {team: blue}}';
const podB = 'podSelector: {matchLabels: {pod: b}}';

/** R: who is meant by an entry of from or to. */
export const peerRows: readonly Row[] = [
  row({
    id: 'R1',
    rule: 'A podSelector alone means pods of the namespace of the policy.',
    source: selectorBehaviour,
    manifests: ingressToA(`[{from: [{${podB}}]}]`),
    checks: tables('TCP 80 x/a\nx/b .\ny/a x\ny/b x'),
  }),
  row({
    id: 'R2',
    rule: 'A namespaceSelector alone means every pod of the namespaces it matches.',
    source: selectorBehaviour,
    manifests: ingressToA(`[{from: [{${inY}}]}]`),
    checks: tables('TCP 80 x/a\nx/b x\ny/a .\ny/b .'),
  }),
  row({
    id: 'R3',
    rule: 'Both in one entry: those pods in those namespaces.',
    source: selectorBehaviour,
    manifests: ingressToA(`[{from: [{${inY}, ${podB}}]}]`),
    checks: tables('TCP 80 x/a\nx/b x\ny/a x\ny/b .'),
  }),
  row({
    id: 'R3',
    rule: 'The same holds for the receivers of an egress rule.',
    source: selectorBehaviour,
    manifests: egressFromA(`[{to: [{${inY}, ${podB}}]}]`),
    checks: tables('TCP 80 x/b y/a y/b\nx/a x x .'),
  }),
  row({
    id: 'R4',
    rule: 'Two entries: either of them will do.',
    source: selectorBehaviour,
    manifests: ingressToA(`[{from: [{${inY}}, {${podB}}]}]`),
    checks: tables('TCP 80 x/a\nx/b .\ny/a .\ny/b .\n203.0.113.7 x'),
  }),
  row({
    id: 'R5',
    rule: 'An ipBlock matches by address and may stand beside entries with selectors.',
    source: selectorBehaviour,
    manifests: ingressToA(`[{from: [{ipBlock: {cidr: 203.0.113.0/24}}, {${podB}}]}]`),
    checks: tables('TCP 80 x/a\nx/b .\ny/a x\n203.0.113.7 .\n203.0.114.7 x'),
  }),
  row({
    id: 'R5',
    rule: 'An ipBlock and a selector in one entry are refused.',
    source: spec,
    manifests: ingressToA(`[{from: [{ipBlock: {cidr: 203.0.113.0/24}, ${podB}}]}]`),
    diagnostics: [{ code: 'forbidden', path: 'spec.ingress[0].from[0]' }],
  }),
  row({
    id: 'R6',
    rule: 'Selectors match neither addresses outside the cluster nor pods that use the network of their host.',
    source: hostNetwork,
    manifests: documents(
      stage,
      pod('x/host', {
        labels: '{pod: b}',
        spec: 'hostNetwork: true, nodeName: n2',
        status: 'hostIP: 192.0.2.2',
      }),
      policy('x/p', `{podSelector: {matchLabels: {pod: a}}, ingress: [{from: [{${podB}}]}]}`),
    ),
    checks: tables('TCP 80 x/a\nx/b .\nx/host x\n192.0.2.2 x\n203.0.113.7 x'),
  }),
  row({
    id: 'R7',
    rule: 'The pods of a peer may be among those the policy selects.',
    source: isolation,
    manifests: withPolicy(`{podSelector: {}, ingress: [{from: [{${podB}}]}]}`),
    checks: tables('TCP 80 x/a x/b\nx/a - x\nx/b . -\ny/b x x'),
  }),
  row({
    id: 'R7',
    rule: 'What a policy of another namespace allows does not count here.',
    source: isolation,
    manifests: documents(
      stage,
      policy('x/closed', '{podSelector: {}}'),
      policy('y/open', '{podSelector: {}, ingress: [{}]}'),
    ),
    checks: tables('TCP 80 x/a y/a\nx/b x .\ny/b x .'),
  }),
];
