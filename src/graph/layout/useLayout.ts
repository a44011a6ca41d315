import { useEffect, useMemo, useState } from 'react';
import type { Layout, LayoutInput } from './input';
import { layoutFar } from './layoutFar';
import { createLayoutKeeper } from './layoutKeeper';

/** Up to here laying out takes less time than asking a worker. */
const NEAR_MOST = 100;

interface KeptLayout {
  /** Null until the first one is ready. */
  readonly layout: Layout | null;
  /** Lays out afresh, forgetting what grew over time. */
  readonly tidy: () => void;
}

/** The layout of the input; while a large one is being made, the one before it. */
export function useLayout(input: LayoutInput): KeptLayout {
  // A new keeper has forgotten everything.
  const [keeper, setKeeper] = useState(createLayoutKeeper);
  const [far, setFar] = useState<Layout | null>(null);
  const cards = input.frames.reduce((sum, frame) => sum + frame.cards.length, 0);
  const isNear = cards <= NEAR_MOST;
  const near = useMemo(() => (isNear ? keeper.place(input) : null), [isNear, keeper, input]);
  useEffect(() => {
    if (isNear) return undefined;
    return layoutFar({ input, previous: keeper.last(input) }, (made) => {
      keeper.keep(input, made);
      setFar(made);
    });
  }, [isNear, keeper, input]);
  return {
    layout: near ?? far,
    tidy: () => {
      setKeeper(createLayoutKeeper());
    },
  };
}
