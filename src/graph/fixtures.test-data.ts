import { EGRESS_LOCK, INGRESS_LOCK, Tone } from '../engine';
import type {
  AlikeFold,
  Entity,
  ExternalEntity,
  Level,
  NamespaceEntity,
  PodEntity,
  PolicySummary,
  WorkloadEntity,
} from '../engine';
import { isIdle } from '../state/copies';
import type { Analysis } from '../state/analysisStore';

/** An answer as the engine would give it, from a few words per workload. Test code only. */
export interface AnswerInput {
  readonly workloads: readonly WorkloadInput[];
  readonly externals?: readonly string[];
  readonly policies?: readonly Pick<PolicySummary, 'name' | 'namespace' | 'types' | 'selectsAll'>[];
  /** `web>db: TCP 3306`, `web>cache: *`, `a>b: ?`; by names. */
  readonly allowed: readonly string[];
  readonly changes?: readonly { readonly pair: string; readonly sign: number }[];
  /** What the view closes and opens. */
  readonly level?: Level;
  readonly foldedNamespaces?: readonly string[];
  /** Names of workloads whose pods have cards. */
  readonly unfolded?: readonly string[];
  /** Names of workloads of one namespace, the first giving the card its name. */
  readonly alike?: readonly (readonly string[])[];
  readonly foldedOutside?: boolean;
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
    podCount: pods,
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
  short: name,
  ranges: [],
  everythingElse: name === 'Everything else',
});

const podsOf = ({ id, namespace, pods, labels, ports }: WorkloadEntity): readonly PodEntity[] =>
  pods.map((name) => ({
    kind: 'pod',
    id: `Pod/${namespace}/${name}`,
    namespace,
    name,
    workload: id,
    node: 'node-1',
    addresses: [],
    labels,
    ports,
    hostNetwork: false,
  }));

/** A card with the units its pairs are counted by. */
interface Card {
  readonly entity: Entity;
  readonly units: readonly (WorkloadEntity | PodEntity | ExternalEntity)[];
}

function cardsOf(input: AnswerInput): readonly Card[] {
  const {
    workloads,
    externals = ['Everything else'],
    foldedNamespaces = [],
    unfolded = [],
    alike = [],
  } = input;
  const all = workloads.map(workloadOf).sort((a, b) => (a.id < b.id ? -1 : 1));
  const cards: Card[] = foldedNamespaces.map((name) => {
    const units = all.filter(({ namespace }) => namespace === name);
    const pods = units.reduce((sum, { podCount }) => sum + podCount, 0);
    const id = `Namespace/${name}`;
    const idle = units.filter(isIdle).length;
    const entity = {
      kind: 'namespace',
      id,
      namespace: name,
      name,
      workloads: units.length,
      idle,
      pods,
    } as const;
    return { entity, units };
  });
  for (const names of alike) {
    const units = all.filter(({ name }) => names.includes(name));
    const first = units.find(({ name }) => name === names[0]);
    if (first === undefined || foldedNamespaces.includes(first.namespace)) continue;
    const { namespace, name, labels, ports, id } = first;
    const members = units.map((unit) => unit.id);
    const entity: AlikeFold = {
      kind: 'alike',
      id: `alike/${namespace}/${id}`,
      namespace,
      name,
      members,
      idle: units.filter(isIdle).map((unit) => unit.id),
      labels,
      ports,
    };
    cards.push({ entity, units });
  }
  const shown = all.filter(
    ({ name, namespace }) => !foldedNamespaces.includes(namespace) && !alike.flat().includes(name),
  );
  for (const workload of shown) {
    if (unfolded.includes(workload.name))
      for (const pod of podsOf(workload)) cards.push({ entity: pod, units: [pod] });
    else cards.push({ entity: workload, units: [workload] });
  }
  const groups = externals.map(externalOf);
  if (input.foldedOutside === true) {
    const entity = { kind: 'outside', id: 'outside', name: 'Outside', groups: groups.length } as const;
    return [...cards, { entity, units: groups.slice(-1) }];
  }
  return [...cards, ...groups.map((entity) => ({ entity, units: [entity] }))];
}

