import { PortSets, type PortSetId } from '../compile/portSet';
import type { Face, Space } from '../compile/space';
import { Tone } from '../answer';
import type { Row } from './row';
import type { Rows } from './rows';

/** One end of a pair: a workload, a pod, or a class of external addresses. */
export interface End {
  /** Distinct classes of its pods; exactly one for external addresses. */
  readonly classes: readonly number[];
  /** Indices of the cluster's pods; empty for external addresses. */
  readonly pods: readonly number[];
  /** Only its address of this family, when a question names that address. */
  readonly family?: 4 | 6;
}

/** What passes from one end to another. The parts differ only where something is not known. */
export interface PairPorts {
  readonly definite: PortSetId;
  readonly possible: PortSetId;
  /** What leaves the source, and what enters the destination, at the most. */
  readonly egress: PortSetId;
  readonly ingress: PortSetId;
}

/**
 * Egress of the source and ingress of the destination, over every pair of classes and every address family the two
 * share: definite passes for all of them, possible for some.
 */
export function judge(space: Space, sets: PortSets, rows: Rows, source: End, destination: End): PairPorts {
  const node = exemption(space, rows, source, destination);
  let definite = PortSets.all;
  let possible = PortSets.none;
  let egressMost = PortSets.none;
  let ingressMost = PortSets.none;
  for (const from of source.classes) {
    for (const to of destination.classes) {
      const leaving = rows.Egress[from];
      const entering = rows.Ingress[to];
      if (!leaving || !entering) continue;
      for (const [sourceFace, destinationFace] of facePairs(space, source, from, destination, to)) {
        let [outLow, outHigh] = at(leaving, destinationFace);
        let [inLow, inHigh] = at(entering, sourceFace);
        if (node.destinationIsNode !== 'never') outHigh = PortSets.all;
        if (node.destinationIsNode === 'always') outLow = PortSets.all;
        if (node.sourceIsNode !== 'never') inHigh = PortSets.all;
        if (node.sourceIsNode === 'always') inLow = PortSets.all;
        definite = sets.intersect(definite, sets.intersect(outLow, inLow));
        possible = sets.union(possible, sets.intersect(outHigh, inHigh));
        egressMost = sets.union(egressMost, outHigh);
        ingressMost = sets.union(ingressMost, inHigh);
      }
    }
  }
  return { definite, possible, egress: egressMost, ingress: ingressMost };
}

/** How the pair is drawn. */
export function toneOf(pair: PairPorts, isolated: boolean): Tone {
  if (pair.definite !== pair.possible) return Tone.unknown;
  if (pair.definite === PortSets.all) return isolated ? Tone.allowed : Tone.open;
  if (pair.definite !== PortSets.none) return Tone.partial;
  return pair.egress === PortSets.none ? Tone.blockedEgress : Tone.blockedIngress;
}

function at(row: Row, face: number): [PortSetId, PortSetId] {
  return [row.definiteAt(face), row.possibleAt(face)];
}

/** Faces in which two classes can meet: the families both have; the first ones when they have none in common. */
export function facePairs(
  space: Space,
  source: End,
  from: number,
  destination: End,
  to: number,
): readonly (readonly [number, number])[] {
  const sources = facesOf(space, source, from);
  const destinations = facesOf(space, destination, to);
  const pairs: [number, number][] = [];
  for (const a of sources) {
    for (const b of destinations) {
      if (a.family === b.family || a.family === 0 || b.family === 0) pairs.push([a.id, b.id]);
    }
  }
  const [a] = sources;
  const [b] = destinations;
  return pairs.length > 0 || !a || !b ? pairs : [[a.id, b.id]];
}

function facesOf(space: Space, { family }: End, id: number): readonly Face[] {
  const faces = space.classes[id]?.faces ?? [];
  return family === undefined ? faces : faces.filter((face) => face.family === family);
}

type Often = 'always' | 'sometimes' | 'never';

/** How often each end is the other's own node. */
interface OwnNode {
  readonly sourceIsNode: Often;
  readonly destinationIsNode: Often;
}

const apart = { sourceIsNode: 'never', destinationIsNode: 'never' } as const;

/** Pods of one class agree on the host network. */
function isHost(space: Space, { classes }: End): boolean {
  return classes.some((id) => {
    const one = space.classes[id];
    return one?.kind === 'pods' && one.example.hostNetwork;
  });
}

/**
 * Whether one end is, to the other, its own node, and what passes between the two therefore passes always. Placement
 * that is not known counts as another node, but for that of a DaemonSet's pods: there is one on each. Under Cilium that
 * holds for what the node sends; what it receives is judged like anything else.
 * https://github.com/cilium/cilium/issues/13081
 */
export function relation(space: Space, source: End, destination: End): OwnNode {
  const sourceIsHost = isHost(space, source);
  const destinationIsHost = isHost(space, destination);
  if (sourceIsHost === destinationIsHost || source.pods.length === 0 || destination.pods.length === 0)
    return apart;
  const nodesOf = (end: End): readonly (string | null)[] => [
    ...new Set(end.pods.map((pod) => space.cluster.pods[pod]?.nodeName ?? null)),
  ];
  const a = nodesOf(source);
  const b = nodesOf(destination);
  const isEverywhere = ({ pods: [pod = -1] }: End): boolean =>
    space.cluster.pods[pod]?.object.kind === 'DaemonSet';
  const shared =
    a.some((node) => node !== null && b.includes(node)) || isEverywhere(source) || isEverywhere(destination);
  const isOne = a.length === 1 && b.length === 1 && a[0] !== null && b[0] !== null;
  const often: Often = !shared ? 'never' : isOne ? 'always' : 'sometimes';
  return {
    sourceIsNode: sourceIsHost ? often : 'never',
    destinationIsNode: destinationIsHost && space.cni !== 'cilium' ? often : 'never',
  };
}

/**
 * The same as far as it decides what passes: nothing says that a policy of a kind that is not evaluated here does not
 * stop what a pod exchanges with its own node.
 * https://network-policy-api.sigs.k8s.io/reference/spec/
 */
export function exemption(space: Space, rows: Rows, source: End, destination: End): OwnNode {
  const node = relation(space, source, destination);
  const isOpen = (side: readonly Row[], own: End, other: End): boolean =>
    own.classes.every((id) =>
      other.classes.every((far) =>
        space.classes[far]?.faces.every((face) => !side[id]?.isInterferedAt(face.id)),
      ),
    );
  const often = (isNode: Often, side: readonly Row[], own: End, other: End): Often =>
    isNode === 'always' && !isOpen(side, own, other) ? 'sometimes' : isNode;
  return {
    sourceIsNode: often(node.sourceIsNode, rows.Ingress, destination, source),
    destinationIsNode: often(node.destinationIsNode, rows.Egress, source, destination),
  };
}
