import { createStore } from 'zustand/vanilla';
import type { EntityId } from '../engine';

/** What only the picture's own controls and cards need to know of each other. */
export interface PaneState {
  /** Card of the picture of namespaces that is pointed at. */
  readonly focus: string | null;
  /** Node the viewport is to be moved to once the picture is ready; null: all of it. */
  readonly target: EntityId | null;
  /** The viewport shows all of the picture, and the user has not moved it since. */
  readonly fitted: boolean;
  /** Draw every pair, however many lines that makes. */
  readonly everything: boolean;
  readonly legend: boolean;
  readonly minimap: boolean;
}

export const paneStore = createStore<PaneState>()(() => ({
  focus: null,
  target: null,
  fitted: true,
  everything: false,
  legend: false,
  minimap: true,
}));