/** The answer in which nothing passes an isolated end but what `allowed` lists. */
export function answerOf(input: AnswerInput): Analysis {
  const { workloads, policies = [], allowed, changes = [], level = 'workloads' } = input;
  const gates = new Map(
    workloads.map((workload) => [
      workloadOf(workload).id,
      (workload.ingress === true ? INGRESS_LOCK : 0) | (workload.egress === true ? EGRESS_LOCK : 0),
    ]),
  );
  const names = new Map(workloads.map((workload) => [workloadOf(workload).id, workload.name]));
  const lockOf = (unit: Card['units'][number]): number =>
    gates.get(unit.kind === 'pod' ? unit.workload : unit.id) ?? 0;
  const nameOf = (unit: Card['units'][number]): string =>
    unit.kind === 'pod' ? (names.get(unit.workload) ?? '') : unit.name;
  const cards = cardsOf(input);
  const entities = cards.map(({ entity }) => entity);
  const portTexts = ['', 'nothing', 'every port'];
  const given = new Map(
    allowed.map((line) => line.split(': ')).map(([pair, ports]) => [pair ?? '', ports ?? '*']),
  );
  const size = entities.length;
  const tones = new Uint8Array(size * size);
  const ports = new Uint32Array(size * size);
  const totals = new Uint32Array(size * size);
  const passing = new Uint32Array(size * size);
  const unknown = new Uint32Array(size * size);
  const judge = (from: Card['units'][number], to: Card['units'][number]): { tone: Tone; text: string } => {
    const egress = (lockOf(from) & EGRESS_LOCK) !== 0;
    const ingress = (lockOf(to) & INGRESS_LOCK) !== 0;
    const text = given.get(`${nameOf(from)}>${nameOf(to)}`);
    if (text === '?') return { tone: Tone.unknown, text: 'nothing' };
    if (text === '*' || (!egress && !ingress))
      return { tone: egress || ingress ? Tone.allowed : Tone.open, text: 'every port' };
    if (text !== undefined) return { tone: Tone.partial, text };
    return { tone: egress ? Tone.blockedEgress : Tone.blockedIngress, text: 'nothing' };
  };
  cards.forEach((source, row) => {
    cards.forEach((destination, column) => {
      const cell = row * size + column;
      const verdicts = source.units.flatMap((from) =>
        destination.units.flatMap((to) =>
          from === to || (from.kind === 'external' && to.kind === 'external') ? [] : [judge(from, to)],
        ),
      );
      totals[cell] = verdicts.length;
      const through = verdicts.filter(({ tone }) => PASSES.has(tone));
      passing[cell] = through.length;
      unknown[cell] = verdicts.filter(({ tone }) => tone === Tone.unknown).length;
      tones[cell] = toneOf(verdicts.map(({ tone }) => tone));
      const [only, another] = verdicts;
      if (only === undefined || another !== undefined) return;
      if (!portTexts.includes(only.text)) portTexts.push(only.text);
      ports[cell] = portTexts.indexOf(only.text);
    });
  });
  const indexOf = (name: string | undefined): number => entities.findIndex((entity) => entity.name === name);
  const pairs = changes.map(({ pair }) => {
    const [from, to] = pair.split('>');
    return indexOf(from) * size + indexOf(to);
  });
  const isolated = cards.flatMap(({ units }) =>
    [INGRESS_LOCK, EGRESS_LOCK].map((bit) => units.filter((unit) => (lockOf(unit) & bit) !== 0).length),
  );
  const namespaces = namespacesOf(workloads);
  const podCount = namespaces.reduce((sum, { pods }) => sum + pods, 0);
  return {
    revision: 1,
    complete: true,
    drawable: true,
    cni: 'spec',
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
    topology: {
      id: JSON.stringify([level, entities]),
      level,
      alike: (input.alike ?? []).length > 0,
      namespaces,
      entities,
      cluster: { namespaces: namespaces.length, workloads: workloads.length, pods: podCount },
    },
    picture: {
      tones,
      ports,
      portTexts,
      totals,
      passing,
      unknown,
      inPart: new Set(),
      locks: Uint8Array.from(cards, ({ units }) => units.reduce((bits, unit) => bits | lockOf(unit), 0)),
      isolated: Uint32Array.from(isolated),
      perhapsIsolated: new Uint32Array(isolated.length),
      sum: { ends: 0, pairs: 0, passing: 0 },
      undecided: 0,
    },
    policies: policies.map((policy) => ({ ...policy, id: `${policy.namespace}/${policy.name}` })),
    askedLabels: [],
    changes: {
      pairs: Uint32Array.from(pairs),
      signs: Int8Array.from(changes, ({ sign }) => sign),
      counts: { opened: 0, closed: 0, widened: 0, narrowed: 0, exchanged: 0, unsure: 0 },
    },
    workspace: 0,
  };
}

const PASSES: ReadonlySet<Tone> = new Set([Tone.open, Tone.allowed, Tone.partial]);

function toneOf(tones: readonly Tone[]): Tone {
  const [first = Tone.none] = tones;
  if (tones.every((tone) => tone === first)) return first;
  if (tones.every((tone) => tone === Tone.open || tone === Tone.allowed)) return Tone.allowed;
  if (tones.some((tone) => PASSES.has(tone))) return Tone.partial;
  return tones.includes(Tone.unknown) ? Tone.unknown : Tone.blockedIngress;
}

const namespacesOf = (workloads: readonly WorkloadInput[]): readonly NamespaceEntity[] =>
  [...new Set(workloads.map(({ namespace }) => namespace))].sort().map((name) => {
    const own = workloads.filter(({ namespace }) => namespace === name);
    return {
      name,
      labels: [['kubernetes.io/metadata.name', name]],
      declared: true,
      workloads: own.length,
      pods: own.reduce((sum, { pods = 0 }) => sum + pods, 0),
    };
  });

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
export function largeCluster(
  view: Pick<AnswerInput, 'level' | 'foldedNamespaces' | 'foldedOutside'> = {},
): Analysis {
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
    ...(view.level === 'namespaces' && { foldedNamespaces: namespaces, foldedOutside: true }),
    ...view,
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
