import { shellStore, useShell, type Pane } from './shellStore';

const panes: readonly (readonly [Pane, string])[] = [
  ['editor', 'Editor'],
  ['picture', 'Picture'],
];

/** Chooses the pane where there is room for one only; wide windows do not show it. */
export function PaneSwitch() {
  const shown = useShell((state) => state.pane);
  return (
    <div className="app-switch" role="group" aria-label="Pane">
      {panes.map(([pane, label]) => (
        <button
          key={pane}
          type="button"
          className="app-switch-button"
          aria-pressed={shown === pane}
          onClick={() => {
            shellStore.getState().showPane(pane);
          }}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
