import type { Space } from '../compile/space';
import type { Subject } from './subjects';

/** Subjects of which any fares as any other, in every pair with somebody else. */
export interface Group {
  readonly members: readonly number[];
}

/** Groups subjects by their classes and what else `keyOf` tells apart. Also: which group each is in. */
export function groupSubjects(
  subjects: readonly Subject[],
  space: Space,
  keyOf: (subject: number) => string,
): { readonly groups: readonly Group[]; readonly groupOf: Uint32Array } {
  const isHost = subjects.map(({ unit }) =>
    unit.end.pods.some((pod) => space.cluster.pods[pod]?.hostNetwork === true),
  );
  // Traffic between a pod and its own node is a case of its own.
  const placed = isHost.includes(true);
  const groupOf = new Uint32Array(subjects.length);
  const members: number[][] = [];
  const known = new Map<string, number>();
  subjects.forEach(({ unit: { end } }, index) => {
    const nodes = placed ? nodesOf(space, end.pods) : '';
    const alone = isHost[index] === true ? `host ${String(index)}` : '';
    const key = `${end.classes.join()} ${String(end.pods.length === 0)} ${keyOf(index)} ${nodes} ${alone}`;
    let group = known.get(key);
    if (group === undefined) {
      known.set(key, (group = members.length));
      members.push([]);
    }
    groupOf[index] = group;
    members[group]?.push(index);
  });
  return { groups: members.map((list) => ({ members: list })), groupOf };
}

const nodesOf = ({ cluster }: Space, pods: readonly number[]): string =>
  [...new Set(pods.map((pod) => cluster.pods[pod]?.nodeName ?? ''))].sort().join();
