import { describe, expect, it } from 'vitest';
import type { DiagnosticCode } from '../diagnostic';
import { decodeDocument } from './decodeDocument';
import type { DecodedObject } from './objects';

const versions = new Map([
  ['Pod', 'v1'],
  ['Namespace', 'v1'],
  ['Node', 'v1'],
  ['Service', 'v1'],
  ['ReplicationController', 'v1'],
  ['Job', 'batch/v1'],
  ['CronJob', 'batch/v1'],
  ['Ingress', 'networking.k8s.io/v1'],
]);

/** An object of a kind named `a`, with more fields given as lines of YAML. */
function object(kind: string, rest = '', metadata = 'name: a'): string {
  return `apiVersion: ${versions.get(kind) ?? 'apps/v1'}\nkind: ${kind}\nmetadata: {${metadata}}\n${rest}\n`;
}

function decode(text: string): DecodedObject {
  const { objects, diagnostics } = decodeDocument(text);
  expect(diagnostics).toEqual([]);
  const [only] = objects;
  if (!only) throw new Error('nothing decoded');
  return only;
}

/** Code, path and marked characters of everything reported. */
function found(text: string): [DiagnosticCode, string, string][] {
  return decodeDocument(text).diagnostics.map(({ code, path, range }) => [
    code,
    path,
    text.slice(range.start, range.end),
  ]);
}

const labels = (...pairs: [string, string][]): Map<string, string> => new Map(pairs);

describe('every kind', () => {
  const kinds = [
    'Namespace',
    'Pod',
    'Deployment',
    'StatefulSet',
    'DaemonSet',
    'ReplicaSet',
    'ReplicationController',
    'Job',
    'CronJob',
    'Service',
    'Ingress',
    'Node',
  ];

  /** What stands in for one named a that is refused. */
  const insteadOf = (kind: string): readonly object[] =>
    kind === 'Namespace' ? [{ kind: 'RejectedNamespace', name: 'a' }] : [];

  it.each(kinds)('%s may be as good as empty', (kind) => {
    expect(decode(object(kind))).toMatchObject({ kind, name: 'a' });
  });

  it.each(kinds)('%s may have any field that is not read', (kind) => {
    expect(decode(object(kind, 'spec: {foo: [1]}\nstatus: {foo: 1}'))).toMatchObject({ kind });
  });

  it.each(kinds)('%s has no field beside metadata, spec and status', (kind) => {
    const text = object(kind, 'labels: {app: a}');
    expect(found(text)).toEqual([['unknown-field', 'labels', 'labels']]);
    expect(decodeDocument(text)).toMatchObject({ objects: insteadOf(kind), rejected: [{ kind, name: 'a' }] });
  });

  it.each(kinds)('%s has no other fields in its metadata than the API', (kind) => {
    expect(found(object(kind, '', 'name: a, lables: {app: a}'))).toEqual([
      ['unknown-field', 'metadata.lables', 'lables'],
    ]);
    expect(found(object(kind, '', 'name: a, team: b'))).toEqual([['unknown-field', 'metadata.team', 'team']]);
    expect(found(object(kind, '', 'name: a, annotations: {a/b: 9090}'))).toEqual([
      ['wrong-type', 'metadata.annotations', '9090'],
    ]);
  });

  it.each(kinds)('%s may have all metadata the API has', (kind) => {
    const metadata =
      'name: a, generateName: a, labels: {}, annotations: {}, uid: x, resourceVersion: "1", generation: 1, creationTimestamp: null, deletionTimestamp: "2020-01-01T00:00:00Z", deletionGracePeriodSeconds: 1, selfLink: /a, finalizers: [], managedFields: [], ownerReferences: []';
    expect(found(object(kind, '', metadata))).toEqual([]);
  });

  it.each(kinds)('%s needs a valid name and valid labels', (kind) => {
    const broken = { objects: [], rejected: [{ kind }] };
    expect(decodeDocument(object(kind, '', 'name: A_b'))).toMatchObject(broken);
    expect(decodeDocument(object(kind, '', 'namespace: b'))).toMatchObject(broken);
    const badLabels = decodeDocument(object(kind, '', 'name: a, labels: {b: 1}'));
    expect(badLabels).toMatchObject({ ...broken, objects: insteadOf(kind) });
    expect(found(object(kind, '', 'name: a, labels: {b: true}'))).toEqual([
      ['wrong-type', 'metadata.labels', 'true'],
    ]);
  });

  it.each(kinds)('%s may have a name that is generated, which only kubectl create makes', (kind) => {
    expect(decodeDocument(object(kind, '', 'generateName: b-'))).toMatchObject({
      objects: [{ name: 'b-*' }],
      diagnostics: [{ severity: 'info', path: 'metadata.generateName' }],
      rejected: [],
    });
  });

  it('is in default when it says nothing', () => {
    expect(decode(object('Pod'))).toMatchObject({ namespace: 'default' });
    expect(decode(object('Pod', '', 'name: a, namespace: b'))).toMatchObject({ namespace: 'b' });
  });
});

