import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Topology } from '../engine';
import { lensStore } from './lensStore';
import type { Seen } from './seen';

/** What the lenses leave of these entities; null: there are none. */
export function useSeen(topology: Topology): Seen | null {
  const lenses = useStore(lensStore, (state) => state.lenses);
  const seeThrough = useStore(lensStore, (state) => state.seeThrough);
  return useMemo(() => seeThrough?.(lenses, topology) ?? null, [lenses, seeThrough, topology]);
}
