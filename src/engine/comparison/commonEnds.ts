import type { EntityId } from '../answer';
import { formatRange } from '../compile/addressRanges';
import type { AddressClass, Space } from '../compile/space';
import type { Unit, Units } from '../evaluate/ends';
import type { Evaluated } from '../evaluate/evaluated';
import { externalFacts } from '../evaluate/facts';
import type { ComparedEnd } from './comparison';
import type { Refinement } from '../compile/refinement';

/** One end both states have. */
export interface CommonEnd {
  readonly before: Unit;
  readonly after: Unit;
  /** Made when it is listed. */
  readonly told: () => ComparedEnd;
}

/** The workloads both states have, in the order of the later, then the parts of the outside. */
export function commonEnds(
  before: Evaluated,
  after: Evaluated,
  refinement: Refinement,
): readonly CommonEnd[] {
  const inside = after.units.workloads.flatMap((unit, index): CommonEnd[] => {
    const old = before.units.workloads[before.units.indexOf(unit.id)];
    return old ? [{ before: old, after: unit, told: () => workloadEnd(after.space, unit.id, index) }] : [];
  });
  return [...inside, ...outsideEnds(before, after, refinement)];
}

/**
 * The same where the pods of some workloads are ends of their own. A pod that was not there before is held against what
 * its workload was.
 */
export function commonEndsWithPods(
  before: Evaluated,
  after: Evaluated,
  refinement: Refinement,
  unfolded: ReadonlySet<EntityId>,
): readonly CommonEnd[] {
  const podsBefore = new Map(
    before.space.cluster.pods.map((pod, index) => [`${pod.namespace}/${pod.name}`, index]),
  );
  return commonEnds(before, after, refinement).flatMap((end): CommonEnd[] => {
    if (!unfolded.has(end.after.id)) return [end];
    return end.after.end.pods.map((index) => {
      const pod = after.space.cluster.pods[index];
      const old = podsBefore.get(`${pod?.namespace ?? ''}/${pod?.name ?? ''}`);
      const was = old !== undefined && end.before.end.pods.includes(old) ? before.units.pod(old) : end.before;
      return { before: was, after: after.units.pod(index), told: end.told };
    });
  });
}

function outsideEnds(before: Evaluated, after: Evaluated, { parts }: Refinement): readonly CommonEnd[] {
  const unitOf = ({ external }: Units, space: Space, group: AddressClass): Unit | undefined =>
    external[space.external.indexOf(group)];
  const closest = parts.map((part) =>
    prefixOf(part.before) > prefixOf(part.after) ? part.before : part.after,
  );
  return parts.flatMap((part, index): CommonEnd[] => {
    const was = unitOf(before.units, before.space, part.before);
    const is = unitOf(after.units, after.space, part.after);
    const named = closest[index];
    if (!was || !is || !named) return [];
    const told = (): ComparedEnd => {
      const { name } = externalFacts({ ...after.space, external: closest }, named);
      const ranges = part.ranges.map(formatRange);
      return { id: is.id, name, namespace: null, workloadKind: null, ranges };
    };
    return [{ before: was, after: is, told }];
  });
}

function workloadEnd({ cluster }: Space, id: EntityId, index: number): ComparedEnd {
  const { kind = '', name = '', namespace = '' } = cluster.workloads[index] ?? {};
  return { id, name, namespace, workloadKind: kind, ranges: [] };
}

/** CIDRs nest: of two around the same addresses the longer prefix is the closer name. */
function prefixOf({ cidr }: AddressClass): number {
  return cidr === null ? -1 : Number(cidr.slice(cidr.indexOf('/') + 1));
}
