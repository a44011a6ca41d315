import { areToldApart, bookkeepingLabels, replicasApart, withUnknown } from './controllerLabels';
import type { Labels, OwnerReference, PodObject, WorkloadObject } from './objects';

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
  /** What owns it, of a pod that does not stand with the others of that; else null. */
  readonly partOf: OwnerReference | null;
  readonly object: PodObject | WorkloadObject;
}

/** A pod as it was given, the one pod a template stands for, or a replica of one that is told apart from the others. */
export interface FoldedPod {
  readonly name: string;
  readonly object: PodObject | WorkloadObject;
  readonly labels: Labels;
}

/** The pods of one namespace, those of one workload one after the other. */
export interface Folded {
  readonly pods: readonly FoldedPod[];
  /** Sorted by name and kind; `pods` are indices into the list above. */
  readonly workloads: readonly Workload[];
  readonly foldedPods: number;
}

interface Group {
  readonly kind: string;
  readonly name: string;
  declared: WorkloadObject | null;
  readonly pods: PodObject[];
}

/**
 * Shares the pods of one namespace out among the workloads that own them; a pod whose labels differ from its siblings'
 * stands alone, and where a policy asks for what each pod has of its own, all do.
 */
export function foldPods(
  namespace: string,
  workloads: readonly WorkloadObject[],
  pods: readonly PodObject[],
  bookkeepingKeys: ReadonlySet<string>,
): Folded {
  const declared = new Map(workloads.map((workload) => [key(workload), workload]));
  const ignored = new Set(bookkeepingLabels.filter((name) => !bookkeepingKeys.has(name)));
  const groups = new Map<string, Group>();
  const lone: { readonly pod: PodObject; readonly partOf: OwnerReference | null }[] = [];
  const replicas = new Map<string, OwnerReference>();

  const groupOf = (kind: string, name: string): Group => {
    const id = key({ kind, name });
    let group = groups.get(id);
    if (!group) groups.set(id, (group = { kind, name, declared: declared.get(id) ?? null, pods: [] }));
    return group;
  };
  for (const workload of workloads) {
    const root = rootOwner(workload, declared);
    if (root === null) groupOf(workload.kind, workload.name);
    else if (!declared.has(key(root)) && workload.replicas > 0) {
      // Its owner was not given: what is known of the owner's template is this one's.
      groupOf(root.kind, root.name).declared ??= workload;
    }
  }
  // What kubectl prints is decoded with one object for owners, and for labels, that are said alike one after the other.
  let last: PodObject | null = null;
  let group: Group | null = null;
  for (const pod of pods) {
    if (last?.owner !== pod.owner || last.labels !== pod.labels) {
      const root = rootOwner(pod, declared);
      // A static pod's owner is its Node.
      group = root === null || root.kind === 'Node' ? null : groupOf(root.kind, root.name);
    }
    last = pod;
    if (group === null) lone.push({ pod, partOf: null });
    else group.pods.push(pod);
  }

  const made: FoldedPod[] = [];
  const result: Workload[] = [];
  let foldedPods = 0;
  const add = (workload: Omit<Workload, 'pods' | 'namespace'>, members: readonly FoldedPod[]): void => {
    result.push({ ...workload, namespace, pods: members.map((_, index) => made.length + index) });
    made.push(...members);
  };
  const addTemplate = (object: WorkloadObject, kind: string, name: string): void => {
    const apart = replicasApart(object, bookkeepingKeys);
    if (apart === null) {
      const labels = withUnknown(object, bookkeepingKeys);
      add({ kind, name, replicas: object.replicas, isTemplate: true, partOf: null, object }, [
        { name, object, labels },
      ]);
    }
    const partOf = { kind, name };
    for (const one of apart ?? []) {
      replicas.set(one.name, partOf);
      // That may be the pod of this name, without a word of who owns it.
      if (pods.some((pod) => pod.name === one.name)) continue;
      add({ kind: 'Pod', name: one.name, replicas: 1, isTemplate: true, partOf, object }, [
        { ...one, object },
      ]);
    }
  };
  for (const { kind, name, declared: object, pods: owned } of groups.values()) {
    // The pods are what policies see; the template decides only which of them are the odd ones out.
    const template = object && labelsKey(object.labels, ignored);
    const keys = labelsKeys(owned, ignored);
    const agreed = template !== null && keys.includes(template) ? template : mostCommon(keys);
    const isApart = areToldApart(owned, bookkeepingKeys);
    const alike: PodObject[] = [];
    for (const [index, pod] of owned.entries()) {
      if (keys[index] === agreed && !isApart) alike.push(pod);
      else lone.push({ pod, partOf: { kind, name } });
    }
    const [first] = alike;
    if (first) {
      foldedPods += alike.length;
      add(
        { kind, name, replicas: alike.length, isTemplate: false, partOf: null, object: object ?? first },
        alike.map((pod) => ({ name: pod.name, object: pod, labels: pod.labels })),
      );
    } else if (object && owned.length === 0) addTemplate(object, kind, name);
  }
  for (const { pod, partOf } of lone) {
    const { name } = pod;
    const folded = { name, object: pod, labels: pod.labels };
    const whole = partOf ?? replicas.get(name) ?? null;
    add({ kind: 'Pod', name, replicas: 1, isTemplate: false, partOf: whole, object: pod }, [folded]);
  }
  return {
    pods: made,
    workloads: result.sort((a, b) => order(a.name, b.name) || order(a.kind, b.kind)),
    foldedPods,
  };
}

/** Equal for labels that differ in bookkeeping at most. */
function labelsKey(labels: Labels, ignored: ReadonlySet<string>): string {
  const told = [...labels].filter(([name]) => !ignored.has(name));
  return JSON.stringify(told.sort(([a], [b]) => order(a, b)));
}

/** Of each pod. Most have the labels of the one before. */
function labelsKeys(pods: readonly PodObject[], ignored: ReadonlySet<string>): readonly string[] {
  let last: Labels | null = null;
  let found = '';
  return pods.map(({ labels }) => {
    if (last !== labels && (last === null || !isSaidAlike(last, labels, ignored)))
      found = labelsKey(labels, ignored);
    last = labels;
    return found;
  });
}

/** The same keys, and the same values but for those that are ignored. */
function isSaidAlike(a: Labels, b: Labels, ignored: ReadonlySet<string>): boolean {
  if (a.size !== b.size) return false;
  for (const [name, value] of a) {
    const other = b.get(name);
    if (other !== value && (other === undefined || !ignored.has(name))) return false;
  }
  return true;
}

interface Owned {
  readonly owner: OwnerReference | null;
  readonly labels: Labels;
}

/** Follows ownerReferences: Pod → ReplicaSet → Deployment, Pod → Job → CronJob. Null: nobody owns it. */
function rootOwner(
  object: Owned,
  declared: ReadonlyMap<string, WorkloadObject>,
  depth = 0,
): OwnerReference | null {
  const { owner } = object;
  if (owner === null) return null;
  const between = declared.get(key(owner));
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
    if (declared.has(key(cronJob))) return cronJob;
  }
  return owner;
}

/** In its namespace. */
function key({ kind, name }: { readonly kind: string; readonly name: string }): string {
  return `${kind}/${name}`;
}

/** The first among those that are there equally often; null: there are none. */
function mostCommon(keys: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const found of keys) counts.set(found, (counts.get(found) ?? 0) + 1);
  let best: string | null = null;
  for (const [found, count] of counts) if (best === null || count > (counts.get(best) ?? 0)) best = found;
  return best;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
