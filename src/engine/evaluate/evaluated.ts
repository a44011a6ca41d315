import type { EntityId } from '../answer';
import type { PolicyBook } from '../compile/policyBook';
import type { PortSets } from '../compile/portSet';
import type { Space } from '../compile/space';
import type { Locate, Texts } from '../locate';
import type { Units } from './ends';
import type { End } from './pair';
import type { Rows } from './rows';

/** Everything a verdict was made of. */
export interface Evaluated {
  readonly space: Space;
  readonly sets: PortSets;
  readonly rows: Rows;
  readonly book: PolicyBook;
  readonly units: Units;
  readonly locate: Locate;
}

/** The same with the texts it was read from. */
export interface EvaluatedText extends Evaluated {
  readonly texts: Texts;
}

/** One end with the names people know it by. */
export interface NamedEnd {
  readonly id: EntityId;
  readonly name: string;
  readonly end: End;
}
