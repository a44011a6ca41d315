import * as monaco from 'monaco-editor/editor';
import { documentStore } from '../../state/documentStore';
import { viewStore } from '../../state/viewStore';
import type { Models } from './models';

const FLASH_MS = 1600;

/** The last request that was answered; outlives the editor, so that an old one is not answered again. */
let answered = 0;

/** Shows the place the rest of the page asks for: its file, its range selected in the middle, lit up for a moment. */
export function answerReveals(editor: monaco.editor.IStandaloneCodeEditor, models: Models): () => void {
  let flash: { readonly model: monaco.editor.ITextModel; readonly ids: string[] } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const putOut = (): void => {
    clearTimeout(timer);
    if (flash && !flash.model.isDisposed()) flash.model.deltaDecorations(flash.ids, []);
    flash = null;
  };

  const answer = (): void => {
    const { reveal } = viewStore.getState();
    if (!reveal || reveal.count === answered) return;
    answered = reveal.count;
    const { file, start, end } = reveal.place;
    const model = models.get(file);
    if (!model) return;
    documentStore.getState().activateFile(file);
    const range = monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
    putOut();
    editor.setSelection(range);
    editor.revealRangeInCenter(range);
    editor.focus();
    // Until the page is drawn anew the editor may be covered, and then takes no focus.
    requestAnimationFrame(() => {
      if (!editor.hasTextFocus() && editor.getModel() === model) editor.focus();
    });
    const ids = model.deltaDecorations(
      [],
      [{ range, options: { isWholeLine: true, className: 'editor-revealed' } }],
    );
    flash = { model, ids };
    timer = setTimeout(putOut, FLASH_MS);
  };

  answer();
  const stop = viewStore.subscribe((state, before) => {
    if (state.reveal !== before.reveal) answer();
  });
  return () => {
    stop();
    putOut();
  };
}
