import { EGRESS_LOCK, INGRESS_LOCK, Tone } from '../engine';
import type { Entity, ExternalEntity, NamespaceEntity, PolicySummary, WorkloadEntity } from '../engine';
import type { Analysis } from '../state/analysisStore';

/** An answer as the engine would give it, from a few words per workload. Test code only. */
export interface AnswerInput {
  readonly workloads: readonly WorkloadInput[];
  readonly externals?: readonly string[];
  readonly policies?: readonly Pick<PolicySummary, 'name' | 'namespace' | 'types' | 'selectsAll'>[];
  /** `web>db: TCP 3306`, `web>cache: *`, `a>b: ?`; by names. */
  readonly allowed: readonly string[];
  readonly changes?: readonly { readonly pair: string; readonly sign: number }[];
}

export interface WorkloadInput {
  readonly name: string;
  readonly namespace: string;
  readonly kind?: string;
  readonly replicas?: number;
  readonly pods?: number;
  readonly ports?: readonly number[];
  readonly labels?: Readonly<Record<string, string>>;
  readonly ingress?: boolean;
  readonly egress?: boolean;
  readonly hostNetwork?: boolean;
}

const place = { file: 'file-1', start: 0, end: 0 };

function workloadOf(input: WorkloadInput): WorkloadEntity {
  const {
    name,
    namespace,
    kind = 'Deployment',
    replicas = 1,
    pods = 0,
    ports = [],
    hostNetwork = false,
  } = input;
  return {
    kind: 'workload',
    id: `${kind}/${namespace}/${name}`,
    workloadKind: kind,
    namespace,
    name,
    replicas,
    pods: Array.from({ length: pods }, (_, index) => `${name}-7d4b9c6f5-${String(index)}`),
    labels: Object.entries(input.labels ?? { app: name }),
    ports: ports.map((port) => ({ name: null, protocol: 'TCP', port })),
    hostNetwork,
    services: [],
  };
}

const externalOf = (name: string): ExternalEntity => ({
  kind: 'external',
  id: `external/${name}`,
  name,
  ranges: [],
  everythingElse: name === 'Everything else',
});

/** The answer in which nothing passes an isolated end but what `allowed` lists. */
export function answerOf(input: AnswerInput): Analysis {
  const { workloads, externals = ['Everything else'], policies = [], allowed, changes = [] } = input;
  const locks = new Map(
    workloads.map((workload) => [
      workloadOf(workload).id,
      (workload.ingress === true ? INGRESS_LOCK : 0) | (workload.egress === true ? EGRESS_LOCK : 0),
    ]),
  );
  const entities: readonly Entity[] = [
    ...workloads.map(workloadOf).sort((a, b) => (a.id < b.id ? -1 : 1)),
    ...externals.map(externalOf),
  ];
  const portTexts = ['nothing', 'every port'];
  const given = new Map(
    allowed.map((line) => line.split(': ')).map(([pair, ports]) => [pair ?? '', ports ?? '*']),
  );
  const size = entities.length;
  const tones = new Uint8Array(size * size);
  const ports = new Uint32Array(size * size);
  entities.forEach((from, source) => {
    entities.forEach((to, destination) => {
      const pair = source * size + destination;
      if (from === to || (from.kind === 'external' && to.kind === 'external')) return;
      const egress = ((locks.get(from.id) ?? 0) & EGRESS_LOCK) !== 0;
      const ingress = ((locks.get(to.id) ?? 0) & INGRESS_LOCK) !== 0;
      const text = given.get(`${from.name}>${to.name}`);
      if (text === '?') tones[pair] = Tone.unknown;
      else if (text === '*' || (!egress && !ingress)) {
        tones[pair] = egress || ingress ? Tone.allowed : Tone.open;
        ports[pair] = 1;
      } else if (text !== undefined) {
        tones[pair] = Tone.partial;
        if (!portTexts.includes(text)) portTexts.push(text);
        ports[pair] = portTexts.indexOf(text);
      } else tones[pair] = egress ? Tone.blockedEgress : Tone.blockedIngress;
    });
  });
  const indexOf = (name: string | undefined): number => entities.findIndex((entity) => entity.name === name);
  const pairs = changes.map(({ pair }) => {
    const [from, to] = pair.split('>');
    return indexOf(from) * size + indexOf(to);
  });
  return {
    revision: 1,
    complete: true,
    drawable: true,
    diagnostics: [],
    receipt: {
      used: [],
      inferredNamespaces: [],
      foldedPods: 0,
      completedPods: 0,
      ignored: [],
      rejected: [],
      unsupported: [],
    },
    topology: { id: JSON.stringify(entities), namespaces: namespacesOf(workloads), entities },
    picture: { tones, ports, portTexts, locks: Uint8Array.from(entities, ({ id }) => locks.get(id) ?? 0) },
    policies: policies.map((policy) => ({
      ...policy,
      id: `${policy.namespace}/${policy.name}`,
      selected: 0,
      place,
    })),
    changes: { pairs: Uint32Array.from(pairs), signs: Int8Array.from(changes, ({ sign }) => sign) },
  };
}

