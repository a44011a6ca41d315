import type * as monaco from 'monaco-editor/editor';
import { insertedText, looksLikeManifests, type ProjectPaste } from '../pasted';

/** Inserts text at every selection as one step of undo. */
function insert(editor: monaco.editor.IStandaloneCodeEditor, text: string): void {
  const selections = editor.getSelections() ?? [];
  editor.pushUndoStop();
  editor.executeEdits(
    'paste',
    selections.map((range) => ({ range, text, forceMoveMarkers: true })),
  );
  editor.pushUndoStop();
  const end = editor.getPosition();
  if (end) editor.revealPosition(end);
}

/** Sends pasted manifests through the projection before the editor sees them, by key or by the context menu. */
export function projectPastes(
  editor: monaco.editor.IStandaloneCodeEditor,
  host: HTMLElement,
  project: () => ProjectPaste | undefined,
): () => void {
  /** True when the text is taken care of here. */
  const take = (text: string): boolean => {
    const projectPaste = project();
    if (!projectPaste || !looksLikeManifests(text)) return false;
    const model = editor.getModel();
    void projectPaste(text).then((projected) => {
      const inserted = insertedText(text, projected);
      if (inserted !== null && model !== null && editor.getModel() === model) insert(editor, inserted);
    });
    return true;
  };

  const onPaste = (event: ClipboardEvent): void => {
    // The fields of the find widget paste for themselves.
    if (!editor.hasTextFocus()) return;
    if (!take(event.clipboardData?.getData('text/plain') ?? '')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  host.addEventListener('paste', onPaste, { capture: true });

  // "Paste" of the context menu reads the clipboard itself and fires no event: it calls this.
  const trigger = editor.trigger.bind(editor);
  editor.trigger = (source, handlerId, payload: unknown) => {
    if (handlerId === 'paste' && take(pastedText(payload))) return;
    trigger(source, handlerId, payload);
  };
  return () => {
    host.removeEventListener('paste', onPaste, { capture: true });
  };
}

function pastedText(payload: unknown): string {
  return typeof payload === 'object' &&
    payload !== null &&
    'text' in payload &&
    typeof payload.text === 'string'
    ? payload.text
    : '';
}
