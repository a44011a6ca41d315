import { clsx } from 'clsx';
import { Suspense, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { t } from '../language/t';
import { documentStore } from '../state/documentStore';
import { useDocuments, useView } from '../state/hooks';
import { viewStore } from '../state/viewStore';
import './editor.css';
import { FileTabs } from './FileTabs';
import { EDITOR_PANEL, tabId } from './ids';
import { loadMonaco, monacoProgress } from './loadMonaco';
import type { Caret } from './monaco';
import { MonacoHost } from './MonacoHost';
import type { ProjectPaste } from './pasted';
import { late } from '../ui/late';
import { PlainEditor } from './PlainEditor';
import { RemovedFileBar } from './RemovedFileBar';
import { isLargeText, isTree, showAsText, treeFiles } from './tree/treeFiles';
import { TreeUnavailable } from './tree/TreeUnavailable';
import { useRemovedFile } from './useRemovedFile';

const ClusterTree = late(
  () => import('./tree/ClusterTree').then((module) => module.ClusterTree),
  ({ file }) => <TreeUnavailable file={file} />,
);

interface Props {
  /** Makes pasted manifests harmless before they are inserted. Without it text is inserted as it is. */
  readonly projectPaste?: ProjectPaste | undefined;
}

/** A jump goes to the tab of its file, whatever that is shown as. */
function useTabOfJump(): void {
  useEffect(
    () =>
      viewStore.subscribe(({ reveal }, before) => {
        if (reveal && reveal !== before.reveal) documentStore.getState().activateFile(reveal.place.file);
      }),
    [],
  );
}

/** The user's files: a tab for each, and below them the active one: its text, or its objects when it is large. */
export function EditorPane({ projectPaste }: Props) {
  const activeFile = useDocuments((state) => state.activeFile);
  const asTree = useStore(treeFiles, (state) => isTree(state, activeFile));
  const largeText = useStore(treeFiles, (state) => isLargeText(state, activeFile));
  const progress = useStore(monacoProgress);
  const followed = useView((state) => state.followCursor) && !asTree;
  const locked = useDocuments((state) => state.locked.includes(state.activeFile));
  const caret = useRef<Caret | null>(null);
  const { removed, remove, restore, forget } = useRemovedFile();
  useTabOfJump();

  return (
    <section className="editor-pane" aria-label={t`Manifests`}>
      <FileTabs onRemove={remove} />
      {removed !== null && <RemovedFileBar name={removed.name} onUndo={restore} onDismiss={forget} />}
      {progress.kind === 'failed' && !asTree && (
        <p className="editor-bar" role="status">
          {t`The full editor could not be loaded. This plain one works too.`}
          <button type="button" className="editor-bar-button" onClick={loadMonaco}>
            {t`Try again`}
          </button>
        </p>
      )}
      {locked && <p className="editor-bar">{t`Part of the lesson: this file cannot be changed.`}</p>}
      {largeText && (
        <p className="editor-bar">
          {t`This file is large.`}
          <button
            type="button"
            className="editor-bar-button"
            onClick={() => {
              showAsText(activeFile, false);
            }}
          >
            {t`Show as tree`}
          </button>
        </p>
      )}
      <div
        className="editor-panel"
        role="tabpanel"
        id={EDITOR_PANEL}
        aria-labelledby={tabId(activeFile)}
        onKeyDown={(event) => {
          // Everything is kept already; the browser would save the page.
          if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 's') {
            event.preventDefault();
          }
        }}
      >
        {/* Monaco stays below the tree, out of sight, and so remembers what can be undone in the other files. */}
        <div className={clsx('editor-text', asTree && 'editor-text-covered')}>
          {progress.kind === 'ready' ? (
            <MonacoHost monaco={progress.monaco} caretRef={caret} projectPaste={projectPaste} />
          ) : (
            !asTree && <PlainEditor key={activeFile} caretRef={caret} projectPaste={projectPaste} />
          )}
        </div>
        {asTree && (
          <Suspense
            fallback={
              <p className="editor-waiting" role="status">
                {t`Opening the tree …`}
              </p>
            }
          >
            <ClusterTree key={activeFile} file={activeFile} projectPaste={projectPaste} />
          </Suspense>
        )}
      </div>
      {followed && (
        <div className="editor-cursor">{progress.kind === 'ready' && <progress.monaco.CursorStrip />}</div>
      )}
    </section>
  );
}
