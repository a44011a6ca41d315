import type { Evaluated } from '../evaluate/evaluated';
import type { Workload } from '../model/fold';
import type { PolicyType } from '../model/policy';
import type { Closure, DirectionCoverage } from './coverage';

/** The pods of a workload that policies can have an effect on: those with a network of their own. */
export function ownPods({ space }: Evaluated, { pods }: Workload): readonly number[] {
  return pods.some((pod) => space.cluster.pods[pod]?.hostNetwork)
    ? pods.filter((pod) => space.cluster.pods[pod]?.hostNetwork === false)
    : pods;
}

type Isolated = 'yes' | 'no' | 'maybe';

/** By class id; the row of a class says it. */
function isolatedClasses({ rows }: Evaluated, type: PolicyType): readonly Isolated[] {
  return rows[type].map(({ isolated, mayBeIsolated }) => (isolated ? 'yes' : mayBeIsolated ? 'maybe' : 'no'));
}

/** Counts workloads by how far they are isolated; one counter serves one direction. */
export class IsolationCounter {
  readonly #state: Evaluated;
  readonly #classes: readonly Isolated[];

  constructor(state: Evaluated, type: PolicyType) {
    this.#state = state;
    this.#classes = isolatedClasses(state, type);
  }

  /** Over the given workloads. */
  of(workloads: readonly Workload[]): DirectionCoverage {
    const { classOfPod } = this.#state.space;
    const counts = { closed: 0, partly: 0, open: 0, unknown: 0 };
    const all = { yes: 0, no: 0, maybe: 0 };
    for (const workload of workloads) {
      const own = { yes: 0, no: 0, maybe: 0 };
      for (const pod of ownPods(this.#state, workload)) own[this.#classes[classOfPod[pod] ?? 0] ?? 'no']++;
      const closure = closureOf(own);
      if (closure !== 'exempt') counts[closure]++;
      all.yes += own.yes;
      all.no += own.no;
      all.maybe += own.maybe;
    }
    const pods = all.yes + all.no + all.maybe;
    return { closure: closureOf(all), ...counts, isolatedPods: all.yes, doubtfulPods: all.maybe, pods };
  }
}

/** Some closed and some open is "partly", whatever the rest is. */
function closureOf({ yes, no, maybe }: Readonly<Record<Isolated, number>>): Closure {
  if (yes > 0 && no > 0) return 'partly';
  if (maybe > 0) return 'unknown';
  if (yes > 0) return 'closed';
  return no > 0 ? 'open' : 'exempt';
}
