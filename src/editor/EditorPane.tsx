import { useRef } from 'react';
import { useStore } from 'zustand';
import { useDocuments } from '../state/hooks';
import './editor.css';
import { FileTabs } from './FileTabs';
import { EDITOR_PANEL, tabId } from './ids';
import { loadMonaco, monacoProgress } from './loadMonaco';
import type { Caret } from './monaco';
import { MonacoHost } from './MonacoHost';
import type { ProjectPaste } from './pasted';
import { PlainEditor } from './PlainEditor';
import { RemovedFileBar } from './RemovedFileBar';
import { useRemovedFile } from './useRemovedFile';

interface Props {
  /** Makes pasted manifests harmless before they are inserted. Without it text is inserted as it is. */
  readonly projectPaste?: ProjectPaste | undefined;
}

/** The user's files: a tab for each, and below them the text of the active one. */
export function EditorPane({ projectPaste }: Props) {
  const activeFile = useDocuments((state) => state.activeFile);
  const progress = useStore(monacoProgress);
  const caret = useRef<Caret | null>(null);
  const { removed, remove, restore, forget } = useRemovedFile();

  return (
    <section className="editor-pane" aria-label="Manifests">
      <FileTabs onRemove={remove} />
      {removed !== null && <RemovedFileBar name={removed.name} onUndo={restore} onDismiss={forget} />}
      {progress.kind === 'failed' && (
        <p className="editor-bar" role="status">
          The full editor could not be loaded. This plain one works too.
          <button type="button" className="editor-bar-button" onClick={loadMonaco}>
            Try again
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
        {progress.kind === 'ready' ? (
          <MonacoHost monaco={progress.monaco} caretRef={caret} projectPaste={projectPaste} />
        ) : (
          <PlainEditor key={activeFile} caretRef={caret} projectPaste={projectPaste} />
        )}
      </div>
    </section>
  );
}
