import type { Evaluated } from '../evaluate/evaluated';
import type { Unit } from '../evaluate/ends';
import type { Row } from '../evaluate/row';
import type { NetworkPolicy } from '../model/policy';
import { appearances, type Appearance } from './appearance';
import type { CommonEnd } from './commonEnds';
import { rulesContent } from './policyContent';
import type { Refinement } from '../compile/refinement';

/** Ends that fare alike towards everybody, in the one state and in the other. */
export interface EndGroup {
  /** Positions among the common ends, ascending. */
  readonly members: readonly number[];
  readonly isOutside: boolean;
  /** Alone in its group, since how it fares depends on who is on its node. */
  readonly isHost: boolean;
  /** What leaves it may be something else: its rules say otherwise, or it is seen otherwise. */
  readonly egressMoved: boolean;
  readonly ingressMoved: boolean;
  /** Policies see something else in it than before. */
  readonly isAltered: boolean;
}

/** Sorts the common ends into groups, in the order of the first of each. */
export function groupEnds(
  before: Evaluated,
  after: Evaluated,
  ends: readonly CommonEnd[],
  refinement: Refinement,
): readonly EndGroup[] {
  const isSameCluster = before.space.cluster === after.space.cluster;
  const looks = isSameCluster ? null : appearances(before, after, refinement);
  const members = new Map<string, number[]>();
  const altered = ends.map((end) => looks !== null && isAltered(end, looks));
  for (const [index, end] of ends.entries()) {
    const isHost = isHostUnit(before, end.before) || isHostUnit(after, end.after);
    const key = isHost
      ? `host ${String(index)}`
      : `${end.before.end.classes.join()} ${end.after.end.classes.join()} ${String(altered[index])}`;
    const group = members.get(key);
    if (group) group.push(index);
    else members.set(key, [index]);
  }
  const isOther = before.space.premises !== after.space.premises;
  const sameRows = new RowComparison();
  return [...members.values()].flatMap((group): EndGroup[] => {
    const [first = -1] = group;
    const end = ends[first];
    if (!end) return [];
    const isSeenOtherwise = altered[first] === true;
    const moved = (type: 'Egress' | 'Ingress'): boolean =>
      isOther || isSeenOtherwise || !sameRows.areSame(before, after, end, type);
    return [
      {
        members: group,
        isOutside: end.after.end.pods.length === 0,
        isHost: isHostUnit(before, end.before) || isHostUnit(after, end.after),
        egressMoved: moved('Egress'),
        ingressMoved: moved('Ingress'),
        isAltered: isSeenOtherwise,
      },
    ];
  });
}

function isHostUnit({ space }: Evaluated, { end }: Unit): boolean {
  return end.classes.some((id) => {
    const one = space.classes[id];
    return one?.kind === 'pods' && one.example.hostNetwork;
  });
}

/** Parts of the outside are the same addresses by the way they were cut. */
function isAltered(end: CommonEnd, [then, now]: readonly [Appearance, Appearance]): boolean {
  if (end.after.end.pods.length === 0) return false;
  const isUniform = end.before.end.classes.length === 1 && end.after.end.classes.length === 1;
  return seen(end.before, then, isUniform) !== seen(end.after, now, isUniform);
}

/** Where all pods are alike it does not matter how many there are. */
function seen({ end: { pods } }: Unit, look: Appearance, isUniform: boolean): string {
  const looks = pods.map(look);
  return (isUniform ? [...new Set(looks)].sort() : looks).join('\n\n');
}

/** Whether rows of two states let the same through, to whoever looks the same in both. */
class RowComparison {
  readonly #ids = new Map<string, number>();
  readonly #known = new Map<Row, number>();

  areSame(before: Evaluated, after: Evaluated, end: CommonEnd, type: 'Egress' | 'Ingress'): boolean {
    const was = this.#rowsOf(before, end.before, type);
    const is = this.#rowsOf(after, end.after, type);
    return was.length === is.length && was.every((row, index) => row === is[index]);
  }

  /** One for the pods of one class, otherwise one per pod. */
  #rowsOf({ space, rows }: Evaluated, { end }: Unit, type: 'Egress' | 'Ingress'): readonly number[] {
    const classes =
      end.classes.length === 1 ? end.classes : end.pods.map((pod) => space.classOfPod[pod] ?? 0);
    const ids = classes.flatMap((id) => {
      const row = rows[type][id];
      return row ? [this.#idOf(row)] : [];
    });
    const [first] = ids;
    return first !== undefined && ids.every((id) => id === first) ? [first] : ids;
  }

  #idOf(row: Row): number {
    let id = this.#known.get(row);
    if (id === undefined) {
      const text = saidBy(row);
      id = this.#ids.get(text) ?? this.#ids.size;
      this.#ids.set(text, id);
      this.#known.set(row, id);
    }
    return id;
  }
}

function saidBy({ isolated, type, selecting }: Row): string {
  const { policies, perhaps, rejected, unsupported } = selecting;
  const content = (policy: NetworkPolicy): string => `${policy.namespace} ${rulesContent(policy, type)}`;
  const rules = policies.map(content).sort();
  const doubtful = perhaps.map((policy) => `? ${content(policy)}`).sort();
  const doubted = [
    rejected.length > 0,
    unsupported.length > 0,
    unsupported.every(({ isAboutOutside }) => isAboutOutside),
  ];
  return [isolated, ...doubted, ...rules, ...doubtful].join('\n');
}
