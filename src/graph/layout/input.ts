import type { Box } from '../geometry/box';
import type { DrawnLevel } from '../picture/level';

/** What has to be placed: nothing in it depends on what a policy allows. */
export interface LayoutInput {
  /** Same id, same content. */
  readonly id: string;
  /** Pictures of different levels do not inherit places from each other. */
  readonly level: DrawnLevel;
  readonly frames: readonly FrameInput[];
}

export interface FrameInput {
  readonly id: string;
  /** ring: all cards see each other. plaza: rows with room for lines. grid: many cards, close together. column: one below the other. */
  readonly arrangement: 'ring' | 'plaza' | 'grid' | 'column';
  /** The world outside the cluster stands at the left. */
  readonly outside: boolean;
  /** Whether a border and a title are drawn around the cards. */
  readonly framed: boolean;
  /** In reading order. */
  readonly cards: readonly CardInput[];
}

export interface CardInput {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

/** Where every card sits, by card id, in the picture's own units; frames follow from their cards. */
export interface Layout {
  readonly id: string;
  /** Id of the input that was laid out afresh, before newcomers joined. */
  readonly origin: string;
  readonly cards: ReadonlyMap<string, Box>;
}
