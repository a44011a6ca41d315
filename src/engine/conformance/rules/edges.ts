import { tables } from '../notation';
import { row } from '../row';
import type { Remark, Row } from '../row';
import {
  ciliumOwnNode,
  daemonSet,
  hostNetwork,
  isolation,
  notPossible,
  podLifecycle,
  podPhase,
  spec,
  trafficFiltering,
} from '../sources';
import { documents, ingressToA, node, pod, policy, stage, withPolicy } from '../stage';

const closed = policy('x/closed', '{podSelector: {}, policyTypes: [Ingress, Egress]}');

/** A pod on node n1, pods of the host's network on n1, on n2 and on a node nobody knows. */
const nodes = documents(
  stage,
  node('n1', '192.0.2.1'),
  node('n2', '192.0.2.2'),
  pod('x/here', { labels: '{pod: here}', spec: 'nodeName: n1', addresses: ['10.244.1.50'] }),
  pod('y/host1', { labels: '{pod: host}', spec: 'hostNetwork: true, nodeName: n1' }),
  pod('y/host2', { labels: '{pod: host}', spec: 'hostNetwork: true, nodeName: n2' }),
  pod('y/host', { labels: '{pod: host}', spec: 'hostNetwork: true' }),
);

const daemonSetOf = (name: string, spec: string): string => `
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: ${name.slice(2)}, namespace: ${name.slice(0, 1)}}
spec:
  selector: {matchLabels: {pod: ${name.slice(2)}}}
  template:
    metadata: {labels: {pod: ${name.slice(2)}}}
    spec: {${spec}containers: [{name: main, image: example.com/main}]}`;

