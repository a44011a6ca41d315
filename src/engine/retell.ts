import type { EntityExplanation, EntityId, FoldExplanation, PairExplanation } from './answer';
import { explainEntity as entityOf } from './explain/explainEntity';
import { explainFold } from './explain/explainFold';
import { explainPair as pairOf } from './explain/explainPair';
import { findPart } from './explain/parts';
import type { Evaluation } from './pipeline';

/**
 * Everything that is asked about an evaluation after its picture: not needed for the first one, so whoever draws it may
 * load this file later, together with the fast reader.
 */
export { runAttempt } from './attempt/runAttempt';
export { suggest } from './attempt/suggest';
export { decodeRegular } from './model/decodeRegular';
export { evaluateQuery } from './query';

/** One pair, or all pairs of two folded ends; null when there is no such entity. */
export function explainPair(
  state: Evaluation,
  source: EntityId,
  destination: EntityId,
): PairExplanation | FoldExplanation | null {
  const from = findPart(state, source);
  const to = findPart(state, destination);
  if (!from || !to) return null;
  return from.named && to.named ? pairOf(state, from.named, to.named) : explainFold(state, from, to);
}

/** One entity, whether or not it has a card; null when there is none. */
export function explainEntity(state: Evaluation, id: EntityId): EntityExplanation | null {
  const part = findPart(state, id);
  return part && entityOf(state, part);
}