describe('Namespace', () => {
  it('always has its name as a label', () => {
    const text = object('Namespace', '', 'name: a, labels: {kubernetes.io/metadata.name: b, c: d}');
    expect(decode(text)).toMatchObject({ labels: labels(['kubernetes.io/metadata.name', 'a'], ['c', 'd']) });
  });

  it('has no dots in its name', () => {
    expect(found(object('Namespace', '', 'name: a.b'))).toEqual([['invalid', 'metadata.name', 'a.b']]);
  });

  it.each(['Namespace', 'Node'])('warns that %s is in no namespace', (kind) => {
    const text = object(kind, '', 'name: a, namespace: b');
    expect(found(text)).toEqual([['no-namespaced-meaning', 'metadata.namespace', 'b']]);
    expect(decodeDocument(text).objects).toHaveLength(1);
  });
});

describe('Pod', () => {
  it('has labels, ports, a node, addresses and an owner', () => {
    const text = object(
      'Pod',
      `spec:
  hostNetwork: true
  nodeName: n1
  containers:
  - ports: [{containerPort: 80, name: http}, {containerPort: 53, protocol: UDP}]
  - {name: silent}
  - ports: [{containerPort: 9}]
status: {phase: Running, podIP: 10.0.0.1, podIPs: [{ip: 10.0.0.1}, {ip: "FD00::0:1"}, {ip: 10.0.0.2}], hostIP: 192.168.0.1}`,
      'name: a, labels: {b: c}, ownerReferences: [{kind: X, name: x}, {kind: ReplicaSet, name: r, controller: true}]',
    );
    expect(decode(text)).toMatchObject({
      labels: labels(['b', 'c']),
      ports: [
        { name: 'http', protocol: 'TCP', port: 80 },
        { name: null, protocol: 'UDP', port: 53 },
        { name: null, protocol: 'TCP', port: 9 },
      ],
      hostNetwork: true,
      nodeName: 'n1',
      owner: { kind: 'ReplicaSet', name: 'r' },
      completed: false,
      addresses: ['10.0.0.1', 'fd00::1'],
      hostAddresses: ['192.168.0.1'],
    });
  });

  it.each([
    ['Succeeded', true],
    ['Failed', true],
    ['Pending', false],
    ['Unknown', false],
  ])('in phase %s is completed: %s', (phase, completed) => {
    expect(decode(object('Pod', `status: {phase: ${phase}}`))).toMatchObject({ completed });
  });

  it('is being deleted from when it has a deletionTimestamp', () => {
    expect(decode(object('Pod'))).toMatchObject({ terminating: false });
    expect(decode(object('Pod', '', 'name: a, deletionTimestamp: null'))).toMatchObject({
      terminating: false,
    });
    expect(decode(object('Pod', '', 'name: a, deletionTimestamp: 2020-01-01T00:00:00Z'))).toMatchObject({
      terminating: true,
    });
  });

  it('has no name twice in one container, but may in several', () => {
    const http = '{containerPort: 80, name: http}';
    const other = '{containerPort: 81, name: http, protocol: UDP}';
    expect(found(object('Pod', `spec: {containers: [{ports: [${http}, ${other}]}]}`))).toEqual([
      ['invalid', 'spec.containers[0].ports[1].name', 'http'],
    ]);
    const apart = `spec: {containers: [{ports: [${http}]}, {ports: [${other}]}]}`;
    expect(decode(object('Pod', apart))).toMatchObject({ ports: [{ port: 80 }, { port: 81 }] });
  });

  it('has the ports of init containers too, not of ephemeral ones', () => {
    const spec = `spec:
  initContainers:
  - {restartPolicy: Always, ports: [{containerPort: 1}]}
  - {ports: [{containerPort: 2}]}
  ephemeralContainers: [{ports: [{containerPort: 3}]}]`;
    expect(decode(object('Pod', spec))).toMatchObject({ ports: [{ port: 1 }, { port: 2 }] });
  });

  it('takes the words kubectl takes for booleans', () => {
    expect(decode(object('Pod', 'spec: {hostNetwork: yes}'))).toMatchObject({ hostNetwork: true });
    expect(found(object('Pod', 'spec: {hostNetwork: "yes"}'))).toEqual([
      ['wrong-type', 'spec.hostNetwork', '"yes"'],
    ]);
  });

  it.each<[string, DiagnosticCode, string, string]>([
    ['{containerPort: 0}', 'required', 'containerPort', '0'],
    ['{containerPort: 70000}', 'invalid', 'containerPort', '70000'],
    ['{containerPort: "80"}', 'wrong-type', 'containerPort', '"80"'],
    ['{name: http}', 'required', 'containerPort', '{name: http}'],
    ['{containerPort: 80, name: Http}', 'invalid', 'name', 'Http'],
    ['{containerPort: 80, protocol: http}', 'not-supported', 'protocol', 'http'],
  ])('refuses the port %s', (port, code, field, mark) => {
    const text = object('Pod', `spec: {containers: [{ports: [${port}]}]}`);
    expect(found(text)).toEqual([[code, `spec.containers[0].ports[0].${field}`, mark]]);
    expect(decodeDocument(text).objects).toEqual([]);
  });

  it('takes an empty protocol for none', () => {
    const text = object('Pod', 'spec: {containers: [{ports: [{containerPort: 80, protocol: ""}]}]}');
    expect(decode(text)).toMatchObject({ ports: [{ protocol: 'TCP', port: 80 }] });
  });

  it('survives a status that is wrong', () => {
    const text = object('Pod', 'status: {podIP: nowhere}');
    expect(found(text)).toEqual([['invalid', 'status.podIP', 'nowhere']]);
    expect(decodeDocument(text).objects).toMatchObject([{ addresses: [] }]);
  });
});

