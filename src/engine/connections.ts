import { formatRange } from './compile/addressRanges';
import { PortSets, protocols, type PortSetId } from './compile/portSet';
import type { Space } from './compile/space';
import type { Evaluated } from './evaluate/evaluated';
import { judge, type End, type PairPorts } from './evaluate/pair';
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
export function* listConnections(state: Evaluated, by: 'workload' | 'pod'): Generator<Connection> {
  const { space, sets } = state;
  const ends = namedEnds(space, by);
  const judge = remembering(state);
  for (const from of ends) {
    for (const to of ends) {
      if (from === to || (from.end.pods.length === 0 && to.end.pods.length === 0)) continue;
      const { definite, possible } = judge(from.end, to.end);
      if (possible === PortSets.none) continue;
      const known = {
        from: from.name,
        to: to.name,
        allowed: portList(sets, definite),
        text: portText(sets, definite),
      };
      yield definite === possible
        ? known
        : { ...known, unknown: portList(sets, sets.minus(possible, definite)) };
    }
  }
}

interface NamedPlace {
  readonly name: ConnectionEnd;
  readonly end: End;
}

/** Workloads (or their pods), then the intervals of the address space. */
function namedEnds(space: Space, by: 'workload' | 'pod'): readonly NamedPlace[] {
  const { cluster } = space;
  const classOf = (pod: number): number => space.classOfPod[pod] ?? 0;
  const inside = cluster.workloads.flatMap(({ kind, namespace, name, pods, isTemplate }): NamedPlace[] => {
    if (by === 'workload' || isTemplate) {
      return [{ name: { kind, namespace, name }, end: { classes: [...new Set(pods.map(classOf))], pods } }];
    }
    return pods.map((pod) => ({
      name: { kind: 'Pod', namespace, name: cluster.pods[pod]?.name ?? name },
      end: { classes: [classOf(pod)], pods: [pod] },
    }));
  });
  const outside = space.intervals.map(({ range, class: id }): NamedPlace => ({
    name: { ip: formatRange(range) },
    end: { classes: [id], pods: [] },
  }));
  return [...inside, ...outside];
}

/** Judges each pair of classes once; ends on the network of their node are each a case of their own. */
function remembering({ space, sets, rows }: Evaluated): (from: End, to: End) => PairPorts {
  const known = new Map<string, PairPorts>();
  const isHost = ({ pods }: End): boolean =>
    pods.some((pod) => space.cluster.pods[pod]?.hostNetwork === true);
  return (from, to) => {
    if (isHost(from) || isHost(to)) return judge(space, sets, rows, from, to);
    const key = `${from.classes.join()}>${to.classes.join()}`;
    let pair = known.get(key);
    if (!pair) known.set(key, (pair = judge(space, sets, rows, from, to)));
    return pair;
  };
}

/** A set of ports as it is given away. */
export function portList(sets: PortSets, id: PortSetId): PortList {
  if (id === PortSets.all) return 'all';
  const ports = sets.get(id);
  return Object.fromEntries(protocols.filter((one) => ports[one].length > 0).map((one) => [one, ports[one]]));
}
