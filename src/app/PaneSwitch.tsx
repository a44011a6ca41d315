import { t } from '../language/t';
import { shellStore, useShell, type Pane } from './shellStore';

const panes: readonly Pane[] = ['editor', 'picture'];

function paneLabel(pane: Pane): string {
  switch (pane) {
    case 'editor':
      return t`Editor`;
    case 'picture':
      return t`Picture`;
  }
}

/** Chooses the pane where there is room for one only; wide windows do not show it. */
export function PaneSwitch() {
  const shown = useShell((state) => state.pane);
  return (
    <div className="app-switch" role="group" aria-label={t`Pane`}>
      {panes.map((pane) => (
        <button
          key={pane}
          type="button"
          className="app-switch-button"
          aria-pressed={shown === pane}
          onClick={() => {
            shellStore.getState().showPane(pane);
          }}
        >
          {paneLabel(pane)}
        </button>
      ))}
    </div>
  );
}