describe('workloads', () => {
  const template =
    '{metadata: {labels: {app: x}}, spec: {nodeName: n1, containers: [{ports: [{containerPort: 80}]}]}}';

  it.each<[string, string, number]>([
    ['Deployment', `replicas: 3, template: ${template}`, 3],
    ['Deployment', `template: ${template}`, 1],
    ['Deployment', `replicas: 0, template: ${template}`, 0],
    ['StatefulSet', `replicas: 2, template: ${template}`, 2],
    ['ReplicaSet', `replicas: , template: ${template}`, 1],
    ['ReplicationController', `selector: {app: x}, replicas: 2, template: ${template}`, 2],
    ['DaemonSet', `replicas: 9, template: ${template}`, 1],
    ['CronJob', `jobTemplate: {spec: {parallelism: 2, template: ${template}}}`, 2],
  ])('%s with {%s} has the pods of its template', (kind, spec, replicas) => {
    expect(decode(object(kind, `spec: {${spec}}`, 'name: a, labels: {not: these}'))).toMatchObject({
      kind,
      replicas,
      labels: labels(['app', 'x']),
      ports: [{ port: 80 }],
      nodeName: 'n1',
      owner: null,
    });
  });

  it('the pods of a Job carry its name', () => {
    expect(decode(object('Job', `spec: {parallelism: 2, template: ${template}}`))).toMatchObject({
      replicas: 2,
      labels: labels(['batch.kubernetes.io/job-name', 'a'], ['job-name', 'a'], ['app', 'x']),
    });
  });

  it('the pods of a Job that selects them by hand carry what is written', () => {
    const spec = (selector: string): string =>
      `spec: {manualSelector: true, selector: ${selector}, template: ${template}}`;
    expect(decode(object('Job', spec('{matchLabels: {app: x}}')))).toMatchObject({
      labels: labels(['app', 'x']),
    });
    expect(found(object('Job', spec('{matchLabels: {app: z}}')))).toEqual([
      ['invalid', 'spec.template.metadata.labels', 'labels'],
    ]);
    expect(found(object('CronJob', `spec: {jobTemplate: {${spec('{}')}}}`))).toEqual([
      ['not-supported', 'spec.jobTemplate.spec.manualSelector', 'true'],
    ]);
  });

  it.each([
    ['{}', true],
    ['{matchLabels: {controller-uid: u, batch.kubernetes.io/controller-uid: u}}', true],
    ['{matchLabels: {job-name: a}}', true],
    ['{matchLabels: {job-name: b}}', false],
    ['{matchLabels: {app: x}}', false],
  ])('the selector of a Job is not chosen by people: %s', (selector, isFine) => {
    const text = object('Job', `spec: {selector: ${selector}, template: ${template}}`);
    expect(found(text)).toEqual(isFine ? [] : [['invalid', 'spec.selector', 'selector']]);
  });

  it.each([
    ['', 'a-0', '0'],
    ['replicas: 1, ordinals: {}, ', 'a-0', '0'],
    ['ordinals: {start: 3}, ', 'a-3', '3'],
  ])('the only pod of a StatefulSet with {%s} carries its own name and number', (spec, name, number) => {
    const written = '{metadata: {labels: {app: x, apps.kubernetes.io/pod-index: "9"}}}';
    expect(decode(object('StatefulSet', `spec: {${spec}template: ${written}}`))).toMatchObject({
      labels: labels(
        ['app', 'x'],
        ['apps.kubernetes.io/pod-index', number],
        ['statefulset.kubernetes.io/pod-name', name],
      ),
    });
  });

  it.each(['ordinals: {start: -1}', 'ordinals: {strat: 1}', 'ordinals: 1'])(
    'a StatefulSet with {%s} is refused',
    (spec) => {
      expect(decodeDocument(object('StatefulSet', `spec: {${spec}, template: ${template}}`)).objects).toEqual(
        [],
      );
    },
  );

  it('have an owner', () => {
    const metadata =
      'name: a, ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: d, controller: true}]';
    expect(decode(object('ReplicaSet', '', metadata))).toMatchObject({
      owner: { kind: 'Deployment', name: 'd' },
    });
  });

  it.each(['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'])(
    '%s must select its own template',
    (kind) => {
      const spec = (selector: string): string =>
        object(kind, `spec: {selector: ${selector}, template: ${template}}`);
      expect(decode(spec('{matchLabels: {app: x}}'))).toMatchObject({ kind });
      expect(decode(spec('{matchExpressions: [{key: app, operator: In, values: [x, z]}]}'))).toMatchObject({
        kind,
      });
      expect(found(spec('{matchLabels: {app: z}}'))).toEqual([
        ['invalid', 'spec.template.metadata.labels', 'labels'],
      ]);
      expect(found(spec('{matchExpressions: [{key: app, operator: DoesNotExist}]}'))).toHaveLength(1);
      expect(decodeDocument(spec('{matchLabels: {app: z}}')).objects).toEqual([]);
    },
  );

  it('say where in the template a fault is', () => {
    const spec =
      'spec: {jobTemplate: {spec: {template: {spec: {containers: [{ports: [{containerPort: -1}]}]}}}}}';
    expect(found(object('CronJob', spec))).toEqual([
      ['invalid', 'spec.jobTemplate.spec.template.spec.containers[0].ports[0].containerPort', '-1'],
    ]);
    expect(found(object('Deployment', 'spec: {template: {metadata: {labels: {a: 1}}}}'))).toEqual([
      ['wrong-type', 'spec.template.metadata.labels', '1'],
    ]);
    expect(found(object('Deployment', 'spec: {replicas: -1}'))).toEqual([['invalid', 'spec.replicas', '-1']]);
    expect(found(object('Deployment', 'spec: {template: []}'))).toEqual([
      ['wrong-type', 'spec.template', 'template'],
    ]);
  });
});

