import type { ClusterPod } from './cluster';
import type { Labels, OwnerReference, PodObject, PodShape, WorkloadObject } from './objects';

/** What owns a pod template, or a pod nobody owns (`kind: 'Pod'`). */
export interface Workload {
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly replicas: number;
  /** Indices into the cluster's pods; never empty. */
  readonly pods: readonly number[];
  /** No Pod object of it is known: its one pod stands for the template. */
  readonly isTemplate: boolean;
  readonly object: PodObject | WorkloadObject;
}

interface Folded {
  readonly pods: readonly ClusterPod[];
  readonly workloads: readonly Workload[];
  readonly foldedPods: number;
}

type MakePod = (shape: PodShape, name: string, object: PodObject | WorkloadObject) => ClusterPod;

/**
 * Labels that controllers put on each pod and that differ between replicas by nature. They count as a difference only
 * if some policy's selector asks for them.
 */
export const bookkeepingLabels: readonly string[] = [
  'pod-template-hash',
  'controller-revision-hash',
  'pod-template-generation',
  'statefulset.kubernetes.io/pod-name',
  'apps.kubernetes.io/pod-index',
  'batch.kubernetes.io/job-completion-index',
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-name',
  'controller-uid',
  'job-name',
];

interface Group {
  kind: string;
  namespace: string;
  name: string;
  declared: WorkloadObject | null;
  pods: PodObject[];
}

/** Shares pods out among the workloads that own them; a pod whose labels differ from its siblings' stands alone. */
export function foldPods(
  workloads: readonly WorkloadObject[],
  pods: readonly PodObject[],
  bookkeepingKeys: ReadonlySet<string>,
  memory: FoldMemory,
  makePod: MakePod,
): Folded {
  memory.begin(workloads, bookkeepingKeys);
  const groups = new Map<string, Group>();
  const lone: PodObject[] = [];

  const groupOf = (kind: string, namespace: string, name: string): Group => {
    const id = key({ kind, namespace, name });
    let group = groups.get(id);
    if (!group) groups.set(id, (group = { kind, namespace, name, declared: memory.declared(id), pods: [] }));
    return group;
  };
  for (const workload of workloads) {
    const { namespace } = workload;
    const root = memory.rootOf(workload);
    if (root === null) groupOf(workload.kind, namespace, workload.name);
    else if (memory.declared(key({ ...root, namespace })) === null && workload.replicas > 0) {
      // Its owner was not given: what is known of the owner's template is this one's.
      groupOf(root.kind, namespace, root.name).declared ??= workload;
    }
  }
  for (const pod of pods) {
    const root = memory.rootOf(pod);
    if (root === null || root.kind === 'Node')
      lone.push(pod); // a static pod's owner is its Node
    else groupOf(root.kind, pod.namespace, root.name).pods.push(pod);
  }

  const made: ClusterPod[] = [];
  const result: Workload[] = [];
  let foldedPods = 0;
  const add = (workload: Omit<Workload, 'pods'>, members: readonly ClusterPod[]): void => {
    result.push({ ...workload, pods: members.map((_, index) => made.length + index) });
    made.push(...members);
  };
  for (const { kind, namespace, name, declared: object, pods: owned } of groups.values()) {
    // The pods are what policies see; the template decides only which of them are the odd ones out.
    const template = object && memory.keyOf(object.labels);
    const asTemplate = owned.some((pod) => memory.keyOf(pod.labels) === template);
    const agreed = asTemplate ? template : commonLabels(owned, memory);
    const alike: PodObject[] = [];
    for (const pod of owned) (memory.keyOf(pod.labels) === agreed ? alike : lone).push(pod);
    const [first] = alike;
    if (first) {
      foldedPods += alike.length;
      add(
        { kind, namespace, name, replicas: alike.length, isTemplate: false, object: object ?? first },
        alike.map((pod) => makePod(pod, pod.name, pod)),
      );
    } else if (object) {
      add({ kind, namespace, name, replicas: object.replicas, isTemplate: true, object }, [
        makePod(object, name, object),
      ]);
    }
  }
  for (const pod of lone) {
    const { namespace, name } = pod;
    add({ kind: 'Pod', namespace, name, replicas: 1, isTemplate: false, object: pod }, [
      makePod(pod, name, pod),
    ]);
  }
  return {
    pods: made,
    workloads: result.sort(
      (a, b) => order(a.namespace, b.namespace) || order(a.name, b.name) || order(a.kind, b.kind),
    ),
    foldedPods,
  };
}

