import { Suspense, type ComponentType, type ReactNode } from 'react';
import { EditorPane } from '../editor/EditorPane';
import { GraphPane } from '../graph/GraphPane';
import { t } from '../language/t';
import { useLessons } from '../lessons/lessonStore';
import { useView } from '../state/hooks';
import { viewStore } from '../state/viewStore';
import type { SidePanelProps } from '../ui/SidePanel';
import { SplitPane } from '../ui/SplitPane';
import { late } from '../ui/late';
import { CniBanner } from './CniBanner';
import { takePaste } from './importing';
import { PictureRow } from './FormSwitch';
import { PaneSwitch } from './PaneSwitch';
import { paneIds } from './panes';
import { ProblemsPanel } from './ProblemsPanel';
import { shellStore, useShell, type Side } from './shellStore';

const MatrixPane = late(() => import('../matrix/MatrixPane').then((module) => module.MatrixPane));

const Inspector = late(() => import('../inspector/Inspector').then((module) => module.Inspector));
const sides: Readonly<Record<Side, ComponentType<SidePanelProps>>> = {
  lessons: late(() => import('./LessonsSide').then((module) => module.LessonsSide)),
  tester: late(() => import('../tester/TesterPanel').then((module) => module.TesterPanel)),
  expectations: late(() =>
    import('../expectations/ExpectationsPanel').then((module) => module.ExpectationsPanel),
  ),
  comparison: late(() => import('./ComparisonSide').then((module) => module.ComparisonSide)),
  coverage: late(() => import('../coverage/CoveragePanel').then((module) => module.CoveragePanel)),
  glossary: late(() => import('../glossary/GlossaryPanel').then((module) => module.GlossaryPanel)),
  plugin: late(() => import('../plugin/PluginPanel').then((module) => module.PluginPanel)),
};

const closeSide = (): void => {
  shellStore.getState().showSide(null);
};

let selectedBefore: unknown = null;

function rememberSelection(): void {
  selectedBefore = viewStore.getState().selection;
}

/** Picking something in the picture asks for its details, whatever panel stands there. */
function showDetailsOfPicked(): void {
  const { selection } = viewStore.getState();
  if (selection !== selectedBefore && selection.kind !== 'nothing') closeSide();
}

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
        label={t`Width of the editor`}
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
              <section
                className="app-graph"
                id={paneIds.picture}
                aria-label={t`Picture`}
                tabIndex={-1}
                onPointerDownCapture={rememberSelection}
                onClick={showDetailsOfPicked}
                onKeyDownCapture={({ repeat }) => {
                  if (!repeat) rememberSelection();
                }}
                onKeyUp={() => {
                  // A lesson says itself what it needs of what was picked.
                  if (shellStore.getState().side !== 'lessons') showDetailsOfPicked();
                }}
              >
                <PictureRow />
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

const say = (text: string): void => {
  shellStore.getState().notify({ text, undo: null });
};

/** A panel somebody opened, or what is selected. */
function Details() {
  const side = useShell((state) => state.side);
  const isSelected = useView(({ selection }) => selection.kind !== 'nothing');
  const isExercise = useLessons(({ open }) => open !== null);
  const Panel = side === null ? null : sides[side];
  if (Panel) {
    return (
      <Late>
        <Panel onClose={closeSide} />
      </Late>
    );
  }
  if (!isSelected) return null;
  return (
    <Late>
      {/* Who learns is to find the way himself. */}
      <Inspector notify={isExercise ? null : say} />
    </Late>
  );
}

/** What is loaded when it is first asked for. */
function Late({ children }: { readonly children: ReactNode }) {
  return <Suspense>{children}</Suspense>;
}