describe('Service', () => {
  it('has its defaults', () => {
    expect(decode(object('Service', 'spec: {selector: {app: x}, ports: [{port: 80}]}'))).toMatchObject({
      type: 'ClusterIP',
      selector: labels(['app', 'x']),
      ports: [{ name: null, protocol: 'TCP', port: 80, targetPort: 80 }],
      headless: false,
      clusterAddresses: [],
      externalTrafficPolicy: 'Cluster',
      publishNotReadyAddresses: false,
      externalName: null,
    });
  });

  it('has what is written', () => {
    const spec = `spec:
  type: LoadBalancer
  externalTrafficPolicy: Local
  publishNotReadyAddresses: true
  clusterIP: 10.96.0.1
  clusterIPs: [10.96.0.1, "FD00::1"]
  ports:
  - {name: web, port: 80, targetPort: http}
  - {name: dns, port: 53, protocol: UDP, targetPort: 5353}`;
    expect(decode(object('Service', spec))).toMatchObject({
      type: 'LoadBalancer',
      selector: null,
      ports: [
        { name: 'web', protocol: 'TCP', port: 80, targetPort: 'http' },
        { name: 'dns', protocol: 'UDP', port: 53, targetPort: 5353 },
      ],
      clusterAddresses: ['10.96.0.1', 'fd00::1'],
      externalTrafficPolicy: 'Local',
      publishNotReadyAddresses: true,
    });
  });

  it.each<[string, [DiagnosticCode, string][]]>([
    ['{port: 80}', []],
    ['{port: 80, name: a}, {port: 80, protocol: UDP, name: b}', []],
    ['{port: 80}, {port: 81, name: b}', [['required', '[0].name']]],
    ['{port: 80, name: a}, {port: 81, name: a}', [['invalid', '[1].name']]],
    ['{port: 80, name: a}, {port: 80, name: b}', [['invalid', '[1]']]],
    ['{port: 80, name: a.b}', [['invalid', '[0].name']]],
  ])('needs ports that can be told apart: %s', (ports, faults) => {
    const text = object('Service', `spec: {ports: [${ports}]}`);
    expect(found(text).map(([code, path]) => [code, path])).toEqual(
      faults.map(([code, path]) => [code, `spec.ports${path}`]),
    );
    expect(decodeDocument(text).objects).toHaveLength(faults.length === 0 ? 1 : 0);
  });

  it('has a name that is a label of DNS', () => {
    expect(found(object('Service', '', 'name: a.b'))).toEqual([['invalid', 'metadata.name', 'a.b']]);
    const { objects, diagnostics } = decodeDocument(object('Service', '', 'name: 1a'));
    expect(objects).toMatchObject([{ name: '1a' }]);
    expect(diagnostics).toMatchObject([{ severity: 'warning', path: 'metadata.name' }]);
  });

  it('takes an empty protocol for none', () => {
    expect(decode(object('Service', 'spec: {ports: [{port: 80, protocol: ""}]}'))).toMatchObject({
      ports: [{ protocol: 'TCP', port: 80 }],
    });
  });

  it('may stand for another name', () => {
    const spec = 'spec: {type: ExternalName, externalName: a.example.org}';
    expect(decode(object('Service', spec))).toMatchObject({ externalName: 'a.example.org' });
  });

  it('is headless without an address, and selects nothing with an empty selector', () => {
    expect(decode(object('Service', 'spec: {clusterIP: None, selector: {}}'))).toMatchObject({
      headless: true,
      clusterAddresses: [],
      selector: null,
    });
  });

  it.each<[string, DiagnosticCode, string, string]>([
    ['{type: Loadbalancer}', 'not-supported', 'spec.type', 'Loadbalancer'],
    ['{clusterIP: none}', 'invalid', 'spec.clusterIP', 'none'],
    ['{ports: [{targetPort: 80}]}', 'required', 'spec.ports[0].port', '{targetPort: 80}'],
    ['{ports: [{port: 80, targetPort: "80"}]}', 'invalid', 'spec.ports[0].targetPort', '"80"'],
    ['{ports: [{port: 80, targetPort: 70000}]}', 'invalid', 'spec.ports[0].targetPort', '70000'],
    ['{selector: {app: 1}}', 'wrong-type', 'spec.selector', '1'],
    ['{selector: {matchLabels: {app: x}}}', 'wrong-type', 'spec.selector', 'matchLabels'],
  ])('refuses %s', (spec, code, path, mark) => {
    expect(found(object('Service', `spec: ${spec}`))).toEqual([[code, path, mark]]);
  });
});

