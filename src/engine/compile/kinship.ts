import type { ClusterNamespace, ClusterPod } from '../model/cluster';
import type { AddressRange } from './addressRanges';
import type { ClassSpan, Space } from './space';

/** Faces one after the other that were so in the space before. */
interface Run {
  readonly before: number;
  readonly now: number;
  length: number;
}

/** What of a space is in another one that was cut after it. */
export interface Kinship {
  /** Together they are all faces that both have. */
  readonly runs: readonly Run[];
  /** Faces only the later one has. */
  readonly fresh: readonly number[];
  /** Namespaces with the same classes in the same order. */
  readonly same: ReadonlySet<string>;
}

/** Of more fresh faces than this, and than an eighth of all, a list of all that are matched is made faster. */
const FEW = 16;

/**
 * Whom a policy matches, and what a rule grants, is read off the example of a class and the labels of its namespace. So
 * a face with the same example fares the same under a policy that is in force in both, wherever others are cut. Null:
 * the spaces have other premises, or little in common.
 */
export function kinshipOf(before: Space, now: Space): Kinship | null {
  if (before.premises !== now.premises) return null;
  const runs: Run[] = [];
  const fresh: number[] = [];
  const same = new Set<string>();
  const keep = (id: number, old: number): void => {
    const was = before.classes[old]?.faces ?? [];
    for (const [index, { id: face }] of (now.classes[id]?.faces ?? []).entries()) {
      const last = runs.at(-1);
      const from = was[index]?.id ?? -1;
      if (from === -1) fresh.push(face);
      else if (last && last.before + last.length === from && last.now + last.length === face) last.length++;
      else runs.push({ before: from, now: face, length: 1 });
    }
  };

  for (const [namespace, span] of now.spans) {
    const old = isSameNamespace(before, now, namespace) ? before.spans.get(namespace) : undefined;
    const examples = examplesIn(before, old ?? { from: 0, to: 0 });
    let isSame = examples.size === span.to - span.from;
    for (let id = span.from; id < span.to; id++) {
      const one = now.classes[id];
      const was = one?.kind === 'pods' ? examples.get(one.example) : undefined;
      keep(id, was ?? -1);
      isSame &&= was !== undefined && was - id === (old?.from ?? 0) - span.from;
    }
    if (isSame) same.add(namespace);
  }
  const groups = new Map(before.external.map((group) => [group.cidr, group]));
  for (const { id, cidr, ranges } of now.external) {
    const was = groups.get(cidr);
    keep(id, was && sameRanges(was.ranges, ranges) ? was.id : -1);
  }
  return fresh.length > Math.max(FEW, now.faces.length / 8) ? null : { runs, fresh, same };
}

/** Policies see the same of a namespace. */
export function isSameNamespace(before: Space, now: Space, name: string): boolean {
  const [was, is] = [before.cluster.namespaces.get(name), now.cluster.namespaces.get(name)];
  if (was?.labelsKnown !== is?.labelsKnown) return false;
  return was?.labels === is?.labels || sortedLabels(was) === sortedLabels(is);
}

function sortedLabels(namespace: ClusterNamespace | undefined): string {
  return JSON.stringify([...(namespace?.labels ?? [])].sort());
}

function examplesIn({ classes }: Space, { from, to }: ClassSpan): ReadonlyMap<ClusterPod, number> {
  const examples = new Map<ClusterPod, number>();
  for (let id = from; id < to; id++) {
    const one = classes[id];
    if (one?.kind === 'pods') examples.set(one.example, id);
  }
  return examples;
}

function sameRanges(a: readonly AddressRange[], b: readonly AddressRange[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ family, first, last }, index) => {
      const other = b[index];
      return family === other?.family && first === other.first && last === other.last;
    })
  );
}
