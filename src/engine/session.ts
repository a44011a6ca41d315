import type { EntityExplanation, EntityId, FoldExplanation, PairExplanation } from './answer';
import type { Attempt, AttemptResult, Misread } from './attempt/attempt';
import type { Comparison } from './comparison/comparison';
import type { ExpectationResult } from './expectations/expectation';
import type { PlaceExplanation } from './evidence';
import { Pipeline } from './pipeline';
import type { Query, QueryAnswer } from './query';
import {
  atPlace,
  checkText,
  compare,
  decodeRegular,
  evaluateQuery,
  explainEntity,
  explainPair,
  parseDocument,
  proofread,
  runAttempt,
} from './retell';
import type { FileId } from './source';

/** A pipeline with everything at hand that can be asked of it. */
export class Session extends Pipeline {
  constructor() {
    super();
    this.readRegular = decodeRegular;
    this.parse = parseDocument;
    this.proofread = proofread;
  }

  /** Of the answer that is drawn; null when it knows no such entity. */
  explainPair(source: EntityId, destination: EntityId): PairExplanation | FoldExplanation | null {
    return this.drawn && explainPair(this.drawn, source, destination);
  }

  /** Of the answer that is drawn; null when it knows no such entity. */
  explainEntity(id: EntityId): EntityExplanation | null {
    return this.drawn && explainEntity(this.drawn, id);
  }

  /** What stands at an offset of a file; null: nothing of a policy. */
  atPlace(file: FileId, offset: number): PlaceExplanation | null {
    return this.drawn && this.scene && atPlace(this.drawn, this.scene, file, offset);
  }

  /** One question about the newest answer, complete or not; null before the first one. */
  query(query: Query): QueryAnswer | null {
    return this.evaluation && evaluateQuery(this.evaluation, query);
  }

  /** Checks the expectations among the newest text, or, where a text is given, those of it alone. */
  check(text: string | null = null): readonly ExpectationResult[] {
    return this.evaluation ? checkText(this.evaluation, text) : [];
  }

  /** The newest answer against that of another session, with so many rows of each kind; null before the first ones. */
  compareWith(before: Pipeline, rows: number): Comparison | null {
    if (!before.evaluation || !this.evaluation) return null;
    return compare(before.evaluation, this.evaluation, { rows, topology: null });
  }

  /** Plays a connection through, in the answer that is drawn; null before the first one. */
  attempt(attempt: Attempt): AttemptResult | Misread | null {
    return this.drawn && runAttempt(this.drawn, attempt);
  }
}
