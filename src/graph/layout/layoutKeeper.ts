import type { Layout, LayoutInput } from './input';
import { layout } from './layout';

/** Remembers the last layout of each level, so that the next one moves nothing. */
export interface LayoutKeeper {
  /** The last layout of the input's level; null before the first. */
  last(this: void, input: LayoutInput): Layout | null;
  place(this: void, input: LayoutInput): Layout;
  keep(this: void, input: LayoutInput, made: Layout): void;
}

/** A keeper that remembers nothing yet. */
export function createLayoutKeeper(): LayoutKeeper {
  const kept = new Map<LayoutInput['level'], Layout>();
  const last = (input: LayoutInput): Layout | null => kept.get(input.level) ?? null;
  return {
    last,
    place: (input) => {
      const made = layout(input, last(input));
      kept.set(input.level, made);
      return made;
    },
    keep: (input, made) => {
      kept.set(input.level, made);
    },
  };
}
