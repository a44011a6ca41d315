import { PortSets, type PortSetId } from '../compile/portSet';
import type { Evaluated } from '../evaluate/evaluated';
import { Judge, type Side } from '../evaluate/judge';
import { judge } from '../evaluate/pair';
import type { AskedPorts } from './askedPorts';
import { OFFENDERS, type Want } from './expectation';
import type { Party } from './parties';

/** How all pairs of two ends fare against what is wanted of them. */
export interface Tally {
  readonly pairs: number;
  readonly broken: number;
  readonly undecided: number;
  /** The first of both, the certain ones first. */
  readonly offenders: readonly OffendingPair[];
  /** What certainly passes for all pairs, … */
  readonly definite: PortSetId;
  /** … and what can pass for any. */
  readonly possible: PortSetId;
}

interface OffendingPair {
  readonly from: Party;
  readonly to: Party;
  readonly isCertain: boolean;
  /** The ports that should pass and do not, or that pass and should not; null: there is no port of the asked name. */
  readonly ports: AskedPorts;
}

/** Parties that fare alike with everybody: one pair of them is judged for all. */
interface Bucket {
  readonly parties: Party[];
  readonly class: number;
  readonly side: Side;
  readonly asked: AskedPorts;
  readonly isOutside: boolean;
  /** Whether they are meant at all is not known. */
  readonly mayBe: boolean;
  /** What was found of a pair that passes exactly this set; shared by all that are asked for the same ports. */
  readonly judged: (Wrong | null)[];
  /** The pods of those who have only one. */
  readonly pods: Set<number>;
}

/** Judges every ordered pair; of parties no policy can tell apart, one for all. */
export function tallyPairs(
  state: Evaluated,
  want: Want,
  from: readonly Party[],
  to: readonly Party[],
  asked: (destination: Party) => AskedPorts,
): Tally {
  const { space, sets, rows } = state;
  const quick = new Judge(space, sets, rows);
  const sources = buckets(state, quick, from, () => PortSets.none);
  const destinations = buckets(state, quick, to, asked);
  const offenders: OffendingPair[] = [];
  let pairs = 0;
  let broken = 0;
  let undecided = 0;
  let definite = PortSets.all;
  let possible = PortSets.none;
  for (const source of sources) {
    for (const destination of destinations) {
      const count = countPairs(source, destination);
      if (count === 0) continue;
      const mayBe = source.mayBe || destination.mayBe;
      // Where nobody need be, there is nobody who needs to get through.
      if (mayBe && want === 'allow') continue;
      const verdict =
        quick.judge(source.side, destination.side) ??
        judge(space, sets, rows, source.side.unit.end, destination.side.unit.end);
      if (!mayBe) pairs += count;
      const isDecided = verdict.definite === verdict.possible;
      let wrong = isDecided ? destination.judged[verdict.definite] : undefined;
      if (wrong === undefined) {
        wrong = wrongOf(sets, want, destination.asked, verdict);
        if (isDecided) destination.judged[verdict.definite] = wrong;
        definite = sets.intersect(definite, verdict.definite);
        possible = sets.union(possible, verdict.possible);
      }
      if (wrong === null) continue;
      if (mayBe) {
        wrong = { ...wrong, isCertain: false };
        pairs += count;
      }
      if (wrong.isCertain) broken += count;
      else undecided += count;
      collect(offenders, source, destination, wrong);
    }
  }
  return { pairs, broken, undecided, offenders, definite, possible };
}

interface Wrong {
  readonly isCertain: boolean;
  readonly ports: AskedPorts;
}

/** Null: the pair is as it should be. */
function wrongOf(
  sets: PortSets,
  want: Want,
  asked: AskedPorts,
  { definite, possible }: { readonly definite: PortSetId; readonly possible: PortSetId },
): Wrong | null {
  if (asked === null) return { isCertain: true, ports: null };
  if (want === 'allow') {
    if (sets.includes(definite, asked)) return null;
    const shut = sets.minus(asked, possible);
    return shut === PortSets.none
      ? { isCertain: false, ports: sets.minus(asked, definite) }
      : { isCertain: true, ports: shut };
  }
  const open = sets.intersect(possible, asked);
  if (open === PortSets.none) return null;
  const certain = sets.intersect(definite, asked);
  return certain === PortSets.none ? { isCertain: false, ports: open } : { isCertain: true, ports: certain };
}

function buckets(
  { space }: Evaluated,
  quick: Judge,
  parties: readonly Party[],
  asked: (party: Party) => AskedPorts,
): readonly Bucket[] {
  const found = new Map<string, Bucket>();
  const judgedBy = new Map<AskedPorts, (Wrong | null)[]>();
  for (const party of parties) {
    const { unit, pod, mayBe } = party;
    const { classes, family } = unit.end;
    const [first = -1, another] = classes;
    const one = space.classes[first];
    // Whether a pod is on the own node of another is a matter of the pods, not of their classes.
    const isAlike = another === undefined && !(one?.kind === 'pods' && one.example.hostNetwork);
    const ports = asked(party);
    const key = `${isAlike ? String(first) : unit.id} ${String(family ?? '')} ${String(ports)} ${String(mayBe)}`;
    let bucket = found.get(key);
    if (!bucket) {
      const judged = judgedBy.get(ports) ?? [];
      judgedBy.set(ports, judged);
      const isOutside = unit.end.pods.length === 0;
      const side = quick.side(unit);
      bucket = { parties: [], class: first, side, asked: ports, isOutside, mayBe, judged, pods: new Set() };
      found.set(key, bucket);
    }
    bucket.parties.push(party);
    if (pod !== null) bucket.pods.add(pod);
  }
  return [...found.values()];
}

/** A pod with itself is no pair, and neither are two places outside. */
function countPairs(source: Bucket, destination: Bucket): number {
  if (source.isOutside && destination.isOutside) return 0;
  const all = source.parties.length * destination.parties.length;
  if (source.class !== destination.class) return all;
  let same = 0;
  for (const pod of source.pods) if (destination.pods.has(pod)) same++;
  return all - same;
}

/** Keeps the first ones, those that are certain before the others. */
function collect(offenders: OffendingPair[], source: Bucket, destination: Bucket, wrong: Wrong): void {
  const last = offenders[OFFENDERS - 1];
  if (last !== undefined && (last.isCertain || !wrong.isCertain)) return;
  let certain = offenders.findIndex(({ isCertain }) => !isCertain);
  if (certain === -1) certain = offenders.length;
  let at = wrong.isCertain ? certain : offenders.length;
  for (const from of source.parties) {
    for (const to of destination.parties) {
      if (at >= OFFENDERS) return;
      if (from.pod !== null && from.pod === to.pod) continue;
      offenders.splice(at++, 0, { from, to, ...wrong });
      if (offenders.length > OFFENDERS) offenders.pop();
    }
  }
}
