import { PLACE_PAIRS, type PlaceCard } from '../evidence';
import { Match } from '../compile/match';
import { PortSets } from '../compile/portSet';
import { portsOf } from '../compile/rulePorts';
import type { Unit } from '../evaluate/ends';
import type { Evaluated } from '../evaluate/evaluated';
import { grantedPorts } from '../evaluate/row';
import type { Scene } from '../evaluate/scene';
import type { NetworkPolicy, Peer, PolicyType, Rule } from '../model/policy';

/** Classes by id. */
export type Classes = ReadonlySet<number>;

/** Pods of some classes may exchange something with those of others, in one direction. */
export interface Grant {
  readonly sources: Classes;
  readonly destinations: Classes;
}

/** The classes a policy selects. */
export function subjectsOf({ space }: Evaluated, { namespace, podSelector }: NetworkPolicy): Classes {
  const span = space.spans.get(namespace);
  return new Set(span ? space.selectedIn(span, podSelector) : []);
}

/** The classes any of these peers matches or may match. */
export function matchedBy({ space }: Evaluated, peers: readonly Peer[], namespace: string): Classes {
  const matches = space.matchesOf(peers, namespace);
  return new Set(space.faces.flatMap(({ id, class: of }) => (matches[id] === Match.no ? [] : [of])));
}

/** Between whom a rule, or a part of it, grants at least one port. Nothing where its direction has no effect. */
export function grantOf(
  state: Evaluated,
  policy: NetworkPolicy,
  type: PolicyType,
  rule: Rule,
  subjects: Classes,
): Grant {
  const { space, sets } = state;
  const nobody: Grant = { sources: new Set(), destinations: new Set() };
  if (!policy.policyTypes.includes(type)) return nobody;
  const others = matchedBy(state, rule.peers, policy.namespace);
  if (type === 'Ingress') {
    const takes = [...subjects].filter((id) => {
      const one = space.classes[id];
      return one?.kind === 'pods' && portsOf(sets, rule.ports, one.example.ports) !== PortSets.none;
    });
    return { sources: others, destinations: new Set(takes) };
  }
  const reached = [...others].filter((id) => {
    const face = space.classes[id]?.faces[0]?.id ?? 0;
    return grantedPorts(space, sets, rule, type, null, face) !== PortSets.none;
  });
  return { sources: subjects, destinations: new Set(reached) };
}

/** Cards and pairs of a scene that grants and classes concern. */
export interface PlaceReach {
  readonly cards: readonly PlaceCard[];
  readonly pairs: readonly number[];
  readonly pairCount: number;
}

/** `concerned`: classes whose cards matter even where nothing is granted. */
export function reachOfPlace(
  { topology, nodes }: Scene,
  grants: readonly Grant[],
  concerned: Classes,
): PlaceReach {
  const all = new Set([
    ...concerned,
    ...grants.flatMap(lively).flatMap((one) => [...one.sources, ...one.destinations]),
  ]);
  const places: number[] = [];
  const cards: PlaceCard[] = [];
  nodes.forEach((units, node) => {
    const count = countIn(units, all);
    const id = topology.entities[node]?.id;
    if (count === 0 || id === undefined) return;
    places.push(node);
    cards.push({ id, count, of: units.length });
  });
  const size = cards.length;
  const isGranted = new Uint8Array(size * size);
  for (const { sources, destinations } of grants) {
    const from = places.map((node) => nodes[node]?.filter((unit) => isOf(unit, sources)) ?? []);
    const to = places.map((node) => nodes[node]?.filter((unit) => isOf(unit, destinations)) ?? []);
    from.forEach((senders, row) => {
      if (senders.length === 0) return;
      to.forEach((receivers, column) => {
        if (arePair(senders, receivers, row === column)) isGranted[row * size + column] = 1;
      });
    });
  }
  const pairs: number[] = [];
  let pairCount = 0;
  isGranted.forEach((granted, cell) => {
    if (granted === 0) return;
    pairCount++;
    if (pairs.length < PLACE_PAIRS) pairs.push(cell);
  });
  return { cards, pairs, pairCount };
}

/** Both ends of a grant must be there. */
function lively(grant: Grant): readonly Grant[] {
  return grant.sources.size > 0 && grant.destinations.size > 0 ? [grant] : [];
}

function isOf({ end }: Unit, classes: Classes): boolean {
  return end.classes.some((id) => classes.has(id));
}

function countIn(units: readonly Unit[], classes: Classes): number {
  return units.reduce((sum, unit) => sum + (isOf(unit, classes) ? 1 : 0), 0);
}

/** At least one of each that are not one and the same, nor both outside. */
function arePair(senders: readonly Unit[], receivers: readonly Unit[], isSameCard: boolean): boolean {
  const [sender] = senders;
  const [receiver, another] = receivers;
  if (!sender || !receiver) return false;
  if (sender.end.pods.length === 0 && receiver.end.pods.length === 0) return false;
  return !isSameCard || another !== undefined || senders.length > 1 || sender !== receiver;
}
