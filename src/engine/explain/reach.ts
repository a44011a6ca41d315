import { REACH_ROWS, Tone, type EndRef, type Reach, type ReachRow, type ReachShelf } from '../answer';
import { PortSets } from '../compile/portSet';
import { isInPart } from '../evaluate/cells';
import type { Unit } from '../evaluate/ends';
import type { Evaluated } from '../evaluate/evaluated';
import { Judge } from '../evaluate/judge';
import { portText } from './portText';
import { refsOf } from './parts';

/** How the pairs from each of the sources to each of the destinations fare, counted exactly; the first are listed. */
export function reachOf(state: Evaluated, sources: readonly Unit[], destinations: readonly Unit[]): Reach {
  const judge = new Judge(state.space, state.sets, state.rows);
  const ref = remembering(refsOf(state));
  const all = new Shelf();
  const some = new Shelf();
  const undecided = new Shelf();
  const open = new Shelf();
  const blocked = new Shelf();
  const shelfOf = (tone: Tone): Shelf | null => {
    switch (tone) {
      case Tone.none:
        return null;
      case Tone.allowed:
        return all;
      case Tone.partial:
        return some;
      case Tone.unknown:
        return undecided;
      case Tone.open:
        return open;
      case Tone.blockedEgress:
      case Tone.blockedIngress:
        return blocked;
    }
  };
  const list = (from: readonly Unit[], to: readonly Unit[]): void => {
    const ends = to.map((unit) => judge.side(unit));
    for (const source of from) {
      const start = judge.side(source);
      for (const end of ends) {
        const verdict = judge.judge(start, end);
        if (verdict === null) continue;
        shelfOf(verdict.tone)?.add(() => ({
          source: ref(source),
          destination: ref(end.unit),
          tone: verdict.tone,
          ports: isInPart(verdict) ? '' : portText(state.sets, verdict.definite),
          passes: verdict.definite !== PortSets.none,
        }));
      }
    }
  };
  const [fromOutside, fromInside] = [sources.filter(isOutside), sources.filter(isInside)];
  list(fromOutside, destinations);
  list(fromInside, destinations.filter(isOutside));
  list(fromInside, destinations.filter(isInside));
  const passing = [all, some, undecided];
  return {
    undecided: undecided.count,
    passing: {
      count: passing.reduce((sum, { count }) => sum + count, 0),
      rows: passing.flatMap(({ rows }) => rows).slice(0, REACH_ROWS),
    },
    open: open.told,
    blocked: blocked.told,
  };
}

const isInside = ({ end }: Unit): boolean => end.pods.length > 0;
const isOutside = (unit: Unit): boolean => !isInside(unit);

class Shelf {
  count = 0;
  readonly rows: ReachRow[] = [];

  add(row: () => ReachRow): void {
    this.count++;
    if (this.rows.length < REACH_ROWS) this.rows.push(row());
  }

  get told(): ReachShelf {
    return { count: this.count, rows: this.rows };
  }
}

function remembering(ref: (unit: Unit) => EndRef): (unit: Unit) => EndRef {
  const known = new Map<Unit, EndRef>();
  return (unit) => {
    let one = known.get(unit);
    if (!one) known.set(unit, (one = ref(unit)));
    return one;
  };
}
