import { createStore } from 'zustand/vanilla';
import type { EntityId } from '../engine';

/** What only the picture's own controls and cards need to know of each other. */
export interface PaneState {
  /** What the viewport is to be moved to once it is drawn: always, or only if it could not be read where it is. */
  readonly target: { readonly entity: EntityId; readonly look: 'always' | 'unread' } | null;
  /** What was gone into last. */
  readonly entered: EntityId | null;
  /** Card under the pointer or with the keyboard's focus. */
  readonly pointed: EntityId | null;
  /** What the keyboard opened or closed, and when: the focus goes to what stands there then. */
  readonly refocus: { readonly entity: EntityId; readonly at: number } | null;
  /** When a card was last picked, in milliseconds of the page's clock. */
  readonly pickedAt: number;
  /** The viewport shows all of the picture, and the user has not moved it since. */
  readonly fitted: boolean;
  /** Draw every pair, however many lines that makes. */
  readonly everything: boolean;
  /** Hubs are glyphs on the cards they talk to; null: where there are many cards. */
  readonly hubs: boolean | null;
  readonly legend: boolean;
  /** There was a picture. */
  readonly laidOut: boolean;
  readonly minimap: boolean;
}

export const paneStore = createStore<PaneState>()(() => ({
  target: null,
  entered: null,
  pointed: null,
  refocus: null,
  pickedAt: -Infinity,
  fitted: true,
  everything: false,
  hubs: null,
  legend: false,
  laidOut: false,
  minimap: true,
}));
