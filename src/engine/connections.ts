import { formatRange } from './compile/addressRanges';
import { PortSets, protocols, type PortSetId } from './compile/portSet';
import type { Evaluated } from './evaluate/evaluated';
import { judge, type End } from './evaluate/pair';
import { portText } from './explain/portText';
import type { Protocol } from './model/objects';

/** A workload, a pod, or a range of external addresses `a-b`. */
export type ConnectionEnd =
  { readonly kind: string; readonly namespace: string; readonly name: string } | { readonly ip: string };

/** `all`, or inclusive port ranges per protocol; a protocol without ports is left out. */
export type PortList = 'all' | Readonly<Partial<Record<Protocol, readonly (readonly [number, number])[]>>>;

/** One ordered pair between which something can pass. */
export interface Connection {
  readonly from: ConnectionEnd;
  readonly to: ConnectionEnd;
  readonly allowed: PortList;
  /** Ports that cannot be decided, when there are any. */
  readonly unknown?: PortList;
  /** `allowed` for people. */
  readonly text: string;
}

/**
 * Every ordered pair of two different workloads (or pods), and of each with every external range, on which anything
 * passes or cannot be decided. A pair that is not listed is blocked on every port.
 */
export function listConnections(state: Evaluated, by: 'workload' | 'pod'): readonly Connection[] {
  const { space, sets, rows } = state;
  const { cluster } = space;
  const ends: { readonly name: ConnectionEnd; readonly end: End }[] = [];
  for (const { kind, namespace, name, pods, isTemplate } of cluster.workloads) {
    const classOf = (pod: number): number => space.classOfPod[pod] ?? 0;
    if (by === 'workload' || isTemplate) {
      ends.push({ name: { kind, namespace, name }, end: { classes: [...new Set(pods.map(classOf))], pods } });
    } else {
      for (const pod of pods) {
        const podName = cluster.pods[pod]?.name ?? name;
        ends.push({
          name: { kind: 'Pod', namespace, name: podName },
          end: { classes: [classOf(pod)], pods: [pod] },
        });
      }
    }
  }
  for (const interval of space.intervals) {
    ends.push({ name: { ip: formatRange(interval.range) }, end: { classes: [interval.class], pods: [] } });
  }
  const connections: Connection[] = [];
  for (const from of ends) {
    for (const to of ends) {
      if (from === to || (from.end.pods.length === 0 && to.end.pods.length === 0)) continue;
      const { definite, possible } = judge(space, sets, rows, from.end, to.end);
      if (possible === PortSets.none) continue;
      const known = {
        from: from.name,
        to: to.name,
        allowed: portList(sets, definite),
        text: portText(sets, definite),
      };
      connections.push(
        definite === possible ? known : { ...known, unknown: portList(sets, sets.minus(possible, definite)) },
      );
    }
  }
  return connections;
}

function portList(sets: PortSets, id: PortSetId): PortList {
  if (id === PortSets.all) return 'all';
  const ports = sets.get(id);
  return Object.fromEntries(protocols.filter((one) => ports[one].length > 0).map((one) => [one, ports[one]]));
}
