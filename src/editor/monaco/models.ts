import * as monaco from 'monaco-editor/editor';
import type { FileId, SourceFile } from '../../engine';
import { documentStore } from '../../state/documentStore';
import { smallestEdit } from '../smallestEdit';
import { isTree, treeFiles } from '../tree/treeFiles';

/** One text model per open file that is shown as text. A keystroke goes from the model to the store, never back. */
export interface Models {
  readonly get: (file: FileId) => monaco.editor.ITextModel | undefined;
  readonly entries: () => Iterable<readonly [FileId, monaco.editor.ITextModel]>;
  /** After files were opened, replaced or removed from outside: makes the models say what the store says. */
  readonly match: (files: readonly SourceFile[]) => void;
  readonly dispose: () => void;
}

/** As one step that undo takes back. */
function resetText(model: monaco.editor.ITextModel, text: string): void {
  const edit = smallestEdit(model.getValue(), text);
  const range = monaco.Range.fromPositions(model.getPositionAt(edit.start), model.getPositionAt(edit.end));
  model.pushStackElement();
  model.pushEditOperations([], [{ range, text: edit.text }], () => null);
  model.pushStackElement();
}

function openModel({ id, text }: SourceFile): monaco.editor.ITextModel {
  const model = monaco.editor.createModel(text, 'yaml', monaco.Uri.parse(`file:///${id}.yaml`));
  // Monaco pairs brackets in every model, coloured or not: 0.1 s of the page's time for 18,000 lines.
  model.updateOptions({
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  });
  const tellStore = (): void => {
    documentStore.getState().editText(id, model.getValue());
  };
  model.onDidChangeContent(tellStore);
  // Monaco evens out mixed line ends and drops a byte order mark: offsets count in what it holds.
  tellStore();
  return model;
}

function closeModel(model: monaco.editor.ITextModel): void {
  // Markers belong to the address, and a restored file has the address it had.
  for (const owner of ['engine', 'findings']) monaco.editor.setModelMarkers(model, owner, []);
  model.dispose();
}

export function openModels(files: readonly SourceFile[]): Models {
  const models = new Map<FileId, monaco.editor.ITextModel>();

  const match = (open: readonly SourceFile[]): void => {
    const wanted = open.filter(({ id }) => !isTree(treeFiles.getState(), id));
    const ids = new Set(wanted.map(({ id }) => id));
    for (const [id, model] of models) {
      if (ids.has(id)) continue;
      models.delete(id);
      closeModel(model);
    }
    for (const file of wanted) {
      const model = models.get(file.id);
      if (!model) models.set(file.id, openModel(file));
      else if (model.getValue() !== file.text) resetText(model, file.text);
    }
  };

  match(files);
  return {
    get: (file) => models.get(file),
    entries: () => models,
    match,
    dispose: () => {
      for (const model of models.values()) closeModel(model);
      models.clear();
    },
  };
}
