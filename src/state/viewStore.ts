import { createStore } from 'zustand/vanilla';
import { plainView, type EntityId, type Level, type Place, type View } from '../engine';

/** What is pointed at. */
export type Selection =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'entity'; readonly entity: EntityId }
  | { readonly kind: 'pair'; readonly source: EntityId; readonly destination: EntityId };

/** `contrast`: light, for projectors and tired eyes. */
export type Theme = 'light' | 'dark' | 'contrast' | 'system';

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
  /** How deep the picture goes. */
  readonly view: View;
  /** How far the user dragged things from where the layout put them, by node id; a frame takes its cards along. */
  readonly moved: Readonly<Record<string, { readonly x: number; readonly y: number }>>;
  /** Percent of the width that the text has. */
  readonly split: number;
  /** The picture lights what the cursor stands in. */
  readonly followCursor: boolean;
  /** Everything larger and less of it, for a projector. */
  readonly classroom: boolean;
  /** The tour was taken or declined: it is not offered again. */
  readonly tourSeen: boolean;
  /** A place the editor is asked to show; the number makes asking twice two requests. */
  readonly reveal: { readonly place: Place; readonly count: number } | null;
  /** Cards the picture is asked to move to its middle; a new object each time. */
  readonly sought: { readonly entities: readonly EntityId[] } | null;

  select(this: void, selection: Selection): void;
  show(this: void, edges: Partial<ShownEdges>): void;
  setTheme(this: void, theme: Theme): void;
  /** What one card stands for; what was unfolded or folded one by one is forgotten. */
  setLevel(this: void, level: Level | null): void;
  /** Opens an entity into its parts, in place. */
  unfold(this: void, entity: EntityId): void;
  /** Closes a namespace, a group or a workload to one card. */
  fold(this: void, entity: EntityId): void;
  setAlike(this: void, alike: boolean): void;
  /** Sets how far a node is dragged from its place in the layout. */
  move(this: void, node: string, offset: { readonly x: number; readonly y: number }): void;
  forgetMoves(this: void): void;
  setSplit(this: void, split: number): void;
  setFollowCursor(this: void, follow: boolean): void;
  setClassroom(this: void, classroom: boolean): void;
  rememberTour(this: void): void;
  revealPlace(this: void, place: Place): void;
  seek(this: void, entities: readonly EntityId[]): void;
}

/**
 * How something that was just opened is looked at. Always the same objects, so that opening one thing after another does
 * not draw the one that goes anew.
 */
export const VIEWED_AFRESH = {
  selection: { kind: 'nothing' },
  view: plainView,
  moved: {},
} as const satisfies Partial<ViewState>;

export const viewStore = createStore<ViewState>()((set) => ({
  ...VIEWED_AFRESH,
  shown: { allowed: true, blocked: true, open: true },
  theme: 'system',
  split: 37,
  followCursor: true,
  classroom: false,
  tourSeen: false,
  reveal: null,
  sought: null,

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
    set(({ view }) => ({ view: { ...plainView, alike: view.alike, level } }));
  },
  unfold: (entity) => {
    set(({ view }) => ({
      view: {
        ...view,
        folded: view.folded.filter((id) => id !== entity),
        unfolded: [...view.unfolded.filter((id) => id !== entity), entity],
      },
    }));
  },
  fold: (entity) => {
    set(({ view }) => ({
      view: {
        ...view,
        unfolded: view.unfolded.filter((id) => id !== entity),
        folded: [...view.folded.filter((id) => id !== entity), entity],
      },
    }));
  },
  setAlike: (alike) => {
    set(({ view }) => ({ view: { ...view, alike } }));
  },
  move: (node, offset) => {
    set((state) => ({ moved: { ...state.moved, [node]: offset } }));
  },
  setSplit: (split) => {
    set({ split });
  },
  forgetMoves: () => {
    set({ moved: {} });
  },
  setFollowCursor: (followCursor) => {
    set({ followCursor });
  },
  setClassroom: (classroom) => {
    set({ classroom });
  },
  rememberTour: () => {
    set({ tourSeen: true });
  },
  seek: (entities) => {
    set({ sought: { entities } });
  },
  revealPlace: (place) => {
    set((state) => ({ reveal: { place, count: (state.reveal?.count ?? 0) + 1 } }));
  },
}));
