import type { Evaluated } from '../../evaluate/evaluated';
import type { NetworkPolicy } from '../../model/policy';
import { classesSelected, workloadsOf } from './classes';

/** Of policies that select a workload the one that selects the fewest, for an edit of it to change as little as can be. */
export function narrowestOf(state: Evaluated, policies: readonly NetworkPolicy[]): NetworkPolicy | null {
  let best: NetworkPolicy | null = null;
  let least = Infinity;
  for (const policy of policies) {
    const count = workloadsOf(state, classesSelected(state, policy)).length;
    if (count < least) [best, least] = [policy, count];
  }
  return best;
}
