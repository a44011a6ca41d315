import { createStore } from 'zustand/vanilla';
import type { EntityId, Place } from '../engine';

/** What is pointed at. */
export type Selection =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'entity'; readonly entity: EntityId }
  | { readonly kind: 'pair'; readonly source: EntityId; readonly destination: EntityId };

export type Theme = 'light' | 'dark' | 'system';

/** Which edges are drawn, by what they say. */
export interface ShownEdges {
  readonly allowed: boolean;
  readonly blocked: boolean;
  readonly open: boolean;
}

/** How the person looks at it: never changes an answer. */
export interface ViewState {
  readonly selection: Selection;
  readonly shown: ShownEdges;
  readonly theme: Theme;
  /** What a card stands for: one workload or one whole namespace. Null: whichever can be read at this size. */
  readonly level: 'workloads' | 'namespaces' | null;
  /** How far the user dragged things from where the layout put them, by node id; a frame takes its cards along. */
  readonly moved: Readonly<Record<string, { readonly x: number; readonly y: number }>>;
  /** A place the editor is asked to show; the number makes asking twice two requests. */
  readonly reveal: { readonly place: Place; readonly count: number } | null;
  /** Workloads whose pods are listed on the card. */
  readonly expanded: readonly EntityId[];

  select(this: void, selection: Selection): void;
  show(this: void, edges: Partial<ShownEdges>): void;
  setTheme(this: void, theme: Theme): void;
  setLevel(this: void, level: ViewState['level']): void;
  /** Sets how far a node is dragged from its place in the layout. */
  move(this: void, node: string, offset: { readonly x: number; readonly y: number }): void;
  forgetMoves(this: void): void;
  revealPlace(this: void, place: Place): void;
  toggleExpanded(this: void, entity: EntityId): void;
}

export const viewStore = createStore<ViewState>()((set) => ({
  selection: { kind: 'nothing' },
  shown: { allowed: true, blocked: true, open: true },
  theme: 'system',
  level: null,
  moved: {},
  reveal: null,
  expanded: [],

  select: (selection) => {
    set({ selection });
  },
  show: (edges) => {
    set((state) => ({ shown: { ...state.shown, ...edges } }));
  },
  setTheme: (theme) => {
    set({ theme });
  },
  setLevel: (level) => {
    set({ level });
  },
  move: (node, offset) => {
    set((state) => ({ moved: { ...state.moved, [node]: offset } }));
  },
  forgetMoves: () => {
    set({ moved: {} });
  },
  revealPlace: (place) => {
    set((state) => ({ reveal: { place, count: (state.reveal?.count ?? 0) + 1 } }));
  },
  toggleExpanded: (entity) => {
    set((state) => ({
      expanded: state.expanded.includes(entity)
        ? state.expanded.filter((id) => id !== entity)
        : [...state.expanded, entity],
    }));
  },
}));
