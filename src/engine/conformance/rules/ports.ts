import { tables } from '../notation';
import { row } from '../row';
import type { Row } from '../row';
import { podPorts, portRange, resource, spec } from '../sources';
import { documents, ingressToA, pod, policy, stage } from '../stage';

const web = pod('x/web', {
  labels: '{pod: web}',
  ports: '[{name: http, containerPort: 8080}]',
  addresses: ['10.244.1.30'],
});

const toAllOfX = (direction: 'ingress' | 'egress', ports: string): string =>
  policy(
    'x/p',
    `{podSelector: {}, policyTypes: [${direction === 'ingress' ? 'Ingress' : 'Egress'}], ${direction}: [{ports: ${ports}}]}`,
  );

const withContainers = (containers: string): string => `
apiVersion: v1
kind: Pod
metadata: {name: many, namespace: x, labels: {pod: many}}
spec: {${containers}}`;

/** N: ports. */
export const portRows: readonly Row[] = [
  row({
    id: 'N1',
    rule: 'A number is a port of the receiving pod, whether a container declares it or not.',
    source: resource,
    manifests: ingressToA('[{ports: [{port: 9999}]}]'),
    checks: tables('TCP 9999 x/a\nx/b .', 'TCP 80 x/a\nx/b x'),
  }),
  row({
    id: 'N2',
    rule: 'In an ingress rule a name is the port that the selected pod gives this name.',
    source: spec,
    manifests: documents(stage, web, toAllOfX('ingress', '[{port: http}]')),
    checks: tables('TCP 80 x/a x/web\ny/a . x', 'TCP 8080 x/a x/web\ny/a x .'),
  }),
  row({
    id: 'N2',
    rule: 'In an egress rule a name is the port that each receiving pod gives this name.',
    source: spec,
    manifests: documents(stage, web, toAllOfX('egress', '[{port: http}]')),
    checks: tables(
      'TCP 80 x/a x/web y/a\nx/b . x .\nx/web . - .',
      'TCP 8080 x/a x/web y/a\nx/b x . x\nx/web x - x',
    ),
  }),
  row({
    id: 'N2',
    rule: 'The protocol of the named port must be that of the entry.',
    source: spec,
    manifests: ingressToA('[{ports: [{port: dns, protocol: UDP}, {port: dns, protocol: TCP}]}]'),
    checks: tables('UDP 53 x/a\nx/b .', 'TCP 53 x/a\nx/b x'),
  }),
  row({
    id: 'N3',
    rule: 'A name the pod does not have matches nothing.',
    source: spec,
    manifests: ingressToA('[{ports: [{port: nobody}, {port: 81}]}]'),
    checks: tables('TCP 80 x/a\nx/b x', 'TCP 81 x/a\nx/b .'),
  }),
  row({
    id: 'N4',
    rule: 'A name that two containers use means both ports.',
    source: spec,
    manifests: documents(
      stage,
      withContainers(`containers: [
        {name: one, image: example.com/one, ports: [{name: http, containerPort: 8001}]},
        {name: two, image: example.com/two, ports: [{name: http, containerPort: 8002}]}]`),
      toAllOfX('ingress', '[{port: http}]'),
    ),
    checks: tables('TCP 8001 x/many\nx/b .', 'TCP 8002 x/many\nx/b .', 'TCP 80 x/many\nx/b x'),
  }),
  row({
    id: 'N5',
    rule: 'endPort makes it a range that includes both ends.',
    source: portRange,
    manifests: ingressToA('[{ports: [{port: 8000, endPort: 8003}]}]'),
    checks: tables(
      'TCP 7999 x/a\nx/b x',
      'TCP 8000 x/a\nx/b .',
      'TCP 8002 x/a\nx/b .',
      'TCP 8003 x/a\nx/b .',
      'TCP 8004 x/a\nx/b x',
      'UDP 8002 x/a\nx/b x',
    ),
  }),
  row({
    id: 'N5',
    rule: 'A range may hold a single port.',
    source: portRange,
    manifests: ingressToA('[{ports: [{port: 8000, endPort: 8000}]}]'),
    checks: tables('TCP 8000 x/a\nx/b .', 'TCP 8001 x/a\nx/b x'),
  }),
  ...[
    '{port: 8000, endPort: 7999}',
    '{port: http, endPort: 81}',
    '{endPort: 81}',
    '{port: 1, endPort: 65536}',
  ].map((entry) =>
    row({
      id: 'N5',
      rule: 'endPort needs a number before it that is not larger.',
      source: portRange,
      manifests: ingressToA(`[{ports: [${entry}]}]`),
      diagnostics: [{ code: 'invalid', path: 'spec.ingress[0].ports[0].endPort' }],
    }),
  ),
  row({
    id: 'N6',
    rule: 'The protocol must be the same.',
    source: spec,
    manifests: ingressToA('[{ports: [{port: 80, protocol: UDP}, {port: 81, protocol: SCTP}]}]'),
    checks: tables(
      'TCP 80 x/a\nx/b x',
      'UDP 80 x/a\nx/b .',
      'SCTP 80 x/a\nx/b x',
      'SCTP 81 x/a\nx/b .',
      'UDP 81 x/a\nx/b x',
    ),
  }),
  row({
    id: 'N6',
    rule: 'Protocols are written in capitals.',
    source: spec,
    manifests: ingressToA('[{ports: [{port: 80, protocol: tcp}]}]'),
    diagnostics: [{ code: 'not-supported', path: 'spec.ingress[0].ports[0].protocol' }],
  }),
  row({
    id: 'N6',
    rule: 'An empty protocol of a container port is TCP, as none is.',
    source: podPorts,
    manifests: documents(
      stage,
      withContainers(
        'containers: [{name: main, image: example.com/main, ports: [{name: web, containerPort: 8080, protocol: ""}]}]',
      ),
      toAllOfX('ingress', '[{port: web}]'),
    ),
    checks: tables('TCP 8080 x/many\nx/b .', 'UDP 8080 x/many\nx/b x'),
  }),
  row({
    id: 'N6',
    rule: 'An empty protocol in a policy is none that is known.',
    source: spec,
    manifests: ingressToA('[{ports: [{port: 80, protocol: ""}]}]'),
    diagnostics: [{ code: 'not-supported', path: 'spec.ingress[0].ports[0].protocol' }],
  }),
  row({
    id: 'N7',
    rule: 'The ports of every container of the pod count, those of init containers and sidecars too.',
    source: spec,
    manifests: documents(
      stage,
      withContainers(`
        initContainers: [
          {name: proxy, image: example.com/proxy, restartPolicy: Always, ports: [{name: proxy, containerPort: 15000}]},
          {name: init, image: example.com/init, ports: [{name: setup, containerPort: 7000}]}],
        containers: [
          {name: main, image: example.com/main},
          {name: side, image: example.com/side, ports: [{name: metrics, containerPort: 9090}]}]`),
      toAllOfX('ingress', '[{port: metrics}, {port: proxy}, {port: setup}]'),
    ),
    checks: tables(
      'TCP 9090 x/many\nx/b .',
      'TCP 15000 x/many\nx/b .',
      'TCP 7000 x/many\nx/b .',
      'TCP 80 x/many\nx/b x',
    ),
  }),
  row({
    id: 'N8',
    rule: 'A policy that only lists UDP or SCTP ports still isolates TCP.',
    source: spec,
    manifests: ingressToA('[{ports: [{port: 80, protocol: SCTP}]}]'),
    checks: tables('TCP 80 x/a\nx/b x', 'TCP 81 x/a\nx/b x', 'SCTP 80 x/a\nx/b .'),
  }),
];
