import type { Evaluated } from '../evaluate/evaluated';
import type { NetworkPolicy } from '../model/policy';

/** Whom the policies select, whether or not anything enforces them. */
export interface Selection {
  /** By class id: 1 when a policy selects its pods. */
  readonly selected: Uint8Array;
  /** Policies that select no pod. */
  readonly idle: readonly NetworkPolicy[];
}

/** Asks every policy for the classes of pods it selects. */
export function selectionOf({ space, book }: Evaluated): Selection {
  const selected = new Uint8Array(space.classes.length);
  const idle: NetworkPolicy[] = [];
  for (const policy of book.policies) {
    const span = space.spans.get(policy.namespace);
    const ids = span ? space.selectedIn(span, policy.podSelector) : [];
    if (ids.length === 0) idle.push(policy);
    for (const id of ids) selected[id] = 1;
  }
  return { selected, idle };
}
