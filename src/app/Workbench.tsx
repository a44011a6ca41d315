import { lazy, Suspense } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { EditorPane } from '../editor/EditorPane';
import { GraphPane } from '../graph/GraphPane';
import { projectPaste } from '../intake';
import { Inspector } from '../inspector/Inspector';
import { CniBanner } from './CniBanner';
import { FormSwitch } from './FormSwitch';
import { PaneSwitch } from './PaneSwitch';
import { paneIds } from './panes';
import { ProblemsPanel } from './ProblemsPanel';
import { useShell } from './shellStore';

const MatrixPane = lazy(() =>
  import('../matrix/MatrixPane').then(({ MatrixPane }) => ({ default: MatrixPane })),
);

/** Text on the left, picture and details on the right; one of them at a time in narrow windows (see app.css). */
export function Workbench() {
  const pane = useShell((state) => state.pane);
  const form = useShell((state) => state.form);
  return (
    <main className="app-main" data-pane={pane}>
      <CniBanner />
      <PaneSwitch />
      <Group orientation="horizontal" className="app-panes">
        <Panel id="text" defaultSize="37%" minSize="18%">
          <div className="app-text">
            <div className="app-editor" id={paneIds.editor}>
              <EditorPane projectPaste={projectPaste} />
            </div>
            <ProblemsPanel />
          </div>
        </Panel>
        <Separator className="app-separator" aria-label="Width of the editor" />
        <Panel id="picture" minSize="30%" className="app-picture">
          <div className="app-split">
            <section className="app-graph" id={paneIds.picture} aria-label="Picture" tabIndex={-1}>
              <FormSwitch />
              <div className="app-form">
                {form === 'graph' ? (
                  <GraphPane />
                ) : (
                  <Suspense>
                    <MatrixPane />
                  </Suspense>
                )}
              </div>
            </section>
            <div className="app-details" id={paneIds.details}>
              <Inspector />
            </div>
          </div>
        </Panel>
      </Group>
    </main>
  );
}
