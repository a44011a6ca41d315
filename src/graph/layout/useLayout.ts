import { useEffect, useReducer, useState } from 'react';
import type { Layout, LayoutInput } from './input';
import { createLayoutKeeper } from './layoutKeeper';

interface KeptLayout {
  /** Null until the first one is ready. */
  readonly layout: Layout | null;
  /** It is the one of this input. */
  readonly isCurrent: boolean;
  /** Lays out afresh, forgetting what grew over time. */
  readonly tidy: () => void;
}

/** The layout of the input; while it is being made, the one before it of the same plan. */
export function useLayout(input: LayoutInput): KeptLayout {
  const [keeper] = useState(createLayoutKeeper);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const isCurrent = keeper.isCurrent(input);
  useEffect(() => (isCurrent ? undefined : keeper.ask(input, redraw)), [isCurrent, keeper, input]);
  useEffect(() => keeper.dispose, [keeper]);
  return {
    layout: keeper.last(input),
    isCurrent,
    tidy: () => {
      keeper.forget();
      redraw();
    },
  };
}
