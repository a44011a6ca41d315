import { shellStore, type Pane } from './shellStore';

/** Ids of the regions F6 goes through, in order. */
export const paneIds = { editor: 'pane-editor', picture: 'pane-picture', details: 'pane-details' } as const;
type PaneName = keyof typeof paneIds;

const order: readonly PaneName[] = ['editor', 'picture', 'details'];

/** What takes the keyboard inside a region: the text itself in the editor, else the region; null: nothing is there. */
function focusTarget(name: PaneName): HTMLElement | null {
  const region = document.getElementById(paneIds[name]);
  if (name === 'details') return region?.querySelector('aside') ?? null;
  const text = '.monaco-editor textarea, .monaco-editor .native-edit-context';
  return region?.querySelector<HTMLElement>(text) ?? region;
}

/** Shows a pane and gives it the keyboard. */
export function focusPane(name: PaneName): void {
  const shown: Pane = name === 'editor' ? 'editor' : 'picture';
  shellStore.getState().showPane(shown);
  // In the next frame: a pane that was hidden cannot take the focus before it is drawn.
  requestAnimationFrame(() => focusTarget(name)?.focus());
}

/** Gives the keyboard to the region after the one that has it; regions that are not there are skipped. */
export function focusNextPane(): void {
  const here = order.findIndex((name) =>
    document.getElementById(paneIds[name])?.contains(document.activeElement),
  );
  for (let step = 1; step <= order.length; step++) {
    const name = order[(here + step) % order.length];
    if (name !== undefined && focusTarget(name) !== null) {
      focusPane(name);
      return;
    }
  }
}