describe('Ingress and Node', () => {
  it('an Ingress names its Services once', () => {
    const spec = `spec:
  defaultBackend: {service: {name: other, port: {number: 80}}}
  rules:
  - http: {paths: [{backend: {service: {name: web}}}, {backend: {resource: {kind: Bucket, name: b}}}, {backend: {service: {name: other}}}]}
  - host: x.example`;
    expect(decode(object('Ingress', spec))).toMatchObject({ backends: ['other', 'web'] });
  });

  it('a Node has its addresses, not its names', () => {
    const status =
      'status: {addresses: [{type: InternalIP, address: 192.168.0.1}, {type: Hostname, address: n1}, {type: ExternalIP, address: "FD00::1"}]}';
    expect(decode(object('Node', status))).toMatchObject({ addresses: ['192.168.0.1', 'fd00::1'] });
  });
});

describe('kinds of the Gateway API', () => {
  const inGroup = (kind: string, spec: string, version = 'v1'): string =>
    object(kind, `spec: ${spec}`, 'name: a, namespace: shop').replace(
      'apps/v1',
      `gateway.networking.k8s.io/${version}`,
    );

  it('a Gateway has its class', () => {
    expect(decode(inGroup('Gateway', '{gatewayClassName: istio, listeners: []}'))).toMatchObject({
      kind: 'Gateway',
      namespace: 'shop',
      className: 'istio',
    });
  });

  it.each(['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute', 'UDPRoute'])(
    '%s has its Gateways and its Services, and of other kinds nothing',
    (kind) => {
      const spec = `{parentRefs: [{name: front}, {name: edge, namespace: infra}, {kind: Service, group: "", name: x}],
  rules: [{backendRefs: [{name: web, port: 80}, {name: b, namespace: data}]}, {backendRefs: [{kind: Bucket, group: a.b, name: c}]}, {}]}`;
      expect(decode(inGroup(kind, spec, 'v1alpha2'))).toMatchObject({
        kind,
        gateways: [
          { namespace: 'shop', name: 'front' },
          { namespace: 'infra', name: 'edge' },
        ],
        backends: [
          { namespace: 'shop', name: 'web', port: 80 },
          { namespace: 'data', name: 'b', port: null },
        ],
      });
    },
  );

  it.each(['{}', '[]', 'null', '{rules: x, parentRefs: [1]}', '{rules: [{backendRefs: {}}]}'])(
    'nothing is said of a route whose spec is %s',
    (spec) => {
      expect(decode(inGroup('HTTPRoute', spec))).toMatchObject({ gateways: [], backends: [] });
    },
  );
});

