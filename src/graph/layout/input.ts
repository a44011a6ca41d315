import type { Box } from '../geometry/box';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * How a cluster is laid out: few workloads stand where they see each other, many on a map of territories. Where a card
 * is a pod by default, there is more room for each workload. Chosen by the cluster and the level; never by what is folded.
 */
export type Plan = 'rings' | 'rings of pods' | 'map' | 'map of pods';

/** What has to be placed: nothing in it depends on what a policy allows. */
export interface LayoutInput {
  /** Same id, same content. */
  readonly id: string;
  /** Pictures of different plans do not inherit places from each other. */
  readonly plan: Plan;
  /** Nor do those of different workspaces. */
  readonly workspace: number;
  readonly frames: readonly FrameInput[];
}

export interface FrameInput {
  readonly id: string;
  /** ring: all cards see each other. grid: many cards, close together. column: one below the other. */
  readonly arrangement: 'ring' | 'grid' | 'column';
  /** The world outside the cluster stands at the left. */
  readonly outside: boolean;
  /** In reading order; none where the frame stands for all of them. */
  readonly cards: readonly CardInput[];
  /** Room to keep for the cards of a frame that lists none. */
  readonly room: Size;
}

/** A workload's place, whether it is drawn as one card, as its pods, or as part of a fold. */
export interface CardInput extends Size {
  readonly id: string;
  /** The size is only a guess: one it had before is better. */
  readonly guessed: boolean;
}

/** Where everything sits, in the picture's own units. */
export interface Layout {
  readonly id: string;
  readonly workspace: number;
  /** Id of the input that was laid out afresh, before newcomers joined. */
  readonly origin: string;
  /** By card id; of folded frames too, once their cards were known. */
  readonly cards: ReadonlyMap<string, Box>;
  /** The border of every frame: its territory. */
  readonly frames: ReadonlyMap<string, Box>;
  /** Which cards stand in which frame, by its id. */
  readonly members: ReadonlyMap<string, readonly CardInput[]>;
}
