import type { editor } from 'monaco-editor/editor';
import { viewStore } from '../../state/viewStore';
import { options } from './options';

/** Readable from the last row. */
const IN_CLASS = 20;

/** Keeps the letters as large as the classroom mode wants them. */
export function followSize(shown: editor.IStandaloneCodeEditor): () => void {
  const apply = (): void => {
    const { classroom } = viewStore.getState();
    shown.updateOptions({ fontSize: classroom ? IN_CLASS : (options.fontSize ?? 13) });
  };
  if (viewStore.getState().classroom) apply();
  return viewStore.subscribe((state, before) => {
    if (state.classroom !== before.classroom) apply();
  });
}