/** E: what happens at the edges. */
export const edgeRows: readonly Row[] = [
  row({
    id: 'E1',
    rule: 'A pod can always reach its own address.',
    source: isolation,
    manifests: documents(stage, closed),
    checks: tables('TCP 80 x/a x/b 10.244.1.10\nx/a . x .\nx/b x . x'),
  }),
  row({
    id: 'E1b',
    rule: 'Another replica is another pod, however alike it is.',
    source: isolation,
    manifests: documents(stage, pod('x/a2', { labels: '{pod: a}' }), closed),
    checks: tables('TCP 80 x/a x/a2\nx/a . x\nx/a2 x .'),
  }),
  row({
    id: 'E2',
    rule: 'Traffic between a pod and its own node always passes, both ways.',
    source: trafficFiltering,
    manifests: documents(nodes, closed),
    checks: tables(`
      TCP 80     x/here  y/host1  192.0.2.1  y/host2  192.0.2.2  y/host  x/a
      x/here      .       .        .          x        x          x       x
      y/host1     .       .        -          .        -          .       x
      192.0.2.1   .       -        -          .        -          .       x
      y/host2     x       .        .          .        -          .       x
      192.0.2.2   x       .        -          -        -          .       x
      y/host      x       .        .          .        .          .       x
      y/a         x       .        .          .        .          .       x`),
  }),
  row({
    id: 'E2',
    rule: 'Under Cilium what the own node sends always passes; what it receives is judged by the policies.',
    source: ciliumOwnNode,
    cni: 'cilium',
    manifests: documents(
      nodes,
      closed,
      policy(
        'x/p',
        '{podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 192.0.2.1/32}}]}]}',
      ),
    ),
    checks: tables(`
      TCP 80     x/here  y/host1  192.0.2.1  y/host2  x/a
      x/here      .       x        x          x        x
      y/host1     .       .        -          .        x
      192.0.2.1   .       -        -          .        x
      y/host2     x       .        .          .        x`),
  }),
  row({
    id: 'E2',
    rule: 'The address of a pod that uses the network of its host is the address of that node.',
    source: trafficFiltering,
    manifests: documents(
      stage,
      pod('x/here', { spec: 'nodeName: n7', addresses: ['10.244.1.50'] }),
      pod('y/host7', { spec: 'hostNetwork: true, nodeName: n7', addresses: ['192.0.2.7'] }),
      closed,
    ),
    checks: tables('TCP 80 x/here x/a\ny/host7 . x\n192.0.2.7 . x'),
  }),
  row({
    id: 'E2',
    rule: 'The host address in the status of a pod is enough to know its node.',
    source: trafficFiltering,
    manifests: documents(
      stage,
      pod('x/here', { addresses: ['10.244.1.50'], status: 'hostIP: 192.0.2.9' }),
      closed,
    ),
    checks: tables('TCP 80 x/here x/a\n192.0.2.9 . x\n192.0.2.10 x x'),
  }),
  row({
    id: 'E2',
    rule: 'Of the pods of a DaemonSet one runs on each node, so for some of them any pod of a node is on their own.',
    source: daemonSet,
    manifests: documents(
      nodes,
      daemonSetOf('x/all', ''),
      daemonSetOf('y/agent', 'hostNetwork: true, '),
      closed,
    ),
    checks: tables(`
      TCP 80     x/here  x/all  y/agent  y/host2  192.0.2.2  y/a
      x/here      .       x      ?        x        x          x
      x/all       x       .      ?        ?        ?          x
      y/agent     ?       ?      .        .        .          .
      y/host2     x       ?      .        .        -          .
      192.0.2.2   x       ?      .        -        -          .
      y/a         x       x      .        .        .          .`),
  }),
  row({
    id: 'E3',
    rule: 'Other nodes are admitted by their address.',
    source: trafficFiltering,
    manifests: documents(
      nodes,
      policy('x/p', '{podSelector: {}, ingress: [{from: [{ipBlock: {cidr: 192.0.2.2/32}}]}]}'),
    ),
    checks: tables('TCP 80 x/here x/a\ny/host1 . x\ny/host2 . .\n192.0.2.2 . .\n192.0.2.3 x x'),
  }),
  row({
    id: 'E4',
    rule: 'A pod that uses the network of its host counts as its node: selectors do not match it.',
    source: hostNetwork,
    manifests: documents(
      nodes,
      policy('x/p', '{podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}]}'),
    ),
    checks: tables('TCP 80 x/here x/a\ny/host1 . x\ny/host2 x x\ny/a . .'),
  }),
  row({
    id: 'E5',
    rule: 'A policy has no effect on a pod that uses the network of its host.',
    source: hostNetwork,
    manifests: documents(nodes, policy('y/closed', '{podSelector: {}, policyTypes: [Ingress, Egress]}')),
    checks: tables('TCP 80 y/host2 y/a x/a 203.0.113.7\nx/a . x - .\ny/host2 - x . .\n203.0.113.7 . x . -'),
  }),
  row({
    id: 'E6',
    rule: 'A verdict is about opening a connection; replies need no rule of their own.',
    source: isolation,
    manifests: withPolicy('{podSelector: {matchLabels: {pod: a}}, policyTypes: [Ingress]}'),
    checks: tables('TCP 80 x/a y/a\nx/a - .\ny/a x -'),
  }),
  row({
    id: 'E8',
    rule: 'Rules are for TCP, UDP and SCTP; there is no way to write ICMP.',
    source: trafficFiltering,
    manifests: ingressToA('[{ports: [{protocol: ICMP}]}]'),
    diagnostics: [{ code: 'not-supported', path: 'spec.ingress[0].ports[0].protocol' }],
  }),
  ...['Succeeded', 'Failed'].map((phase) =>
    row({
      id: 'E10',
      rule: 'A pod that has finished is gone; its address may be somebody else.',
      source: podPhase,
      manifests: documents(
        pod('y/done', { addresses: ['10.244.2.99'], status: `phase: ${phase}` }),
        ingressToA('[{from: [{namespaceSelector: {}}]}]'),
      ),
      checks: tables('TCP 80 x/a\ny/a .\n10.244.2.10 .\n10.244.2.99 x'),
    }),
  ),
  row({
    id: 'E11',
    rule: 'A pod without an address is judged by its labels.',
    source: podPhase,
    manifests: documents(
      ingressToA('[{from: [{podSelector: {matchLabels: {pod: waiting}}}]}]'),
      pod('x/waiting', { labels: '{pod: waiting}', status: 'phase: Pending' }),
    ),
    checks: tables('TCP 80 x/a x/waiting\nx/waiting . -\nx/b x .'),
  }),
  row({
    id: 'E12',
    rule: 'A policy of a namespace where nothing runs changes nothing elsewhere.',
    source: spec,
    manifests: documents(stage, policy('ghost/closed', '{podSelector: {}, policyTypes: [Ingress, Egress]}')),
    checks: tables('TCP 80 x/a y/a\nx/a - .\nx/b . .\ny/a . -'),
  }),
  row({
    id: 'E13',
    rule: 'What happens inside one pod is no business of policies.',
    source: notPossible,
    manifests: documents(stage, closed),
    checks: tables('TCP 8080 x/a\nx/a .', 'UDP 53 x/a\nx/a .'),
  }),
  row({
    id: 'E13',
    rule: 'Loopback never leaves the pod, whatever blocks are allowed or excepted.',
    source: notPossible,
    manifests: documents(
      stage,
      closed,
      policy(
        'y/p',
        '{podSelector: {}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 0.0.0.0/0, except: [127.0.0.0/8]}}]}]}',
      ),
    ),
    checks: tables('TCP 80 127.0.0.1 127.255.255.254 ::1 128.0.0.1 ::2\nx/a . . . x x\ny/a . . . . x'),
  }),
];

/** Statements about time. */
export const edgeRemarks: readonly Remark[] = [
  {
    id: 'E7',
    rule: 'What becomes of connections that are already open when policies change is left to the plugin.',
    source: podLifecycle,
    why: 'A verdict is about opening a connection.',
  },
  {
    id: 'E9',
    rule: 'A new pod is isolated before it starts; what its policies allow may come a moment later.',
    source: podLifecycle,
    why: 'A verdict is about the state after every policy is in force.',
  },
];
