import { isMissingKind, knownFields, nearest, POLICY_GROUP } from '../engine';
import {
  fields,
  hollow,
  labels,
  list,
  listOnly,
  scalar,
  scalars,
  type Shape,
  unnamed,
  written,
} from './shape';

/** What a reader wants to see in manifests written by hand, and is left out of what a cluster wrote. */
interface Extras {
  readonly metadata: Readonly<Record<string, Shape>>;
  readonly container: Readonly<Record<string, Shape>>;
}

const readable: Extras = { metadata: { generateName: scalar }, container: { image: scalar } };
const lean: Extras = { metadata: {}, container: {} };

/** The server refuses every field it does not know. */
const unless = (...known: readonly string[]): ((key: string) => boolean) => {
  const names = new Set(known);
  return (key) => !names.has(key);
};

/** Where fields are added with every version of the API, one that is not known may be a new one, unless it looks misspelt. */
const misspelt = (known: readonly string[]): ((key: string) => boolean) => {
  const isUnknown = unless(...known);
  return (key) => isUnknown(key) && nearest(key, known) !== null;
};

const selector = fields(
  {
    matchLabels: labels,
    matchExpressions: list(
      fields({ key: scalar, operator: scalar, values: list(scalar) }, unless('key', 'operator', 'values')),
    ),
  },
  unless('matchLabels', 'matchExpressions'),
);

const backend = fields(
  {
    service: fields(
      { name: scalar, port: scalars(['name', 'number']) },
      misspelt(knownFields.ingressServiceFields),
    ),
    serviceName: scalar,
    servicePort: scalar,
  },
  misspelt(knownFields.ingressBackendFields),
);

const serviceSpec = fields(
  {
    selector: labels,
    ports: list(
      scalars(
        ['name', 'protocol', 'port', 'targetPort', 'nodePort', 'appProtocol'],
        misspelt(knownFields.servicePortFields),
      ),
    ),
    type: scalar,
    clusterIP: scalar,
    clusterIPs: list(scalar),
    externalName: scalar,
    externalTrafficPolicy: scalar,
    publishNotReadyAddresses: scalar,
  },
  misspelt(knownFields.serviceSpecFields),
);

const ingressPath = fields(
  { path: scalar, pathType: scalar, backend },
  misspelt(knownFields.ingressPathFields),
);
const ingressHttp = fields({ paths: list(ingressPath) }, misspelt(knownFields.ingressHttpFields));

const ingressSpec = fields(
  {
    ingressClassName: scalar,
    defaultBackend: backend,
    backend,
    rules: list(fields({ host: scalar, http: ingressHttp }, misspelt(knownFields.ingressRuleFields))),
  },
  misspelt(knownFields.ingressSpecFields),
);

const reference = scalars(['group', 'kind', 'namespace', 'name', 'port', 'sectionName']);

/** Of the routes of the Gateway API which Gateways they are for, and where they lead. */
const routeSpec = fields({
  parentRefs: list(reference),
  hostnames: list(scalar),
  rules: list(fields({ name: scalar, backendRefs: list(reference) })),
});

const ips = list(scalars(['ip']));

function shapesWith(extras: Extras): ReadonlyMap<string, Shape> {
  const metadataFields = {
    name: scalar,
    namespace: scalar,
    labels,
    ownerReferences: list(scalars(['apiVersion', 'kind', 'name', 'controller'])),
    ...extras.metadata,
  };
  const isMetadataMistake = unless(...knownFields.objectMetaFields);
  const metadata = fields(metadataFields, isMetadataMistake);
  const object = (more: Readonly<Record<string, Shape>>): Shape =>
    fields({ apiVersion: scalar, kind: scalar, metadata, ...more }, unless(...knownFields.objectFields));
  const ports = list(
    scalars(['name', 'containerPort', 'hostPort', 'protocol'], misspelt(knownFields.containerPortFields)),
  );
  const containers = list(
    fields(
      { name: scalar, restartPolicy: scalar, ports, ...extras.container },
      misspelt(knownFields.containerFields),
    ),
  );
  const podSpec = fields(
    { containers, initContainers: containers, hostNetwork: scalar, nodeName: scalar },
    misspelt(knownFields.podSpecFields),
  );
  const isTemplateMistake = unless(...knownFields.templateFields);
  const workloadFields = {
    replicas: scalar,
    parallelism: scalar,
    serviceName: scalar,
    selector,
    template: fields({ metadata, spec: podSpec }, isTemplateMistake),
  };
  const workloadSpec = (kind: WorkloadKind, more: Readonly<Record<string, Shape>> = {}): Shape =>
    fields({ ...workloadFields, ...more }, misspelt(knownFields.workloadSpecFields[kind]));
  const workload = (kind: WorkloadKind, more: Readonly<Record<string, Shape>> = {}): [string, Shape] => [
    kind,
    object({ spec: workloadSpec(kind, more) }),
  ];
  const route = object({ spec: routeSpec });
  const podMetadata = fields({ ...metadataFields, deletionTimestamp: scalar }, isMetadataMistake);
  const ordinals = fields({ start: scalar }, unless(...knownFields.ordinalsFields));
  const conditions = listOnly('type', 'Ready', scalars(['type', 'status']));
  const status = fields({
    conditions,
    phase: scalar,
    podIP: scalar,
    podIPs: ips,
    hostIP: scalar,
    hostIPs: ips,
  });
  const jobFields = { manualSelector: scalar, completionMode: scalar };
  const jobTemplate = fields({ metadata, spec: workloadSpec('Job', jobFields) }, isTemplateMistake);
  return new Map([
    ['Namespace', object({})],
    ['Pod', object({ metadata: podMetadata, spec: podSpec, status })],
    workload('Deployment'),
    workload('StatefulSet', { ordinals }),
    workload('DaemonSet'),
    workload('ReplicaSet'),
    workload('Job', jobFields),
    workload('ReplicationController', { selector: labels }),
    ['CronJob', object({ spec: fields({ jobTemplate }, misspelt(knownFields.workloadSpecFields.CronJob)) })],
    ['Service', object({ spec: serviceSpec })],
    ['Ingress', object({ spec: ingressSpec })],
    ['Gateway', object({ spec: scalars(['gatewayClassName']) })],
    ['HTTPRoute', route],
    ['GRPCRoute', route],
    ['TLSRoute', route],
    ['TCPRoute', route],
    ['UDPRoute', route],
    ['Node', object({ status: fields({ addresses: list(scalars(['type', 'address'])) }) })],
  ]);
}

