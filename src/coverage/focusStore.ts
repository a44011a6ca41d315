import { createStore } from 'zustand/vanilla';
import { analysisStore } from '../state/analysisStore';
import { askEngine } from '../state/askEngine';
import { lensStore } from '../state/lensStore';
import { focusLens, type Focus } from './focusLens';

/** What of the coverage is shown in the picture; it stays when the panel is closed, as the lens does. */
export const focusStore = createStore<{ readonly focus: Focus | null }>()(() => ({ focus: null }));

/** Shows it; null: everything again. */
export function setFocus(focus: Focus | null): void {
  focusStore.setState({ focus });
}

let round = 0;

async function putLens(): Promise<void> {
  const own = ++round;
  const { focus } = focusStore.getState();
  if (focus === null) {
    lensStore.getState().setLens('coverage', null);
    return;
  }
  const asked =
    focus.kind === 'unselected' ? await askEngine({ kind: 'unselected', namespace: focus.namespace }) : null;
  const { drawn } = analysisStore.getState();
  if (own !== round || drawn === null) return;
  lensStore.getState().setLens('coverage', focusLens(focus, drawn, new Set(asked ?? [])));
}

focusStore.subscribe(() => void putLens());
// The cards are others in another view, and what is open is another after an edit.
analysisStore.subscribe((state, before) => {
  if (state.drawn !== before.drawn && focusStore.getState().focus !== null) void putLens();
});
// Somebody took the lens away elsewhere.
lensStore.subscribe(({ lenses }, before) => {
  if (!lenses.coverage && before.lenses.coverage && focusStore.getState().focus !== null) setFocus(null);
});