const namespacesOf = (workloads: readonly WorkloadInput[]): readonly NamespaceEntity[] =>
  [...new Set(workloads.map(({ namespace }) => namespace))]
    .sort()
    .map((name) => ({ name, labels: [['kubernetes.io/metadata.name', name]], declared: true }));

const closed = (name: string, namespace: string, types: PolicySummary['types'] = ['Ingress']) => ({
  name,
  namespace,
  types,
  selectsAll: true,
});

/** Three tiers in three namespaces, five workloads, two external groups. */
export const threeTierShop = (changes: AnswerInput['changes'] = []): Analysis =>
  answerOf({
    workloads: [
      {
        name: 'web',
        namespace: 'frontend',
        replicas: 3,
        pods: 3,
        ports: [80],
        labels: { app: 'web', tier: 'frontend' },
        ingress: true,
      },
      { name: 'rogue', namespace: 'frontend', kind: 'Pod', pods: 1, labels: { app: 'rogue' } },
      {
        name: 'api',
        namespace: 'backend',
        replicas: 2,
        ports: [8080, 9090],
        labels: { app: 'api', 'app.kubernetes.io/part-of': 'shop', tier: 'backend' },
        ingress: true,
        egress: true,
      },
      { name: 'worker', namespace: 'backend', kind: 'Job', labels: { app: 'worker' }, ingress: true },
      {
        name: 'mysql',
        namespace: 'database',
        kind: 'StatefulSet',
        ports: [3306],
        labels: { app: 'mysql', tier: 'database' },
        ingress: true,
        egress: true,
      },
    ],
    externals: ['10.0.0.0/8 except 10.1.0.0/16', 'Everything else'],
    policies: [closed('default-deny', 'database', ['Ingress', 'Egress']), closed('default-deny', 'backend')],
    allowed: [
      'Everything else>web: TCP 80, 443',
      '10.0.0.0/8 except 10.1.0.0/16>web: TCP 80, 443',
      '10.0.0.0/8 except 10.1.0.0/16>api: TCP 9090',
      'web>api: TCP 8080',
      'api>mysql: TCP 3306',
      'worker>mysql: ?',
      'rogue>web: *',
    ],
    changes,
  });

const SHOP = [
  'ad',
  'cart',
  'checkout',
  'currency',
  'email',
  'frontend',
  'loadgenerator',
  'payment',
  'productcatalog',
  'recommendation',
  'shipping',
  'redis-cart',
];

/** A dozen workloads in one namespace, a policy each. */
export const microserviceShop = (): Analysis =>
  answerOf({
    workloads: SHOP.map((name, index) => ({
      name: name.includes('-') || name === 'frontend' || name === 'loadgenerator' ? name : `${name}service`,
      namespace: 'default',
      ports: name === 'redis-cart' ? [6379] : name === 'loadgenerator' ? [] : [8080 + index],
      ingress: true,
      replicas: name === 'frontend' ? 3 : 1,
    })),
    policies: [closed('deny-all', 'default')],
    allowed: [
      'Everything else>frontend: *',
      ...SHOP.filter((name) => name !== 'frontend').map(
        (name) => `${name.includes('-') || name === 'loadgenerator' ? name : `${name}service`}>frontend: *`,
      ),
      ...['ad', 'cart', 'checkout', 'currency', 'productcatalog', 'recommendation', 'shipping'].map(
        (name) => `frontend>${name}service: TCP 7070`,
      ),
      ...['cart', 'currency', 'email', 'payment', 'productcatalog', 'shipping'].map(
        (name) => `checkoutservice>${name}service: TCP 5050`,
      ),
      'recommendationservice>productcatalogservice: TCP 3550',
      'cartservice>redis-cart: TCP 6379',
    ],
  });

/** 20 namespaces of 6 workloads, each closed but for its own and for what monitoring and the ingress controller need. */
export function largeCluster(): Analysis {
  const namespaces = Array.from({ length: 20 }, (_, index) =>
    index === 0 ? 'ingress-nginx' : index === 1 ? 'monitoring' : `team-${String(index - 1).padStart(2, '0')}`,
  );
  const names = ['gateway', 'api', 'worker', 'cache', 'db', 'cron'];
  const full = (namespace: string, name: string): string => `${name}-${namespace}`;
  const workloads = namespaces.flatMap((namespace, index) =>
    names.map((name) => ({
      name: full(namespace, name),
      namespace,
      ports: [8080],
      replicas: 1 + (index % 3),
      ingress: index > 1,
    })),
  );
  const teams = namespaces.slice(2);
  return answerOf({
    workloads,
    policies: teams.map((namespace) => closed('default-deny', namespace)),
    allowed: teams.flatMap((team, index) => [
      ...names.flatMap((a) =>
        names.filter((b) => b !== a).map((b) => `${full(team, a)}>${full(team, b)}: TCP 8080`),
      ),
      ...names.map((a) => `${full('monitoring', 'api')}>${full(team, a)}: TCP 9090`),
      `${full('ingress-nginx', 'gateway')}>${full(team, 'gateway')}: TCP 8080`,
      ...(index % 4 === 0 && teams[index + 1] !== undefined
        ? [`${full(team, 'api')}>${full(teams[index + 1] ?? '', 'api')}: TCP 8080`]
        : []),
    ]),
  });
}
