/** Everything of Monaco; reached only by `import('./monaco')`, so that it never delays the picture. */
import './monaco/features';
import * as monaco from 'monaco-editor/editor';
import type { FileId, SourceFile } from '../engine';
import { t } from '../language/t';
import { documentStore } from '../state/documentStore';
import { registerTemplates } from './monaco/completeTemplates';
import { showDeciding } from './monaco/deciding';
import { followCursor } from './monaco/followCursor';
import { openModels } from './monaco/models';
import { options } from './monaco/options';
import { projectPastes } from './monaco/paste';
import { showProblems } from './monaco/problems';
import { answerReveals } from './monaco/reveal';
import { followSize } from './monaco/size';
import { followTheme } from './monaco/themes';
import { registerYaml } from './monaco/yamlLanguage';
import type { ProjectPaste } from './pasted';
import { treeFiles } from './tree/treeFiles';

export { CursorStrip } from './CursorStrip';

registerYaml();
registerTemplates();

/** Texts of more characters than this take Monaco a while. */
const LARGE = 50_000;

const isLargeOneNew = (files: readonly SourceFile[], before: readonly SourceFile[]): boolean =>
  files.some(({ id, text }) => text.length > LARGE && !before.some((file) => file.id === id));

/** What an edit begins with. */
const EDITING = ['keydown', 'pointerdown', 'beforeinput', 'paste', 'drop'] as const;

/** Where the caret stood in the plain editor, when it had the focus. */
export interface Caret {
  readonly file: FileId;
  readonly offset: number;
}

/** Puts an editor for all open files into an element and connects it to the stores; the answer takes it away again. */
export function mountEditor(
  host: HTMLElement,
  caret: Caret | null,
  projectPaste: () => ProjectPaste | undefined,
): () => void {
  const stopTheme = followTheme();
  const models = openModels(documentStore.getState().files);
  const editor = monaco.editor.create(host, { ...options, model: null });
  const viewStates = new Map<FileId, monaco.editor.ICodeEditorViewState>();
  let shown: FileId | null = null;
  let named: string | null = null;

  const show = (): void => {
    const { activeFile } = documentStore.getState();
    const model = models.begun(activeFile);
    if (!model || editor.getModel() === model) return;
    const left = editor.saveViewState();
    if (shown !== null && left) viewStates.set(shown, left);
    shown = activeFile;
    editor.setModel(model);
    editor.restoreViewState(viewStates.get(activeFile) ?? null);
  };
  const label = (): void => {
    const { activeFile, files } = documentStore.getState();
    const name = files.find(({ id }) => id === activeFile)?.name ?? '';
    if (name === named) return;
    named = name;
    editor.updateOptions({ ariaLabel: ariaLabel(name) });
  };

  const lock = (): void => {
    const { activeFile, locked } = documentStore.getState();
    editor.updateOptions({ readOnly: locked.includes(activeFile) });
  };

  show();
  label();
  lock();
  let mounted = true;
  let isDue = false;
  const follow = (): void => {
    isDue = false;
    if (!mounted) return;
    const { files } = documentStore.getState();
    models.open(files);
    show();
    label();
    lock();
    models.close(files);
  };
  /** The page draws all the rest of what was opened in this task. */
  const followLater = (): void => {
    isDue = true;
    setTimeout(() => {
      if (mounted) models.open(documentStore.getState().files);
      setTimeout(follow);
    });
  };
  const stopDocuments = documentStore.subscribe((state, before) => {
    if (state.loadId === before.loadId) {
      show();
      label();
      if (state.activeFile !== before.activeFile || state.locked !== before.locked) lock();
    } else if (isLargeOneNew(state.files, before.files)) followLater();
    else follow();
  });
  const stopTrees = treeFiles.subscribe(() => {
    // Later: the model of a file that has just become large is in the middle of telling so.
    queueMicrotask(() => {
      if (!mounted || isDue) return;
      const { files } = documentStore.getState();
      models.open(files);
      show();
      models.close(files);
    });
  });
  // What somebody does to a text is done to all of it.
  for (const event of EDITING) host.addEventListener(event, models.complete, true);
  const stops = [
    stopDocuments,
    stopTrees,
    showProblems(models),
    showDeciding(models),
    followCursor(editor, () => shown),
    projectPastes(editor, host, projectPaste),
    followSize(editor),
    stopTheme,
  ];
  if (caret?.file === documentStore.getState().activeFile) {
    editor.focus();
    const position = models.get(caret.file)?.getPositionAt(caret.offset);
    if (position) editor.setPosition(position);
  }
  stops.push(answerReveals(editor, models));

  return () => {
    mounted = false;
    for (const event of EDITING) host.removeEventListener(event, models.complete, true);
    for (const stop of stops) stop();
    editor.dispose();
    models.dispose();
  };
}

const ariaLabel = (name: string): string =>
  t`${name}, Kubernetes manifests. Tab indents; Control M lets Tab leave the editor.`;
