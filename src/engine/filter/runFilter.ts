import type { Topology } from '../answer';
import type { Space } from '../compile/space';
import type { Evaluated } from '../evaluate/evaluated';
import { Judge } from '../evaluate/judge';
import { compileFilter, type CompiledFilter } from './compileFilter';
import { asksForPairs } from './expression';
import { groupSubjects, type Group } from './groups';
import { parseFilter } from './parseFilter';
import type { FilterResult, Found } from './result';
import { subjectsOf, type Subject } from './subjects';

/** Those of a view stay the same while only policies are edited. */
const known = new WeakMap<Topology, { readonly space: Space; readonly subjects: readonly Subject[] }>();

function subjectsIn(topology: Topology, state: Evaluated): readonly Subject[] {
  const last = known.get(topology);
  if (last?.space === state.space) return last.subjects;
  const subjects = subjectsOf(topology, state);
  known.set(topology, { space: state.space, subjects });
  return subjects;
}

/** Looks through everything the cards of a view stand for. */
export function runFilter(state: Evaluated, topology: Topology, text: string): FilterResult {
  const { expression, problems } = parseFilter(text);
  if (expression === null) return { problems, found: null };
  const { space, sets, rows } = state;
  const subjects = subjectsIn(topology, state);
  const filter = compileFilter(expression, subjects, state, new Judge(space, sets, rows));
  const isFound = Uint8Array.from(subjects, (_, index) => Number(filter.holds(index) === true));
  const pairs = asksForPairs(expression) ? findPairs(state, topology, subjects, filter, isFound) : null;
  return {
    problems: [...problems, ...filter.problems],
    found: foundOf(topology, subjects, isFound, pairs),
  };
}

interface FoundPairs {
  readonly cells: Uint8Array;
  readonly count: number;
}

/** Asks once for each two groups; marks the ends of what is found in `isFound`. */
function findPairs(
  { space }: Evaluated,
  { entities }: Topology,
  subjects: readonly Subject[],
  filter: CompiledFilter,
  isFound: Uint8Array,
): FoundPairs {
  const { groups, groupOf } = groupSubjects(subjects, space, filter.keyOf);
  const isPair = pairsOfGroups(groups, subjects, filter);
  const isEnd = endsOf(isPair, groups.length);
  groups.forEach(({ members }, group) => {
    if (isEnd[group] === 1) for (const member of members) isFound[member] = 1;
  });

  const size = entities.length;
  const outside = entities.findIndex(({ kind }) => kind === 'outside');
  const counted = countedGroups(size, subjects, groupOf);
  const cells = new Uint8Array(size * size);
  let count = 0;
  for (let source = 0; source < size; source++)
    for (let destination = 0; destination < size; destination++) {
      const [from, to] = [counted[source] ?? [], counted[destination] ?? []];
      const pairs =
        source === outside || destination === outside
          ? withOutside(isPair, groups.length, from, to, source === outside)
          : pairsBetween(isPair, groups.length, from, to, source === destination);
      if (pairs > 0) cells[source * size + destination] = 1;
      count += pairs;
    }
  return { cells, count };
}

/** Units of one card that are of one group. */
interface Counted {
  readonly group: number;
  readonly count: number;
}

function pairsBetween(
  isPair: Uint8Array,
  groups: number,
  sources: readonly Counted[],
  destinations: readonly Counted[],
  isInside: boolean,
): number {
  let pairs = 0;
  for (const from of sources)
    for (const to of destinations) {
      if (isPair[from.group * groups + to.group] !== 1) continue;
      // Nothing makes a pair with itself.
      pairs += from.count * (isInside && from.group === to.group ? to.count - 1 : to.count);
    }
  return pairs;
}

/** The outside is one end of a pair, however many groups of addresses it has. */
function withOutside(
  isPair: Uint8Array,
  groups: number,
  sources: readonly Counted[],
  destinations: readonly Counted[],
  isSource: boolean,
): number {
  const [own, other] = isSource ? [destinations, sources] : [sources, destinations];
  return own.reduce((sum, { group, count }) => {
    const isFound = other.some((one) =>
      isSource ? isPair[one.group * groups + group] === 1 : isPair[group * groups + one.group] === 1,
    );
    return sum + (isFound ? count : 0);
  }, 0);
}

/** By card. */
function countedGroups(
  size: number,
  subjects: readonly Subject[],
  groupOf: Uint32Array,
): readonly (readonly Counted[])[] {
  const counts = Array.from({ length: size }, () => new Map<number, number>());
  subjects.forEach(({ node }, index) => {
    const group = groupOf[index] ?? 0;
    counts[node]?.set(group, (counts[node].get(group) ?? 0) + 1);
  });
  return counts.map((one) => [...one].map(([group, count]) => ({ group, count })));
}

/** 1 for each two groups whose members make a pair that is looked for. Asks very often, so it is a plain loop. */
function pairsOfGroups(
  groups: readonly Group[],
  subjects: readonly Subject[],
  { holdsFor }: CompiledFilter,
): Uint8Array {
  const size = groups.length;
  const isPair = new Uint8Array(size * size);
  const first = Int32Array.from(groups, ({ members }) => members[0] ?? -1);
  const second = Int32Array.from(groups, ({ members }) => members[1] ?? -1);
  const isInside = Uint8Array.from(first, (index) => Number(subjects[index]?.namespace !== null));
  for (let from = 0; from < size; from++) {
    const source = first[from] ?? -1;
    for (let to = 0; to < size; to++) {
      // Another member: nothing makes a pair with itself.
      const destination = (from === to ? second[to] : first[to]) ?? -1;
      if (destination < 0 || (isInside[from] === 0 && isInside[to] === 0)) continue;
      if (holdsFor(source, destination)) isPair[from * size + to] = 1;
    }
  }
  return isPair;
}

/** By group, 1: its members are ends of pairs that are found. */
function endsOf(isPair: Uint8Array, groups: number): Uint8Array {
  const ends = new Uint8Array(groups);
  for (let pair = 0; pair < isPair.length; pair++) {
    if (isPair[pair] !== 1) continue;
    ends[Math.floor(pair / groups)] = 1;
    ends[pair % groups] = 1;
  }
  return ends;
}

function foundOf(
  { id, entities }: Topology,
  subjects: readonly Subject[],
  isFound: Uint8Array,
  pairs: FoundPairs | null,
): Found {
  const nodes = new Uint8Array(entities.length);
  let found = 0;
  let of = 0;
  subjects.forEach(({ node, namespace }, index) => {
    if (namespace !== null) of++;
    if (isFound[index] !== 1) return;
    nodes[node] = 1;
    if (namespace !== null) found++;
  });
  return {
    topology: id,
    entities: entities.flatMap((entity, node) => (nodes[node] === 1 ? [entity.id] : [])),
    cells: pairs?.cells ?? null,
    workloads: { found, of },
    pairs: pairs?.count ?? null,
  };
}