describe('a slip in a field', () => {
  it.each<[string, string, string]>([
    ['Service', '{selectors: {app: a}}', 'selectors'],
    ['Service', '{ports: [{port: 80, targetport: 8080}]}', 'ports[0].targetport'],
    ['Service', '{ports: [{port: 80, targetPort: 8080, targetport: 8080}]}', 'ports[0].targetport'],
    ['Pod', '{contianers: []}', 'contianers'],
    ['Pod', '{hostnetwork: true}', 'hostnetwork'],
    ['Pod', '{containers: [{name: a, port: []}]}', 'containers[0].port'],
    ['Pod', '{initContainers: [{Ports: []}]}', 'initContainers[0].Ports'],
    ['Pod', '{containers: [{ports: [{containerPort: 80, nmae: http}]}]}', 'containers[0].ports[0].nmae'],
    ['Deployment', '{replica: 2}', 'replica'],
    ['Deployment', '{templates: {}}', 'templates'],
    ['StatefulSet', '{servicename: a}', 'servicename'],
    ['DaemonSet', '{Selector: {}}', 'Selector'],
    ['ReplicaSet', '{template: {specs: {}}}', 'template.specs'],
    ['Deployment', '{template: {containers: []}}', 'template.containers'],
    ['Deployment', '{template: {metadata: {lables: {}}}}', 'template.metadata.lables'],
    ['Deployment', '{template: {spec: {container: []}}}', 'template.spec.container'],
    ['Job', '{parallelisms: 2}', 'parallelisms'],
    ['CronJob', '{jobtemplate: {}}', 'jobtemplate'],
    ['CronJob', '{jobTemplate: {template: {}}}', 'jobTemplate.template'],
    ['CronJob', '{jobTemplate: {metadata: {lables: {}}}}', 'jobTemplate.metadata.lables'],
    ['CronJob', '{jobTemplate: {spec: {tempalte: {}}}}', 'jobTemplate.spec.tempalte'],
    ['Ingress', '{rule: []}', 'rule'],
    ['Ingress', '{rules: [{http: {path: []}}]}', 'rules[0].http.path'],
    [
      'Ingress',
      '{rules: [{http: {paths: [{backend: {services: {name: a}}}]}}]}',
      'rules[0].http.paths[0].backend.services',
    ],
    ['Ingress', '{defaultBackend: {service: {nmae: a}}}', 'defaultBackend.service.nmae'],
  ])('of a %s is an error: %s', (kind, spec, path) => {
    const text = object(kind, `spec: ${spec}`);
    expect(found(text).map(([code, where]) => [code, where])).toEqual([['unknown-field', `spec.${path}`]]);
    expect(decodeDocument(text)).toMatchObject({ objects: [], rejected: [{ kind }] });
  });

  const container =
    'args: [], command: [], env: [], envFrom: [], image: a, imagePullPolicy: Always, lifecycle: {}, livenessProbe: {}, name: a, ports: [{containerPort: 80, hostIP: 0.0.0.0, hostPort: 80, name: a, protocol: TCP}], readinessProbe: {}, resizePolicy: [], resources: {}, restartPolicy: Always, restartPolicyRules: [], securityContext: {}, startupProbe: {}, stdin: true, stdinOnce: true, terminationMessagePath: /a, terminationMessagePolicy: File, tty: true, volumeDevices: [], volumeMounts: [], workingDir: /a';
  const podSpec = `activeDeadlineSeconds: 1, affinity: {}, automountServiceAccountToken: true, containers: [{${container}}], dnsConfig: {}, dnsPolicy: Default, enableServiceLinks: true, ephemeralContainers: [{targetContainerName: a, ${container}}], hostAliases: [], hostIPC: true, hostNetwork: true, hostPID: true, hostUsers: true, hostname: a, hostnameOverride: a, imagePullSecrets: [], initContainers: [{${container}}], nodeName: a, nodeSelector: {}, os: {}, overhead: {}, preemptionPolicy: Never, priority: 1, priorityClassName: a, readinessGates: [], resourceClaims: [], resources: {}, restartPolicy: Always, runtimeClassName: a, schedulerName: a, schedulingGates: [], securityContext: {}, serviceAccount: a, serviceAccountName: a, setHostnameAsFQDN: true, shareProcessNamespace: true, subdomain: a, terminationGracePeriodSeconds: 1, tolerations: [], topologySpreadConstraints: [], volumes: [], workloadRef: {}`;
  const template = `template: {metadata: {}, spec: {${podSpec}}}`;
  const job = `activeDeadlineSeconds: 1, backoffLimit: 1, backoffLimitPerIndex: 1, completionMode: Indexed, completions: 1, managedBy: a, manualSelector: false, maxFailedIndexes: 1, parallelism: 1, podFailurePolicy: {}, podReplacementPolicy: Failed, selector: {}, successPolicy: {}, suspend: true, ttlSecondsAfterFinished: 1, ${template}`;

  it.each([
    ['Pod', podSpec],
    [
      'Deployment',
      `minReadySeconds: 1, paused: true, progressDeadlineSeconds: 1, replicas: 1, revisionHistoryLimit: 1, selector: {}, strategy: {}, ${template}`,
    ],
    [
      'StatefulSet',
      `minReadySeconds: 1, ordinals: {}, persistentVolumeClaimRetentionPolicy: {}, podManagementPolicy: a, replicas: 1, revisionHistoryLimit: 1, selector: {}, serviceName: a, updateStrategy: {}, volumeClaimTemplates: [], ${template}`,
    ],
    [
      'DaemonSet',
      `minReadySeconds: 1, revisionHistoryLimit: 1, selector: {}, updateStrategy: {}, ${template}`,
    ],
    ['ReplicaSet', `minReadySeconds: 1, replicas: 1, selector: {}, ${template}`],
    ['ReplicationController', `minReadySeconds: 1, replicas: 1, selector: {}, ${template}`],
    ['Job', job],
    [
      'CronJob',
      `concurrencyPolicy: Allow, failedJobsHistoryLimit: 1, jobTemplate: {metadata: {}, spec: {${job}}}, schedule: a, startingDeadlineSeconds: 1, successfulJobsHistoryLimit: 1, suspend: true, timeZone: a`,
    ],
    [
      'Service',
      'allocateLoadBalancerNodePorts: true, clusterIP: 10.0.0.1, clusterIPs: [10.0.0.1], externalIPs: [], externalName: a, externalTrafficPolicy: Local, healthCheckNodePort: 1, internalTrafficPolicy: Local, ipFamilies: [IPv4], ipFamilyPolicy: SingleStack, loadBalancerClass: a, loadBalancerIP: 10.0.0.1, loadBalancerSourceRanges: [], ports: [{appProtocol: a, name: a, nodePort: 30000, port: 1, protocol: TCP, targetPort: 1}], publishNotReadyAddresses: true, selector: {}, sessionAffinity: None, sessionAffinityConfig: {}, trafficDistribution: PreferClose, type: LoadBalancer',
    ],
    [
      'Ingress',
      'defaultBackend: {resource: {}}, ingressClassName: a, rules: [{host: a, http: {paths: [{path: /, pathType: Exact, backend: {service: {name: a, port: {name: b, number: 1}}}}]}}], tls: []',
    ],
  ])('is no field the API has, and none of another version: %s', (kind, spec) => {
    expect(found(object(kind, `spec: {${spec}}`))).toEqual([]);
    expect(found(object(kind, 'spec: {fieldOfTomorrow: 1}'))).toEqual([]);
  });
});

it('words that are neither YAML nor a policy leave every verdict as it is', () => {
  expect(decodeDocument('foo: [\n').objects).toEqual([]);
});
