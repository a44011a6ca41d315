import { createStore } from 'zustand/vanilla';
import type { EntityId } from '../engine';
import type { SeenThrough } from './seen';

/** Who may put a lens before the picture; one each. */
export type LensBy = 'filter' | 'comparison' | 'cursor' | 'coverage';

/**
 * What somebody wants to see of the picture. Graph and matrix show what every lens concerns in full strength, and the
 * rest dimmed or not at all; the verdicts stay what they are.
 */
export interface Lens {
  /** For people, as in "Showing only …": `what changed`, `ns:shop`, `policy allow-dns`. */
  readonly label: string;
  /** Cards it concerns, as the picture's view has them; null: all of them. */
  readonly entities: ReadonlySet<EntityId> | null;
  /** Pairs it concerns, keyed with `pairKey`; null: all between cards it concerns. */
  readonly pairs: ReadonlySet<string> | null;
  readonly rest: 'dimmed' | 'hidden';
  /** In place of `pairs` where they may be very many: as `FilterResult.cells`, of the topology with this id. */
  readonly cells?: { readonly topology: string; readonly concerned: Uint8Array } | null;
}

/** What is typed into the search box, and what becomes of what it does not find: dimmed, or hidden. */
export interface Filter {
  readonly text: string;
  readonly mode: 'focus' | 'hide';
}

/** Finds an ordered pair of entities in a lens. */
export const pairKey = (source: EntityId, destination: EntityId): string => `${source}\n${destination}`;

export interface LensState {
  readonly lenses: Readonly<Partial<Record<LensBy, Lens>>>;
  readonly filter: Filter;
  /** How lenses are put together; loaded with the first one. Null: there was none yet. */
  readonly seeThrough: SeenThrough | null;
  setFilter(this: void, filter: Partial<Filter>): void;
  /** Null takes it away. */
  setLens(this: void, by: LensBy, lens: Lens | null): void;
  /** Takes all lenses away, and with them what is typed into the search box. */
  showAll(this: void): void;
}

export const lensStore = createStore<LensState>()((set) => ({
  lenses: {},
  filter: { text: '', mode: 'focus' },
  seeThrough: null,
  setFilter: (change) => {
    set(({ filter }) => ({ filter: { ...filter, ...change } }));
  },
  setLens: (by, lens) => {
    if (lens !== null)
      void import('./seen').then(({ seenThrough }) => {
        set({ seeThrough: seenThrough });
      });
    set(({ lenses }) => {
      const { [by]: before, ...rest } = lenses;
      if (lens === null) return before ? { lenses: rest } : {};
      return { lenses: { ...rest, [by]: lens } };
    });
  },
  showAll: () => {
    set(({ lenses, filter }) => ({
      // What is not there is not taken away: that would draw the picture anew.
      lenses: Object.keys(lenses).length > 0 ? {} : lenses,
      filter: filter.text === '' ? filter : { ...filter, text: '' },
    }));
  },
}));