interface Owned {
  readonly namespace: string;
  readonly owner: OwnerReference | null;
  readonly labels: Labels;
}

/** What folding found out about objects, which stay the same from one edit to the next. */
export class FoldMemory {
  #declared: ReadonlyMap<string, WorkloadObject> = new Map();
  #workloads: readonly WorkloadObject[] = [];
  #roots = new WeakMap<Owned, OwnerReference | null>();
  #ignored: ReadonlySet<string> = new Set();
  #labelKeys = new WeakMap<Labels, string>();

  /** To be called before anything is folded. */
  begin(workloads: readonly WorkloadObject[], bookkeepingKeys: ReadonlySet<string>): void {
    const ignored = bookkeepingLabels.filter((key) => !bookkeepingKeys.has(key));
    if (ignored.join() !== [...this.#ignored].join()) {
      this.#ignored = new Set(ignored);
      this.#labelKeys = new WeakMap();
    }
    const last = this.#workloads;
    if (workloads.length === last.length && workloads.every((one, index) => one === last[index])) return;
    this.#workloads = workloads;
    this.#declared = new Map(workloads.map((workload) => [key(workload), workload]));
    this.#roots = new WeakMap();
  }

  /** By kind, namespace and name. */
  declared(id: string): WorkloadObject | null {
    return this.#declared.get(id) ?? null;
  }

  rootOf(object: Owned): OwnerReference | null {
    let root = this.#roots.get(object);
    if (root === undefined) this.#roots.set(object, (root = rootOwner(object, this.#declared)));
    return root;
  }

  /** Equal for labels that differ in bookkeeping at most. */
  keyOf(labels: Labels): string {
    let found = this.#labelKeys.get(labels);
    if (found === undefined) {
      const told = [...labels].filter(([name]) => !this.#ignored.has(name));
      this.#labelKeys.set(labels, (found = JSON.stringify(told.sort(([a], [b]) => order(a, b)))));
    }
    return found;
  }
}

/** Follows ownerReferences: Pod → ReplicaSet → Deployment, Pod → Job → CronJob. Null: nobody owns it. */
function rootOwner(
  object: Owned,
  declared: ReadonlyMap<string, WorkloadObject>,
  depth = 0,
): OwnerReference | null {
  const { owner, namespace } = object;
  if (owner === null) return null;
  const between = declared.get(key({ ...owner, namespace }));
  // Real chains have two links; the bound is for owners that own each other.
  if (between?.owner && depth < 4) return rootOwner(between, declared, depth + 1) ?? owner;
  if (between) return owner;
  // The ReplicaSet was not given: its name is the Deployment's, a dash and the hash its pods carry.
  const hash = object.labels.get('pod-template-hash');
  if (owner.kind === 'ReplicaSet' && hash !== undefined && owner.name.endsWith(`-${hash}`)) {
    return { kind: 'Deployment', name: owner.name.slice(0, -hash.length - 1) };
  }
  // The Job was not given: a CronJob's jobs are named after it and the minute they were due.
  const scheduled = /^(.+)-\d{8,}$/.exec(owner.name)?.[1];
  if (owner.kind === 'Job' && scheduled !== undefined) {
    const cronJob = { kind: 'CronJob', name: scheduled };
    if (declared.has(key({ ...cronJob, namespace }))) return cronJob;
  }
  return owner;
}

function key({ kind, namespace, name }: { kind: string; namespace: string; name: string }): string {
  return `${kind}/${namespace}/${name}`;
}

/** The key of the labels most of the pods have; the first pod's among equals. */
function commonLabels(pods: readonly PodObject[], memory: FoldMemory): string | null {
  const counts = new Map<string, number>();
  for (const { labels } of pods) {
    const found = memory.keyOf(labels);
    counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  let best: string | null = null;
  for (const [found, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = found;
  return best;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
