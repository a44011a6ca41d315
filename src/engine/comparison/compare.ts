import { t } from '../../language/t';
import type { EndRef, Topology } from '../answer';
import { PortSets } from '../compile/portSet';
import { portList } from '../connections';
import type { Evaluated } from '../evaluate/evaluated';
import { judge } from '../evaluate/pair';
import { pairChanges, perChange, type Passing } from '../evaluate/pairChange';
import { portText } from '../explain/portText';
import { CellMarks } from './cellMarks';
import { changedPolicies, type PolicyChanges } from './changedPolicies';
import { findChanges, type ChangedBlock } from './changedPairs';
import { commonEnds, commonEndsWithPods, type CommonEnd } from './commonEnds';
import type { ChangedCells, ChangedRow, Comparison, PassingPorts, SomeEnds } from './comparison';
import { groupEnds } from './endGroups';
import { refine, type Refinement } from '../compile/refinement';

/** What of a comparison is wanted. */
export interface ComparisonOptions {
  /** So many rows of each kind. */
  readonly rows: number;
  /** The cards of the later state for which changed cells are wanted. */
  readonly topology: Topology | null;
}

/** Ends that only one state has are named up to this number. */
const NAMED = 50;

/** Holds two states against each other, at once. */
export function compare(before: Evaluated, after: Evaluated, options: ComparisonOptions): Comparison {
  const steps = comparing(before, after, options);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in small steps, for whoever has something more urgent to do in between. */
export function* comparing(
  before: Evaluated,
  after: Evaluated,
  { rows: most, topology }: ComparisonOptions,
): Generator<undefined, Comparison> {
  const refinement = refine(before.space, after.space);
  const ends = commonEnds(before, after, refinement);
  const groups = groupEnds(before, after, ends, refinement);
  yield;
  const changes = changedPolicies(before, after);
  const counts = perChange(() => 0);
  const listed = perChange((): Listed[] => []);
  const unfolded = new Set(
    topology?.entities.flatMap((entity) => (entity.kind === 'pod' ? [entity.workload] : [])),
  );
  const marks = topology && new CellMarks(topology, ends);
  yield* findChanges(before, after, ends, groups, (block) => {
    counts[block.change] += pairsIn(block);
    const rows = listed[block.change];
    if (rows.length < most) addPairs(rows, block, most);
    if (unfolded.size === 0) marks?.mark(block);
  });
  const cells =
    topology && unfolded.size > 0
      ? yield* cellsWithPods(before, after, refinement, topology, unfolded)
      : (marks?.told ?? null);
  const rowOf = rowMaker(before, after, ends, changes);
  const rows = perChange((): readonly ChangedRow[] => []);
  for (const change of pairChanges) {
    rows[change] = listed[change].sort((a, b) => a.from - b.from || a.to - b.to).map(rowOf);
  }
  yield;
  return {
    counts,
    rows,
    added: missing(after, before),
    removed: missing(before, after),
    altered: groups.reduce((sum, group) => sum + (group.isAltered ? group.members.length : 0), 0),
    samePlugin: before.space.cni === after.space.cni,
    policies: changes.policies,
    cells,
  };
}

/** Cells where some of the cards are pods: those are compared one by one. */
function* cellsWithPods(
  before: Evaluated,
  after: Evaluated,
  refinement: Refinement,
  topology: Topology,
  unfolded: ReadonlySet<string>,
): Generator<undefined, ChangedCells> {
  const ends = commonEndsWithPods(before, after, refinement, unfolded);
  const marks = new CellMarks(topology, ends);
  yield* findChanges(before, after, ends, groupEnds(before, after, ends, refinement), (block) => {
    marks.mark(block);
  });
  return marks.told;
}

/** A changed pair that is to be listed. */
interface Listed extends Pick<ChangedBlock, 'before' | 'after'> {
  readonly from: number;
  readonly to: number;
}

function pairsIn({ from, to }: ChangedBlock): number {
  // Groups are the same or have nothing in common.
  return from[0] === to[0] ? from.length * (from.length - 1) : from.length * to.length;
}

function addPairs(rows: Listed[], { from, to, before, after }: ChangedBlock, most: number): void {
  for (const a of from) {
    for (const b of to) {
      if (rows.length >= most) return;
      if (a !== b) rows.push({ from: a, to: b, before, after });
    }
  }
}

function rowMaker(
  before: Evaluated,
  after: Evaluated,
  ends: readonly CommonEnd[],
  { positions }: PolicyChanges,
): (pair: Listed) => ChangedRow {
  const told = ends.map((end) => {
    let known: ReturnType<CommonEnd['told']> | null = null;
    return () => (known ??= end.told());
  });
  const nobody = { id: '', name: '', namespace: null, workloadKind: null, ranges: [] };
  return ({ from, to, before: was, after: is }) => ({
    source: told[from]?.() ?? nobody,
    destination: told[to]?.() ?? nobody,
    before: portsOf(after.sets, was),
    after: portsOf(after.sets, is),
    by: positions.size === 0 ? [] : causes(before, after, ends[from], ends[to], positions),
  });
}

/** The changed policies that select an end whose side lets something else through. */
function causes(
  before: Evaluated,
  after: Evaluated,
  source: CommonEnd | undefined,
  destination: CommonEnd | undefined,
  positions: PolicyChanges['positions'],
): readonly number[] {
  if (!source || !destination) return [];
  const was = judge(before.space, before.sets, before.rows, source.before.end, destination.before.end);
  const is = judge(after.space, after.sets, after.rows, source.after.end, destination.after.end);
  const translated = (id: number): number => after.sets.intern(before.sets.get(id));
  const isEgress = translated(was.egress) !== is.egress;
  const isIngress = translated(was.ingress) !== is.ingress;
  const isDoubted = was.definite !== was.possible || is.definite !== is.possible;
  const found = new Set<number>();
  const add = (type: 'Egress' | 'Ingress', end: CommonEnd): void => {
    for (const [{ rows }, unit] of [[before, end.before] as const, [after, end.after] as const]) {
      for (const id of unit.end.classes) {
        const selecting = rows[type][id]?.selecting;
        if (!selecting) continue;
        const { policies, perhaps, rejected, unsupported } = selecting;
        for (const policy of [...policies, ...perhaps, ...rejected, ...unsupported]) {
          const position = positions.get(policy);
          if (position !== undefined) found.add(position);
        }
      }
    }
  };
  if (isEgress || !isIngress || isDoubted) add('Egress', source);
  if (isIngress || !isEgress || isDoubted) add('Ingress', destination);
  return [...found].sort((a, b) => a - b);
}

function portsOf(sets: PortSets, { definite, possible }: Passing): PassingPorts {
  const allowed = portList(sets, definite);
  const text = portText(sets, definite);
  if (definite === possible) return { allowed, text };
  return {
    allowed,
    unknown: portList(sets, sets.minus(possible, definite)),
    text: definite === PortSets.none ? t`cannot say` : t`${text}, the rest cannot be said`,
  };
}

/** Workloads one state has and the other has not. */
function missing({ space, units }: Evaluated, other: Evaluated): SomeEnds {
  const first: EndRef[] = [];
  let count = 0;
  for (const [index, { id }] of units.workloads.entries()) {
    if (other.units.indexOf(id) !== -1) continue;
    const { name = '', namespace = null } = space.cluster.workloads[index] ?? {};
    if (count++ < NAMED) first.push({ id, name, namespace });
  }
  return { count, first };
}
