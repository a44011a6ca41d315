import type { EntityExplanation, EntityId, FoldExplanation, PairExplanation } from './answer';
import { explainEntity as entityOf } from './explain/explainEntity';
import { explainFold } from './explain/explainFold';
import { explainPair as pairOf } from './explain/explainPair';
import { nearMisses } from './explain/nearMisses';
import { findPart } from './explain/parts';
import type { Evaluation } from './pipeline';

/**
 * Everything that is asked about an evaluation after its picture: not needed for the first one, so whoever draws it may
 * load this file later, together with the fast readers.
 */
export { allowing } from './allow/allowing';
export { runAttempt } from './attempt/runAttempt';
export { atPlace } from './explain/atPlace';
export { suggest } from './attempt/suggest';
export { checkText } from './expectations/checkExpectations';
export { expectationBetween } from './expectations/draft';
export { parseDocument } from './parse/parseDocument';
export { proofread } from './expectations/readExpectations';
export { cniDifferencesOf } from './cni/differencesOf';
export { compare } from './comparison/compare';
export { PinnedBaseline } from './comparison/pinnedBaseline';
export { coverageOf, unselectedIn } from './coverage/coverageOf';
export { FindingBook } from './findings/findings';
export { filterHints } from './filter/hints';
export { runFilter } from './filter/runFilter';
export { waypoints } from './filter/waypoints';
export { LessonBook } from './lessons/lessonBook';
export { proveLesson } from './lessons/proveLesson';
export { readLesson } from './lessons/readLesson';
export { writeLesson } from './lessons/writeLesson';
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
  if (!from.named || !to.named) return explainFold(state, from, to);
  const pair = pairOf(state, from.named, to.named);
  return { ...pair, nearMisses: nearMisses(state, from.named, to.named, pair.tone) };
}

/** One entity, whether or not it has a card; null when there is none. */
export function explainEntity(state: Evaluation, id: EntityId): EntityExplanation | null {
  const part = findPart(state, id);
  return part && entityOf(state, part);
}
