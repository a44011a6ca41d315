import { lazy, Suspense, type ReactNode } from 'react';
import { EditorPane } from '../editor/EditorPane';
import { GraphPane } from '../graph/GraphPane';
import { useView } from '../state/hooks';
import { viewStore } from '../state/viewStore';
import { SplitPane } from '../ui/SplitPane';
import { CniBanner } from './CniBanner';
import { takePaste } from './importing';
import { FormSwitch } from './FormSwitch';
import { PaneSwitch } from './PaneSwitch';
import { paneIds } from './panes';
import { ProblemsPanel } from './ProblemsPanel';
import { shellStore, useShell } from './shellStore';

const MatrixPane = lazy(() =>
  import('../matrix/MatrixPane').then(({ MatrixPane }) => ({ default: MatrixPane })),
);

const Inspector = lazy(() =>
  import('../inspector/Inspector').then(({ Inspector }) => ({ default: Inspector })),
);
const TesterPanel = lazy(() =>
  import('../tester/TesterPanel').then(({ TesterPanel }) => ({ default: TesterPanel })),
);

const closeTester = (): void => {
  shellStore.getState().openTester(false);
};

/** Text on the left, picture and details on the right; one of them at a time in narrow windows (see app.css). */
export function Workbench() {
  const pane = useShell((state) => state.pane);
  const form = useShell((state) => state.form);
  const split = useView((state) => state.split);
  return (
    <main className="app-main" data-pane={pane}>
      <CniBanner />
      <PaneSwitch />
      <SplitPane
        label="Width of the editor"
        share={split}
        onShare={viewStore.getState().setSplit}
        left={
          <div className="app-text">
            <div className="app-editor" id={paneIds.editor}>
              <EditorPane projectPaste={takePaste} />
            </div>
            <ProblemsPanel />
          </div>
        }
        right={
          <div className="app-picture">
            <div className="app-split">
              <section className="app-graph" id={paneIds.picture} aria-label="Picture" tabIndex={-1}>
                <FormSwitch />
                <div className="app-form">
                  {form === 'graph' ? (
                    <GraphPane />
                  ) : (
                    <Late>
                      <MatrixPane />
                    </Late>
                  )}
                </div>
              </section>
              <div className="app-details" id={paneIds.details}>
                <Details />
              </div>
            </div>
          </div>
        }
      />
    </main>
  );
}

/** The connection tester, or what is selected. */
function Details() {
  const testerOpen = useShell((state) => state.testerOpen);
  const isSelected = useView(({ selection }) => selection.kind !== 'nothing');
  if (testerOpen) {
    return (
      <Late>
        <TesterPanel onClose={closeTester} />
      </Late>
    );
  }
  if (!isSelected) return null;
  return (
    <Late>
      <Inspector />
    </Late>
  );
}

/** What is loaded when it is first asked for. */
function Late({ children }: { readonly children: ReactNode }) {
  return <Suspense>{children}</Suspense>;
}
