import { createStore } from 'zustand/vanilla';
import { useStore } from 'zustand';
import { documentStore } from '../state/documentStore';

/** Something that just happened, in one sentence. */
export interface Notice {
  readonly text: string;
  /** Takes it back; null when it cannot or need not be taken back. */
  readonly undo: (() => void) | null;
}

export type Pane = 'editor' | 'picture';

/** In which form the picture is shown. */
export type Form = 'graph' | 'matrix';

/** What may stand where the details of the selection do. */
export type Side = 'lessons' | 'tester' | 'expectations' | 'comparison' | 'coverage' | 'plugin' | 'glossary';

/** The state of the frame around the panes. Nothing of it outlives a reload. */
export interface ShellState {
  readonly notice: Notice | null;
  /** Brings back the files that were replaced last; null when nothing was lost. */
  readonly undoReplacing: (() => void) | null;
  /** The pane that is shown where there is no room for both. */
  readonly pane: Pane;
  readonly form: Form;
  /** Null: the details of what is selected. */
  readonly side: Side | null;
  /** What lies over the page. */
  readonly sheet: 'shortcuts' | 'palette' | 'share' | null;
  readonly problemsOpen: boolean;

  notify(this: void, notice: Notice): void;
  /** Remembers how to bring the replaced files back, for longer than the notice stays. */
  rememberReplaced(this: void, undo: (() => void) | null): void;
  dismiss(this: void): void;
  showPane(this: void, pane: Pane): void;
  showForm(this: void, form: Form): void;
  showSide(this: void, side: Side | null): void;
  openSheet(this: void, sheet: ShellState['sheet']): void;
  toggleProblems(this: void): void;
}

export const shellStore = createStore<ShellState>()((set) => ({
  notice: null,
  undoReplacing: null,
  pane: 'picture',
  form: 'graph',
  side: null,
  sheet: null,
  problemsOpen: false,

  notify: (notice) => {
    set({ notice });
  },
  rememberReplaced: (undoReplacing) => {
    set({ undoReplacing });
  },
  dismiss: () => {
    set({ notice: null });
  },
  showPane: (pane) => {
    set({ pane });
  },
  showForm: (form) => {
    set({ form });
  },
  showSide: (side) => {
    set({ side });
  },
  openSheet: (sheet) => {
    set({ sheet });
  },
  toggleProblems: () => {
    set(({ problemsOpen }) => ({ problemsOpen: !problemsOpen }));
  },
}));

// What was said of the last edit is not true of the next one; what can be taken back still can.
documentStore.subscribe(({ revision }, before) => {
  const { notice, dismiss } = shellStore.getState();
  if (revision !== before.revision && notice?.undo === null) dismiss();
});

/** A slice of the frame's state. */
export const useShell = <T>(slice: (state: ShellState) => T): T => useStore(shellStore, slice);
