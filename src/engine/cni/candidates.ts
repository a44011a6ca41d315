import type { Unit } from '../evaluate/ends';
import type { Evaluated } from '../evaluate/evaluated';
import { relation, type End } from '../evaluate/pair';
import { rulesOf, type Row } from '../evaluate/row';
import type { PolicyType } from '../model/policy';

/** By index of a workload: 1 where one side may say something else of it under the other profile. */
type Marks = Uint8Array;

/**
 * The ordered pairs of workloads that may fare otherwise in two evaluations of the same objects that differ only in what
 * an ipBlock matches and in whether a pod always reaches its own node. Others need not be judged: no rule with an ipBlock
 * decides about them, or it says the same.
 */
export class Candidates {
  readonly #one: Evaluated;
  readonly #other: Evaluated;
  /** By index of a workload: its faces in both, one after the other. */
  readonly #faces: readonly (readonly number[])[];
  readonly #known = new Map<Row, Map<Row, Marks | null>>();
  readonly #entering: (Marks | null)[] = [];
  /** Workloads on the host network. */
  readonly #hosts: readonly number[];

  constructor(one: Evaluated, other: Evaluated) {
    this.#one = one;
    this.#other = other;
    this.#hosts = one.units.workloads.flatMap(({ end }, index) => (isOnHost(one, end) ? [index] : []));
    this.#faces = one.units.workloads.map(({ end }) =>
      representatives(one, end).flatMap((pod) => {
        const twins = facesOf(other, pod);
        return facesOf(one, pod).flatMap((face, at) => [face, twins[at] ?? 0]);
      }),
    );
  }

  /** Has to run to its end before `from` is asked; pauses now and then. */
  *prepare(): Generator<undefined> {
    for (const unit of this.#one.units.workloads) {
      this.#entering.push(this.#marksOf(unit, 'Ingress'));
      yield;
    }
  }

  /** Indices of the workloads whose pairs with this source may differ. */
  from(source: number): readonly number[] {
    const unit = this.#one.units.workloads[source];
    const leaving = unit ? this.#marksOf(unit, 'Egress') : null;
    const ownNodes = unit ? this.#ownNodesOf(unit) : null;
    const found: number[] = [];
    for (const [destination, entering] of this.#entering.entries()) {
      if (destination === source) continue;
      const isMarked = leaving?.[destination] === 1 || entering?.[source] === 1;
      if (isMarked || ownNodes?.has(destination) === true) found.push(destination);
    }
    return found;
  }

  /** Null: it may send to anyone, and so to its own node under every profile. */
  #ownNodesOf(unit: Unit): ReadonlySet<number> | null {
    const { rows, units } = this.#one;
    if (unit.end.classes.every((id) => rows.Egress[id]?.isOpen !== false)) return null;
    const { workloads } = units;
    return new Set(
      this.#hosts.filter((index) => {
        const host = workloads[index];
        return host !== undefined && reachesOwnNode(this.#one, unit, host);
      }),
    );
  }

  /** Null: this side says the same of everyone. */
  #marksOf({ end }: Unit, type: PolicyType): Marks | null {
    let sum: Marks | null = null;
    for (const pod of representatives(this.#one, end)) {
      const [one, other] = [rowOf(this.#one, pod, type), rowOf(this.#other, pod, type)];
      const marks = one && other ? this.#marksOfRows(one, other) : null;
      if (marks === null) continue;
      sum = sum === null ? marks : sum.map((mark, index) => mark | (marks[index] ?? 0));
    }
    return sum;
  }

  #marksOfRows(one: Row, other: Row): Marks | null {
    const known = this.#known.get(one)?.get(other);
    if (known !== undefined) return known;
    const marks = namesBlock(one) ? this.#compare(one, other) : null;
    const own = this.#known.get(one) ?? new Map<Row, Marks | null>();
    this.#known.set(one, own.set(other, marks));
    return marks;
  }

  #compare(one: Row, other: Row): Marks | null {
    const marks = new Uint8Array(this.#faces.length);
    const [here, there] = [one.fill(), other.fill()];
    let isAny = false;
    for (let index = 0; index < marks.length; index++) {
      const faces = this.#faces[index] ?? [];
      for (let at = 0; at < faces.length; at += 2) {
        const [face = 0, twin = 0] = [faces[at], faces[at + 1]];
        if (here.definite[face] === there.definite[twin] && here.possible[face] === there.possible[twin])
          continue;
        marks[index] = 1;
        isAny = true;
      }
    }
    return isAny ? marks : null;
  }
}

/** Some pod of the source is sure to reach the destination, for it runs there. */
export function reachesOwnNode({ space }: Evaluated, source: Unit, destination: Unit): boolean {
  return relation(space, source.end, destination.end).destinationIsNode !== 'never';
}

function isOnHost({ space }: Evaluated, { pods }: End): boolean {
  return pods.some((pod) => space.cluster.pods[pod]?.hostNetwork === true);
}

function rowOf({ space, rows }: Evaluated, pod: number, type: PolicyType): Row | undefined {
  return rows[type][space.classOfPod[pod] ?? 0];
}

/** One per address family of the pod, in the same order in every space. */
function facesOf({ space }: Evaluated, pod: number): readonly number[] {
  return space.classes[space.classOfPod[pod] ?? 0]?.faces.map(({ id }) => id) ?? [];
}

/** A pod of each class. Where ipBlocks match less, classes become fewer, so pods of one class stay together. */
function representatives({ space }: Evaluated, { classes, pods }: End): readonly number[] {
  if (classes.length === 1) return pods.slice(0, 1);
  return classes.flatMap((id) => pods.find((pod) => space.classOfPod[pod] === id) ?? []);
}

function namesBlock({ selecting, type }: Row): boolean {
  return selecting.policies.some((policy) =>
    rulesOf(policy, type).some(({ peers }) => peers.some(({ kind }) => kind === 'ipBlock')),
  );
}
