import { Match } from '../../compile/match';
import type { Space } from '../../compile/space';
import type { Unit, Units } from '../../evaluate/ends';
import type { Evaluated } from '../../evaluate/evaluated';
import type { NetworkPolicy, Peer, Rule } from '../../model/policy';
import { podPeersOf } from './rules';

const selected = new WeakMap<NetworkPolicy, { readonly space: Space; readonly ids: readonly number[] }>();

/** Ids of the classes a policy selects. */
export function classesSelected({ space }: Evaluated, policy: NetworkPolicy): readonly number[] {
  const known = selected.get(policy);
  if (known?.space === space) return known.ids;
  const span = space.spans.get(policy.namespace);
  const ids = span ? space.selectedIn(span, policy.podSelector) : [];
  selected.set(policy, { space, ids });
  return ids;
}

const matched = new WeakMap<Uint8Array, readonly number[]>();

/** Ids of the classes of pods that any of these peers certainly matches. */
function classesMatched({ space }: Evaluated, peers: readonly Peer[], namespace: string): readonly number[] {
  const matches = space.matchesOf(peers, namespace);
  const known = matched.get(matches);
  if (known) return known;
  const ids: number[] = [];
  for (let face = 0; face < matches.length; face++) {
    if (matches[face] !== Match.yes) continue;
    const id = space.faces[face]?.class ?? -1;
    if (space.classes[id]?.kind === 'pods' && ids.at(-1) !== id) ids.push(id);
  }
  matched.set(matches, ids);
  return ids;
}

/** Ids of the classes of pods that a rule's selectors match; a rule without peers matches all, ipBlocks count as none. */
export function podsMatched(state: Evaluated, rule: Rule, namespace: string): readonly number[] {
  const peers = podPeersOf(rule);
  return peers.length === 0 && rule.peers.length > 0 ? nobody : classesMatched(state, peers, namespace);
}

const nobody: readonly number[] = [];

const byClass = new WeakMap<Units, ReadonlyMap<number, readonly number[]>>();
const workloads = new WeakMap<
  readonly number[],
  { readonly units: Units; readonly found: readonly number[] }
>();

/** Indices of the workloads with pods of these classes, each once. Pods of one class may belong to several. */
export function workloadsOf({ units }: Evaluated, classes: readonly number[]): readonly number[] {
  const remembered = workloads.get(classes);
  if (remembered?.units === units) return remembered.found;
  const found = new Set<number>();
  const of = workloadsByClass(units);
  for (const id of classes) for (const index of of.get(id) ?? []) found.add(index);
  const list = [...found];
  workloads.set(classes, { units, found: list });
  return list;
}

/** The workloads with pods of these classes, as ends of pairs. */
export function unitsOf(state: Evaluated, classes: readonly number[]): readonly Unit[] {
  return workloadsOf(state, classes).flatMap((index) => state.units.workloads[index] ?? []);
}

function workloadsByClass(units: Units): ReadonlyMap<number, readonly number[]> {
  const known = byClass.get(units);
  if (known) return known;
  const made = new Map<number, number[]>();
  for (const [index, unit] of units.workloads.entries()) {
    for (const id of unit.end.classes) {
      const list = made.get(id);
      if (list) list.push(index);
      else made.set(id, [index]);
    }
  }
  byClass.set(units, made);
  return made;
}
