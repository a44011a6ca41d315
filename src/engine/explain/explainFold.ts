import type { FoldExplanation } from '../answer';
import type { Evaluated } from '../evaluate/evaluated';
import type { Part } from './parts';
import { reachOf } from './reach';

/** All pairs between two parts of which at least one is folded; of a part with itself, those inside it. */
export function explainFold(state: Evaluated, from: Part, to: Part): FoldExplanation {
  return {
    kind: 'fold',
    source: from.id,
    destination: to.id,
    pairs: reachOf(state, from.units, to.units),
  };
}
