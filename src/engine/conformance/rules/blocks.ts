import { tables } from '../notation';
import { row } from '../row';
import type { Remark, Row } from '../row';
import { ciliumPolicy, resource, selectorBehaviour, spec } from '../sources';
import { documents, egressFromA, node, pod, policy, stage } from '../stage';

const dualStack = documents(
  pod('x/d', { labels: '{pod: d}', addresses: ['10.244.1.20', 'fd00::20'] }),
  pod('x/e', { labels: '{pod: e}', addresses: ['10.244.1.21', 'fd00::21'] }),
);

/** The stage with policies for x/a that list these egress peers, one policy per item. */
const eachTo = (...peers: readonly string[]): string =>
  documents(
    stage,
    ...peers.map((peer, index) =>
      policy(
        `x/p${String(index)}`,
        `{podSelector: {matchLabels: {pod: a}}, policyTypes: [Egress], egress: [{to: [${peer}]}]}`,
      ),
    ),
  );

const hosts = documents(
  node('n2', '192.0.2.2'),
  pod('x/host', { labels: '{pod: host}', spec: 'hostNetwork: true, nodeName: n2' }),
);

/** A pod whose address nobody tells. */
const unplaced = pod('x/new', { labels: '{pod: new}' });

/** B: blocks of addresses. */
export const blockRows: readonly Row[] = [
  row({
    id: 'B1',
    rule: 'A block of one address family never matches the other.',
    source: spec,
    manifests: egressFromA('[{to: [{ipBlock: {cidr: 0.0.0.0/0}}]}]'),
    checks: tables('TCP 80 203.0.113.7 2001:db8::7 0.0.0.0\nx/a . x .'),
  }),
  row({
    id: 'B1',
    rule: 'The same holds the other way round.',
    source: spec,
    manifests: egressFromA('[{to: [{ipBlock: {cidr: "::/0"}}]}]'),
    checks: tables('TCP 80 203.0.113.7 2001:db8::7 ::\nx/a x . .'),
  }),
  row({
    id: 'B1',
    rule: 'Of two pods with an address in each family, one family may pass and the other not.',
    source: spec,
    manifests: documents(
      stage,
      dualStack,
      policy(
        'x/p',
        '{podSelector: {matchLabels: {pod: d}}, ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]}',
      ),
    ),
    checks: tables('TCP 80 x/d\nx/e ?\nx/a .\n10.244.1.21 .\nfd00::21 x'),
  }),
  row({
    id: 'B2',
    rule: 'except takes addresses out of its block.',
    source: resource,
    manifests: eachTo('{ipBlock: {cidr: 10.0.0.0/8, except: [10.244.1.0/24]}}'),
    checks: tables('TCP 80 x/b y/a 10.244.1.99 10.244.0.255 10.244.2.0 11.0.0.0\nx/a x . x . . x'),
  }),
  row({
    id: 'B2',
    rule: 'except is no prohibition: another rule or policy may allow what it takes out.',
    source: resource,
    manifests: eachTo(
      '{ipBlock: {cidr: 10.0.0.0/8, except: [10.244.1.0/24]}}',
      '{podSelector: {matchLabels: {pod: b}}}',
    ),
    checks: tables('TCP 80 x/b y/a 10.244.1.99\nx/a . . x'),
  }),
  row({
    id: 'B2',
    rule: 'Blocks that overlap add up, also where one has a hole.',
    source: resource,
    manifests: eachTo(
      '{ipBlock: {cidr: 10.0.0.0/8, except: [10.244.0.0/16]}}',
      '{ipBlock: {cidr: 10.244.2.0/24, except: [10.244.2.11/32]}}',
    ),
    checks: tables('TCP 80 x/b y/a y/b 10.9.9.9\nx/a x . x .'),
  }),
  ...['a', 'b'].map((shut) =>
    row({
      id: 'B2',
      rule: 'A block of which except leaves nothing matches nobody, which is not what a rule without peers does.',
      source: resource,
      manifests: documents(
        stage,
        ...['a', 'b'].map((name) =>
          policy(
            `x/${name}`,
            `{podSelector: {matchLabels: {pod: ${name}}}, policyTypes: [Egress], egress: [${
              name === shut ? '{to: [{ipBlock: {cidr: 0.0.0.0/0, except: [0.0.0.0/1, 128.0.0.0/1]}}]}' : '{}'
            }]}`,
          ),
        ),
      ),
      checks: tables(
        `TCP 80 y/a 203.0.113.7 2001:db8::7\nx/${shut} x x x\nx/${shut === 'a' ? 'b' : 'a'} . . .`,
      ),
    }),
  ),
  row({
    id: 'B3',
    rule: 'A block matches pods by their address.',
    source: selectorBehaviour,
    manifests: egressFromA('[{to: [{ipBlock: {cidr: 10.244.2.10/32}}]}]'),
    checks: tables('TCP 80 x/b y/a y/b\nx/a x . x'),
  }),
  row({
    id: 'B3',
    rule: 'Under Cilium a block never matches a pod.',
    source: ciliumPolicy,
    cni: 'cilium',
    manifests: egressFromA('[{to: [{ipBlock: {cidr: 0.0.0.0/0}}]}]'),
    checks: tables('TCP 80 x/b y/a 203.0.113.7\nx/a x x .'),
  }),
  row({
    id: 'B3',
    rule: 'A pod whose address is not known may or may not lie in a block that holds only some private addresses.',
    source: selectorBehaviour,
    manifests: documents(
      unplaced,
      egressFromA(`[
          {to: [{ipBlock: {cidr: 10.244.0.0/16}}], ports: [{port: 80}]},
          {to: [{ipBlock: {cidr: 203.0.113.0/24}}], ports: [{port: 81}]},
          {to: [{ipBlock: {cidr: 0.0.0.0/0, except: [169.254.169.254/32]}}], ports: [{port: 82}]}]`),
    ),
    checks: tables('TCP 80 x/new\nx/a ?', 'TCP 81 x/new\nx/a x', 'TCP 82 x/new\nx/a .'),
  }),
  row({
    id: 'B3',
    rule: 'Wherever such a pod is, one of several rules may allow it: what is allowed everywhere is certain.',
    source: spec,
    manifests: documents(
      unplaced,
      egressFromA(`[
          {to: [{ipBlock: {cidr: 10.0.0.0/8}}], ports: [{port: 80, endPort: 81}]},
          {to: [{ipBlock: {cidr: 172.16.0.0/12}}], ports: [{port: 80}]}]`),
      policy(
        'x/q',
        `{podSelector: {matchLabels: {pod: a}}, policyTypes: [Egress], egress: [
          {to: [{ipBlock: {cidr: 192.168.0.0/16}}], ports: [{port: 80}, {port: 82}]}]}`,
      ),
    ),
    checks: tables(
      'TCP 80 x/new\nx/a .',
      'TCP 81 x/new\nx/a ?',
      'TCP 82 x/new\nx/a ?',
      'TCP 83 x/new\nx/a x',
    ),
  }),
  row({
    id: 'B3',
    rule: 'A pod whose address is not known has one of each family that pods have whose address is.',
    source: selectorBehaviour,
    manifests: documents(
      pod('x/a', { addresses: ['2001:db8::a'], labels: '{pod: a}' }),
      unplaced,
      policy(
        'x/p',
        `{podSelector: {matchLabels: {pod: a}}, policyTypes: [Egress], egress: [
          {to: [{ipBlock: {cidr: "::/0"}}], ports: [{port: 80}]},
          {to: [{ipBlock: {cidr: 0.0.0.0/0}}], ports: [{port: 81}]},
          {to: [{ipBlock: {cidr: "2001:db8::/64"}}], ports: [{port: 82}]}]}`,
      ),
    ),
    checks: tables('TCP 80 x/new\nx/a .', 'TCP 81 x/new\nx/a x', 'TCP 82 x/new\nx/a ?'),
  }),
  row({
    id: 'B3',
    rule: 'It may be in shared address space where a policy is written for that.',
    source: selectorBehaviour,
    manifests: documents(
      unplaced,
      egressFromA(`[
          {to: [{ipBlock: {cidr: 100.64.0.0/16}}], ports: [{port: 80}]},
          {to: [{ipBlock: {cidr: 203.0.113.0/24}}], ports: [{port: 81}]}]`),
    ),
    checks: tables('TCP 80 x/new\nx/a ?', 'TCP 81 x/new\nx/a x'),
  }),
  row({
    id: 'B3',
    rule: 'Where pods are known outside private address space, one of unknown address may be there, too.',
    source: selectorBehaviour,
    manifests: documents(
      unplaced,
      pod('y/public', { addresses: ['203.0.113.9'] }),
      egressFromA(`[
          {to: [{ipBlock: {cidr: 203.0.113.0/24}}], ports: [{port: 81}]}]`),
    ),
    checks: tables('TCP 81 x/new\nx/a ?'),
  }),
  row({
    id: 'B5',
    rule: 'Outside the cluster there are no container ports, so a port by name matches nothing there.',
    source: spec,
    manifests: egressFromA('[{to: [{ipBlock: {cidr: 0.0.0.0/0}}], ports: [{port: http}]}]'),
    checks: tables('TCP 80 y/a 203.0.113.7\nx/a . x'),
  }),
  ...['10.0.0.0/8', '0.0.0.0/0', '11.0.0.0/16', 'fd00::/64'].map((except) =>
    row({
      id: 'B6',
      rule: 'What except takes out must be a part of the block.',
      source: spec,
      manifests: eachTo(`{ipBlock: {cidr: 10.0.0.0/8, except: ["${except}"]}}`),
      diagnostics: [{ code: 'invalid', path: 'spec.egress[0].to[0].ipBlock.except[0]' }],
    }),
  ),
  row({
    id: 'B6',
    rule: 'Of a block that is none, except is not looked at.',
    source: spec,
    manifests: eachTo('{ipBlock: {cidr: 10.0.0.0/33, except: [11.0.0.0/16, nonsense]}}'),
    diagnostics: [{ code: 'invalid', path: 'spec.egress[0].to[0].ipBlock.cidr' }],
  }),
  row({
    id: 'B7',
    rule: 'The addresses of nodes are ordinary addresses.',
    source: selectorBehaviour,
    manifests: documents(hosts, egressFromA('[{to: [{ipBlock: {cidr: 192.0.2.0/28}}]}]')),
    checks: tables('TCP 80 x/host 192.0.2.2 192.0.2.99 x/b\nx/a . . x x'),
  }),
  row({
    id: 'B7',
    rule: 'Under Cilium a block never matches a pod that uses the network of its host.',
    source: ciliumPolicy,
    cni: 'cilium',
    manifests: documents(hosts, egressFromA('[{to: [{ipBlock: {cidr: 192.0.2.0/28}}]}]')),
    checks: tables('TCP 80 x/host\nx/a x'),
  }),
];

/** What cannot be asked of blocks. */
export const blockRemarks: readonly Remark[] = [
  {
    id: 'B4',
    rule: 'Which address a block is compared with when a load balancer or a Service translates it is left open.',
    source: selectorBehaviour,
    why: 'Questions name the two ends after translation.',
  },
];
