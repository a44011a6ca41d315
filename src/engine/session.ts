import type { EntityExplanation, EntityId, FoldExplanation, PairExplanation } from './answer';
import type { Attempt, AttemptResult } from './attempt/attempt';
import { Pipeline } from './pipeline';
import type { Query, QueryAnswer } from './query';
import { decodeRegular, evaluateQuery, explainEntity, explainPair, runAttempt } from './retell';

/** A pipeline with everything at hand that can be asked of it. */
export class Session extends Pipeline {
  constructor() {
    super();
    this.readRegular = decodeRegular;
  }

  /** Of the answer that is drawn; null when it knows no such entity. */
  explainPair(source: EntityId, destination: EntityId): PairExplanation | FoldExplanation | null {
    return this.drawn && explainPair(this.drawn, source, destination);
  }

  /** Of the answer that is drawn; null when it knows no such entity. */
  explainEntity(id: EntityId): EntityExplanation | null {
    return this.drawn && explainEntity(this.drawn, id);
  }

  /** One question about the newest answer, complete or not; null before the first one. */
  query(query: Query): QueryAnswer | null {
    return this.evaluation && evaluateQuery(this.evaluation, query);
  }

  /** Plays a connection through, in the answer that is drawn; null: there is no such client. */
  attempt(attempt: Attempt): AttemptResult | null {
    return this.drawn && runAttempt(this.drawn, attempt);
  }
}
