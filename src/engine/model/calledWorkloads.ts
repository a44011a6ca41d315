import type { Workload } from './fold';

/** What a workload is called by. */
type Name = Pick<Workload, 'kind' | 'namespace' | 'name'>;

/** A workload by its name; one whose pods stand alone is all of those. */
export interface CalledWorkload extends Name {
  /** Indices into the list. */
  readonly members: readonly number[];
}

/** The workloads that are called so, also those of which only single pods are in the list. */
export function workloadsCalled(
  workloads: readonly Workload[],
  isCalled: (name: Name) => boolean,
): readonly CalledWorkload[] {
  const whole: CalledWorkload[] = [];
  const parts = new Map<string, Name & { readonly members: number[] }>();
  for (const [index, workload] of workloads.entries()) {
    const { kind, namespace, name, partOf } = workload;
    if (isCalled(workload)) whole.push({ kind, namespace, name, members: [index] });
    if (partOf === null || !isCalled({ ...partOf, namespace })) continue;
    const id = `${partOf.kind}/${namespace}/${partOf.name}`;
    const known = parts.get(id);
    if (known) known.members.push(index);
    else parts.set(id, { ...partOf, namespace, members: [index] });
  }
  // Of one that is there only a few stand alone: it is the others.
  for (const { kind, namespace, name } of whole) parts.delete(`${kind}/${namespace}/${name}`);
  return [...whole, ...parts.values()];
}
