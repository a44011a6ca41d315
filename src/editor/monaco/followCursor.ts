import type * as monaco from 'monaco-editor/editor';
import type { FileId, PlaceExplanation } from '../../engine';
import { analysisStore } from '../../state/analysisStore';
import { askEngine } from '../../state/askEngine';
import { cursorStore } from '../../state/cursorStore';
import { documentStore } from '../../state/documentStore';
import { lensStore, pairKey, type Lens } from '../../state/lensStore';
import { viewStore } from '../../state/viewStore';
import { pointedAt } from '../pointedAt';

/** Milliseconds the cursor has to rest: where it was moved, and where it is because of typing. */
const MOVED_MS = 120;
const TYPED_MS = 700;

/**
 * Tells what the cursor stands in, and lights it in the picture. Only while the editor has the focus and nothing is
 * selected; and after typing only once the cursor is moved, for somebody who types looks at what that does.
 */
export function followCursor(
  editor: monaco.editor.IStandaloneCodeEditor,
  fileOf: () => FileId | null,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let version = editor.getModel()?.getVersionId();
  let isMoved = false;
  let asked = 0;

  const light = (): void => {
    const { told } = cursorStore.getState();
    const { selection, followCursor: isWanted } = viewStore.getState();
    const isLit = isWanted && isMoved && selection.kind === 'nothing' && editor.hasTextFocus();
    lensStore.getState().setLens('cursor', isLit && told && told.cards.length > 0 ? lensOf(told) : null);
  };
  const tell = (told: PlaceExplanation | null): void => {
    cursorStore.setState({ told });
    light();
  };
  const ask = (): void => {
    const model = editor.getModel();
    const position = editor.getPosition();
    const file = fileOf();
    const mine = ++asked;
    if (!viewStore.getState().followCursor || model === null || position === null || file === null) {
      tell(null);
      return;
    }
    // Until the engine knows this text, offsets in it mean something else; it asks again then.
    if (analysisStore.getState().analysis?.revision !== documentStore.getState().revision) return;
    const { lineNumber, column } = position;
    const character = pointedAt(model.getLineContent(lineNumber), column - 1);
    if (character === null) {
      tell(null);
      return;
    }
    const offset = model.getOffsetAt({ lineNumber, column: character + 1 });
    void askEngine({ kind: 'atPlace', file, offset }).then((told) => {
      if (mine === asked) tell(told);
    });
  };
  const askIn = (milliseconds: number): void => {
    clearTimeout(timer);
    timer = setTimeout(ask, milliseconds);
  };

  const listeners = [
    editor.onDidChangeCursorPosition(() => {
      const now = editor.getModel()?.getVersionId();
      isMoved = now === version;
      version = now;
      if (!isMoved) light();
      askIn(isMoved ? MOVED_MS : TYPED_MS);
    }),
    editor.onDidChangeModel(() => {
      version = editor.getModel()?.getVersionId();
      isMoved = false;
      light();
      askIn(MOVED_MS);
    }),
    editor.onDidFocusEditorText(() => {
      isMoved = true;
      askIn(MOVED_MS);
    }),
    editor.onDidBlurEditorText(light),
  ];
  const stops = [
    analysisStore.subscribe((state, before) => {
      if (state.analysis !== before.analysis) askIn(isMoved ? MOVED_MS : TYPED_MS);
    }),
    viewStore.subscribe((state, before) => {
      if (state.followCursor !== before.followCursor) ask();
      else if (state.selection !== before.selection) light();
    }),
  ];
  return () => {
    clearTimeout(timer);
    asked++;
    for (const listener of listeners) listener.dispose();
    for (const stop of stops) stop();
    lensStore.getState().setLens('cursor', null);
  };
}

function lensOf({ label, cards, pairs, pairCount }: PlaceExplanation): Lens {
  const ids = cards.map(({ id }) => id);
  const keys = pairs.map((pair) =>
    pairKey(ids[Math.floor(pair / ids.length)] ?? '', ids[pair % ids.length] ?? ''),
  );
  return {
    label,
    entities: new Set(ids),
    // Where there are more than are named, all between the cards.
    pairs: pairCount > pairs.length ? null : new Set(keys),
    rest: 'dimmed',
  };
}