type WorkloadKind = keyof typeof knownFields.workloadSpecFields;

const shapes = shapesWith(readable);
const leanShapes = shapesWith(lean);

const notOfPolicy = new Set([
  'annotations',
  'managedFields',
  'uid',
  'resourceVersion',
  'creationTimestamp',
  'generation',
  'selfLink',
  'finalizers',
]);

const policyMetadata: Shape = {
  kind: 'allBut',
  dropped: notOfPolicy,
  fields: new Map(
    [...knownFields.objectMetaFields].filter((key) => !notOfPolicy.has(key)).map((key) => [key, written]),
  ),
  // An annotation that slipped out of its place is a mistake, and nobody's business.
  rest: hollow,
};

/** Of a policy what a person wrote survives but secrets, so that mistakes in it are still reported. */
const policy: Shape = {
  kind: 'allBut',
  dropped: new Set(['status']),
  fields: new Map([['metadata', policyMetadata]]),
  rest: written,
};

const anyOther = fields({ apiVersion: scalar, kind: scalar, metadata: scalars(['name', 'namespace']) });

/** NetworkPolicy, its relatives of other groups (CiliumNetworkPolicy, GlobalNetworkSet, …), and what is expected of them. */
export const namesPolicy = (kind: string): boolean =>
  /Network(?:Policy|Policies|Set)$|^Expectations$/.test(kind);

const policyKinds = [
  'NetworkPolicy',
  'AdminNetworkPolicy',
  'BaselineAdminNetworkPolicy',
  'ClusterNetworkPolicy',
  'GlobalNetworkPolicy',
  'CiliumNetworkPolicy',
  'CiliumClusterwideNetworkPolicy',
  'NetworkSet',
  'GlobalNetworkSet',
  'Expectations',
];

/** Two slips away from a kind above, and no slip. */
const knownElsewhere: ReadonlySet<string> = new Set(['Role']);

const meant = new Map<string, string>();

/** The kind that a mistyped one most likely stands for: what was written under it must not be lost. */
function kindMeant(kind: string): string {
  if (shapes.has(kind) || namesPolicy(kind) || knownElsewhere.has(kind)) return kind;
  const found = meant.get(kind) ?? guessed(kind);
  meant.set(kind, found);
  return found;
}

function guessed(kind: string): string {
  if (/^\w*net\w*\s*pol\w*$|^polic(?:y|ies)$/i.test(kind)) return 'NetworkPolicy';
  if (kind.endsWith('List') || !/^[A-Za-z]+$/.test(kind)) return kind;
  const near = nearest(kind.replace(/ies$/i, 'y'), [...policyKinds, ...shapes.keys()]);
  if (near !== null) return near;
  const items = kind.replace(/list$/i, '');
  return items !== kind && (items === '' || !isForeignKind(items)) ? `${items}List` : kind;
}

/** The same, or meant to be one of them. */
export const isPolicyKind = (kind: string): boolean => namesPolicy(kindMeant(kind));

/** A kind of the cluster of which more than the name is kept, spelt right. */
export const isClusterKind = (kind: string): boolean => shapes.has(kind);

/** True for kinds of which nothing but the name is kept. */
export const isForeignKind = (kind: string): boolean => {
  const known = kindMeant(kind);
  return !shapes.has(known) && !namesPolicy(known) && !known.endsWith('List');
};

/** The kind by which an object is shaped: in the group of NetworkPolicy one that does not exist is a mistyped policy. */
export const kindUnder = (apiVersion: string | null, kind: string): string =>
  apiVersion?.startsWith(`${POLICY_GROUP}/`) === true &&
  isForeignKind(kind) &&
  isMissingKind(POLICY_GROUP, kind)
    ? 'NetworkPolicy'
    : kind;

/** What survives of an object of this kind. */
export function shapeOfKind(kind: string): Shape {
  const known = kindMeant(kind);
  const shape = shapes.get(known);
  if (shape) return shape;
  if (namesPolicy(known)) return policy;
  if (known.endsWith('List')) {
    const kindless = known.slice(0, -'List'.length);
    return fields(
      { apiVersion: scalar, kind: scalar, items: list({ kind: 'object', kindless }) },
      misspelt(['apiVersion', 'kind', 'metadata', 'items']),
    );
  }
  return anyOther;
}

/** The same for what a cluster wrote: of its own kinds only what decides connectivity. */
export const leanShapeOfKind = (kind: string): Shape => leanShapes.get(kindMeant(kind)) ?? shapeOfKind(kind);

/** What survives of a whole document. */
export const shapeOfRoot = (kind: string | null): Shape => (kind === null ? unnamed : shapeOfKind(kind));

/** An object inside a fragment is recognised by one of these beside its kind. */
export const objectKeys: ReadonlySet<string> = new Set(['metadata', 'spec', 'data', 'stringData']);
