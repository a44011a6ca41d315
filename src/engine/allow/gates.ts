import { PortSets, type PortSetId } from '../compile/portSet';
import type { Evaluated } from '../evaluate/evaluated';
import { facePairs, exemption, type End } from '../evaluate/pair';
import type { Part } from '../explain/parts';
import type { PolicyType } from '../model/policy';

/** A side that stops a pair, and what it would have to let through. */
export interface Gate {
  readonly type: PolicyType;
  /** Whose policies stop it. */
  readonly subject: Part;
  readonly other: Part;
  readonly ports: PortSetId;
}

/** The sides that have to let more through, and what passes then. */
export interface Wanted {
  readonly ports: PortSetId;
  readonly gates: readonly Gate[];
}

/**
 * For a pair through which only `passing` passes: the ports the destination listens on, or, if all that is missing is
 * the consent of one side, those of them the other side lets through already. Null: nothing is missing.
 */
export function wantedOf(state: Evaluated, from: Part, to: Part, passing: PortSetId): Wanted | null {
  const { sets } = state;
  const [source, destination] = [from.named?.end, to.named?.end];
  if (!source || !destination) return null;
  const declared = declaredPorts(state, destination);
  // Of a pair that passes in part only what the destination says it listens on can be called missing.
  if (declared === PortSets.none && passing !== PortSets.none) return null;
  const lacking = sets.minus(declared === PortSets.none ? PortSets.all : declared, passing);
  if (lacking === PortSets.none) return null;
  const { leaves, enters } = letThrough(state, source, destination);
  const [out, into] = [sets.intersect(leaves, lacking), sets.intersect(enters, lacking)];
  const ports =
    out === PortSets.none && into !== PortSets.none
      ? into
      : into === PortSets.none && out !== PortSets.none
        ? out
        : lacking;
  const missing = (side: PortSetId): PortSetId => (ports === PortSets.all ? ports : sets.minus(ports, side));
  const gates: Gate[] = [];
  if (!sets.includes(leaves, ports))
    gates.push({ type: 'Egress', subject: from, other: to, ports: missing(leaves) });
  if (!sets.includes(enters, ports))
    gates.push({ type: 'Ingress', subject: to, other: from, ports: missing(enters) });
  return { ports, gates };
}

function declaredPorts({ space: { cluster }, sets }: Evaluated, { pods }: End): PortSetId {
  let sum = PortSets.none;
  for (const pod of pods) {
    for (const { protocol, port } of cluster.pods[pod]?.ports ?? [])
      sum = sets.union(sum, sets.range(protocol, port, port));
  }
  return sum;
}

/** What each side certainly lets through, wherever the two meet. */
function letThrough(
  { space, sets, rows }: Evaluated,
  source: End,
  destination: End,
): { readonly leaves: PortSetId; readonly enters: PortSetId } {
  const node = exemption(space, rows, source, destination);
  let [leaves, enters] = [PortSets.all, PortSets.all];
  for (const from of source.classes) {
    for (const to of destination.classes) {
      for (const [fromFace, toFace] of facePairs(space, source, from, destination, to)) {
        leaves = sets.intersect(leaves, rows.Egress[from]?.definiteAt(toFace) ?? PortSets.all);
        enters = sets.intersect(enters, rows.Ingress[to]?.definiteAt(fromFace) ?? PortSets.all);
      }
    }
  }
  return {
    leaves: node.destinationIsNode === 'always' ? PortSets.all : leaves,
    enters: node.sourceIsNode === 'always' ? PortSets.all : enters,
  };
}
