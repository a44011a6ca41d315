import { tables } from '../notation';
import { row } from '../row';
import type { Row } from '../row';
import { headlessService, service } from '../sources';
import { documents, pod, policy, stage } from '../stage';

const serviceOf = (clusterIP: string): string => `
apiVersion: v1
kind: Service
metadata: {name: web, namespace: x}
spec: {clusterIP: ${clusterIP}, selector: {app: web}, ports: [{port: 80, targetPort: http}]}`;

/** Two endpoints of one Service that give the name of its target port different numbers. */
const endpoints = documents(
  pod('x/old', {
    labels: '{app: web}',
    ports: '[{name: http, containerPort: 8080}]',
    addresses: ['10.244.1.40'],
  }),
  pod('x/new', {
    labels: '{app: web}',
    ports: '[{name: http, containerPort: 9090}]',
    addresses: ['10.244.1.41'],
  }),
);

const cluster = documents(stage, endpoints, serviceOf('10.96.0.10'));

const toWeb = (rules: string): string =>
  policy('x/p', `{podSelector: {matchLabels: {app: web}}, policyTypes: [Ingress], ingress: ${rules}}`);

/** V: Services, which policies never see. */
export const serviceRows: readonly Row[] = [
  row({
    id: 'V1',
    rule: 'A rule is about the port of the pod, not the port of the Service.',
    source: service,
    manifests: documents(cluster, toWeb('[{ports: [{port: 80}]}]')),
    checks: tables('TCP 8080 x/old\nx/a x', 'TCP 80 x/old\nx/a .'),
  }),
  row({
    id: 'V1',
    rule: 'Allowing the address of a Service does not allow its pods.',
    source: service,
    manifests: documents(
      cluster,
      policy(
        'x/p',
        '{podSelector: {matchLabels: {pod: a}}, policyTypes: [Egress], egress: [{to: [{ipBlock: {cidr: 10.96.0.10/32}}]}]}',
      ),
    ),
    checks: tables('TCP 8080 x/old x/new\nx/a x x'),
  }),
  row({
    id: 'V2',
    rule: 'Every endpoint is judged on its own, each with the number it gives the target port.',
    source: service,
    manifests: documents(cluster, toWeb('[{ports: [{port: 8080}]}]')),
    checks: tables('TCP 8080 x/old x/new\nx/a . .', 'TCP 9090 x/old x/new\nx/a x x'),
  }),
  row({
    id: 'V2',
    rule: 'The name of the target port in a rule covers every endpoint.',
    source: service,
    manifests: documents(cluster, toWeb('[{ports: [{port: http}]}]')),
    checks: tables('TCP 8080 x/old x/new\nx/a . x', 'TCP 9090 x/old x/new\nx/a x .'),
  }),
  row({
    id: 'V3',
    rule: 'Behind a headless Service clients use the pods directly: the container port is what counts.',
    source: headlessService,
    manifests: documents(stage, endpoints, serviceOf('None'), toWeb('[{ports: [{port: 8080}]}]')),
    checks: tables('TCP 8080 x/old\nx/a .', 'TCP 80 x/old\nx/a x'),
  }),
];
