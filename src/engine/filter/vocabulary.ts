import type { Space } from '../compile/space';

/** Every word of a cluster that a term can ask for; sorted, none twice. */
export interface Vocabulary {
  readonly namespaces: readonly string[];
  readonly kinds: readonly string[];
  /** `shop/web`, in the order of the picture. */
  readonly workloads: readonly { readonly name: string; readonly namespace: string; readonly kind: string }[];
  /** `app`, and `app=web`. */
  readonly labels: readonly string[];
  /** Numbers and names of container ports. */
  readonly ports: readonly string[];
}

const known = new WeakMap<Space['cluster'], Vocabulary>();

/** The words of a cluster; looked up once for each. */
export function vocabularyOf({ cluster }: Space): Vocabulary {
  let words = known.get(cluster);
  if (!words) known.set(cluster, (words = read(cluster)));
  return words;
}

function read({ pods, workloads, namespaces }: Space['cluster']): Vocabulary {
  const labels = new Set<string>();
  const ports = new Set<string>();
  for (const pod of pods) {
    for (const [key, value] of pod.labels) {
      labels.add(key);
      labels.add(`${key}=${value}`);
    }
    for (const { name, port } of pod.ports) {
      ports.add(String(port));
      if (name !== null) ports.add(name);
    }
  }
  return {
    namespaces: [...namespaces.keys()].sort(),
    kinds: [
      ...new Set([...workloads.flatMap(({ kind, partOf }) => [kind, partOf?.kind ?? kind]), 'External']),
    ].sort(),
    workloads: workloads.map(({ name, namespace, kind }) => ({ name, namespace, kind })),
    labels: [...labels].sort(),
    ports: [...ports].sort(),
  };
}
