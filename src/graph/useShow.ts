import {
  getViewportForBounds,
  useReactFlow,
  useStoreApi,
  type FitViewOptions,
  type Viewport,
} from '@xyflow/react';
import { useCallback } from 'react';
import type { Box } from './geometry/box';

/** A map of a hundred namespaces fits the pane at this. */
export const FARTHEST = 0.02;

/** How a picture fills the pane. */
export const FIT = { padding: 0.05, maxZoom: 1.25 };

/** What was gone into leaves room for the way back, which stands above it. */
export const FIT_ENTERED = { x: 0.1, bottom: 0.1, top: '44px' } as const;

export interface Showing {
  /** Of the pane: a share on each side, or pixels. */
  readonly padding: NonNullable<FitViewOptions['padding']>;
  readonly maxZoom: number;
  /** Milliseconds on the way; without: at once. */
  readonly duration?: number;
}

/** The viewport in which a box fills a pane of this size. */
export const fitting = (
  box: Box,
  width: number,
  height: number,
  { padding, maxZoom }: Omit<Showing, 'duration'>,
): Viewport => getViewportForBounds(box, width, height, FARTHEST, maxZoom, padding);

/** Moves the viewport so that a box fills the pane, whether or not what is in it is on the screen yet. */
export function useShow(): (box: Box, showing: Showing) => void {
  const { setViewport } = useReactFlow();
  const store = useStoreApi();
  return useCallback(
    (box, { duration, ...room }) => {
      const { width, height } = store.getState();
      if (width === 0 || height === 0) return;
      void setViewport(fitting(box, width, height, room), duration === undefined ? undefined : { duration });
    },
    [setViewport, store],
  );
}

/** How long a way takes, for those who want to see it. */
export const wayTime = (milliseconds: number): number =>
  matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : milliseconds;
