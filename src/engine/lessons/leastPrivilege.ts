import { n, t } from '../../language/t';
import type { EndRef } from '../answer';
import { commonEnds, type CommonEnd } from '../comparison/commonEnds';
import { findChanges, type ChangedBlock } from '../comparison/changedPairs';
import { groupEnds } from '../comparison/endGroups';
import { refine } from '../compile/refinement';
import { PortSets, type PortSetId } from '../compile/portSet';
import type { Evaluated } from '../evaluate/evaluated';
import type { Expectation } from '../expectations/expectation';
import { portText } from '../explain/portText';
import { EXTRA_PAIRS, type LeastPrivilege } from './lesson';
import { toleranceOf } from './tolerance';

/** A pair that passes more than it should, or may. The outside is one end, whatever part of it is meant. */
interface Extra {
  readonly from: number;
  readonly to: number;
  /** More than one part of the outside is concerned. */
  isSeveral: boolean;
  /** Nothing of it passes in the solution. */
  isNew: boolean;
  certain: PortSetId;
  possible: PortSetId;
}

/** What passes now and does not in the solution, over all pairs of the workloads both have, and with the outside. */
export function leastPrivilege(
  solution: Evaluated,
  now: Evaluated,
  tolerated: readonly Expectation[],
): LeastPrivilege {
  const refinement = refine(solution.space, now.space);
  const ends = commonEnds(solution, now, refinement);
  const groups = groupEnds(solution, now, ends, refinement);
  const tolerance = toleranceOf(now, tolerated);
  const { sets } = now;
  const extras = new Map<string, Extra>();
  const note = ({ from, to, before, after }: ChangedBlock): void => {
    const possible = sets.minus(after.possible, before.possible);
    if (possible === PortSets.none) return;
    const certain = sets.minus(after.definite, before.possible);
    const isNew = before.possible === PortSets.none;
    for (const a of from) {
      for (const b of to) {
        if (a === b) continue;
        const [source, destination] = [ends[a]?.after, ends[b]?.after];
        if (!source || !destination) continue;
        const fine = tolerance(source.id, destination.id);
        const extra = { certain: sets.minus(certain, fine), possible: sets.minus(possible, fine) };
        if (extra.possible === PortSets.none) continue;
        const key = [source, destination]
          .map(({ id, end }) => (end.pods.length > 0 ? id : 'outside'))
          .join('\n');
        const known = extras.get(key);
        if (!known) {
          extras.set(key, { from: a, to: b, isSeveral: false, isNew, ...extra });
          continue;
        }
        known.isSeveral = true;
        known.isNew ||= isNew;
        known.certain = sets.union(known.certain, extra.certain);
        known.possible = sets.union(known.possible, extra.possible);
      }
    }
  };
  for (const steps = findChanges(solution, now, ends, groups, note); steps.next().done !== true;);
  return told(now, ends, [...extras.values()]);
}

function told(now: Evaluated, ends: readonly CommonEnd[], extras: readonly Extra[]): LeastPrivilege {
  const isCertain = ({ certain }: Extra): boolean => certain !== PortSets.none;
  const sorted = extras.toSorted(
    (a, b) => Number(isCertain(b)) - Number(isCertain(a)) || a.from - b.from || a.to - b.to,
  );
  const rows = sorted.slice(0, EXTRA_PAIRS).map((extra) => ({
    source: endName(ends[extra.from], extra.isSeveral),
    destination: endName(ends[extra.to], extra.isSeveral),
    ports: portText(now.sets, isCertain(extra) ? extra.certain : extra.possible),
  }));
  const certain = extras.filter(isCertain);
  const pairs = certain.filter(({ isNew }) => isNew).length;
  const wider = certain.length - pairs;
  const undecided = extras.length - certain.length;
  const status = certain.length > 0 ? 'exceeded' : undecided > 0 ? 'cannot-say' : 'kept';
  return { status, sentence: sentenceOf(pairs, wider, undecided), pairs, wider, undecided, rows };
}

function endName(end: CommonEnd | undefined, isSeveral: boolean): EndRef {
  if (!end) return { id: '', name: '', namespace: null };
  const { id, name, namespace } = end.told();
  return isSeveral && namespace === null
    ? { id: 'outside', name: t`outside`, namespace }
    : { id, name, namespace };
}

function sentenceOf(pairs: number, wider: number, undecided: number): string {
  if (pairs + wider > 0) {
    const opened = n(pairs)`one other pair|${pairs} other pairs`;
    const ports = n(wider)`more ports than needed on one pair|more ports than needed on ${wider} pairs`;
    if (wider === 0) return t`You also opened ${opened}.`;
    return pairs === 0 ? t`You opened ${ports}.` : t`You also opened ${opened}, and ${ports}.`;
  }
  if (undecided === 0) return t`Nothing is open beyond what is needed.`;
  return n(
    undecided,
  )`Nobody can say whether more than needed is open on one pair.|Nobody can say whether more than needed is open on ${undecided} pairs.`;
}
