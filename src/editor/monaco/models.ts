import * as monaco from 'monaco-editor/editor';
import type { FileId, SourceFile } from '../../engine';
import { analysisStore } from '../../state/analysisStore';
import { documentStore } from '../../state/documentStore';
import { pieceEnd } from '../pieceEnd';
import { smallestEdit } from '../smallestEdit';
import { isTree, treeFiles } from '../tree/treeFiles';
import { whenIdle } from '../whenIdle';

/**
 * One text model per open file that is shown as text. A keystroke goes from the model to the store, never back. A model
 * begins with what can be seen of a large text and is given the rest in tasks of its own, so that the page goes on.
 */
export interface Models {
  /** With all of its text by now. */
  readonly get: (file: FileId) => monaco.editor.ITextModel | undefined;
  /** Perhaps with the beginning of its text only. */
  readonly begun: (file: FileId) => monaco.editor.ITextModel | undefined;
  /** Those that have all of their text: an offset means something in no other. */
  readonly entries: () => Iterable<readonly [FileId, monaco.editor.ITextModel]>;
  /** Calls back when one has got the last of its text; returns how to end that. */
  readonly onWhole: (listener: () => void) => () => void;
  /** Gives all of them all of their text: somebody is about to edit one. */
  readonly complete: () => void;
  /** After files were opened or replaced from outside: makes the models say what the store says. */
  readonly open: (files: readonly SourceFile[]) => void;
  /** Takes away the models of all other files. */
  readonly close: (files: readonly SourceFile[]) => void;
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

/** A model, and what of its text it was not given yet. */
interface Open {
  readonly model: monaco.editor.ITextModel;
  rest: string;
  /** It is being given some of the rest, which is no news to the store. */
  isGrowing: boolean;
}

const textOf = ({ model, rest }: Open): string => model.getValue() + rest;

function openModel({ id, text }: SourceFile): Open {
  // Monaco evens out mixed line ends: for that it has to see all of them.
  const end = text.includes('\r') ? text.length : pieceEnd(text, 0);
  const model = monaco.editor.createModel(text.slice(0, end), 'yaml', monaco.Uri.parse(`file:///${id}.yaml`));
  const open: Open = { model, rest: text.slice(end), isGrowing: false };
  // Monaco pairs brackets in every model, coloured or not: 0.1 s of the page's time for 18,000 lines.
  model.updateOptions({
    bracketColorizationOptions: { enabled: false, independentColorPoolPerBracketType: false },
  });
  const tellStore = (): void => {
    if (!open.isGrowing) documentStore.getState().editText(id, textOf(open));
  };
  model.onDidChangeContent(tellStore);
  // It drops a byte order mark, too: offsets count in what it holds.
  tellStore();
  return open;
}

/** Nothing that undo would take back. */
function append(open: Open, length: number): void {
  const { model, rest } = open;
  const { endLineNumber, endColumn } = model.getFullModelRange();
  const range = new monaco.Range(endLineNumber, endColumn, endLineNumber, endColumn);
  open.rest = rest.slice(length);
  open.isGrowing = true;
  model.applyEdits([{ range, text: rest.slice(0, length) }]);
  open.isGrowing = false;
}

function closeModel(model: monaco.editor.ITextModel): void {
  // Markers belong to the address, and a restored file has the address it had.
  for (const owner of ['engine', 'findings']) monaco.editor.setModelMarkers(model, owner, []);
  model.dispose();
}

const isText = ({ id }: SourceFile): boolean => !isTree(treeFiles.getState(), id);

/** Milliseconds that the rest of a text waits for the engine, which has use for the whole machine till it answers. */
const PATIENCE = 2000;

/** And each piece of it at most for the picture, which is drawn then. */
const GOING_ON = 100;

const isAnswered = (): boolean =>
  analysisStore.getState().analysis?.revision === documentStore.getState().revision;

function after(milliseconds: number, then: () => void): () => void {
  const timer = setTimeout(then, milliseconds);
  return () => {
    clearTimeout(timer);
  };
}

export function openModels(files: readonly SourceFile[]): Models {
  const models = new Map<FileId, Open>();
  const listeners = new Set<() => void>();
  let stopFilling = (): void => undefined;

  const unfinished = (): Open | undefined => [...models.values()].find(({ rest }) => rest !== '');
  const fill = (open: Open, length: number): void => {
    append(open, length);
    if (open.rest === '') for (const listener of listeners) listener();
  };
  const fillSoon = (): void => {
    stopFilling();
    if (unfinished() === undefined) return;
    if (isAnswered()) stopFilling = whenIdle(fillNext, GOING_ON);
    else stopFilling = after(PATIENCE, fillNext);
  };
  const fillNext = (): void => {
    const open = unfinished();
    if (open) fill(open, pieceEnd(open.rest, 0));
    fillSoon();
  };
  const complete = (open: Open | undefined): void => {
    if (open && open.rest !== '') fill(open, open.rest.length);
  };

  const open = (wanted: readonly SourceFile[]): void => {
    for (const file of wanted.filter(isText)) {
      const known = models.get(file.id);
      if (!known) models.set(file.id, openModel(file));
      else if (textOf(known) !== file.text) {
        complete(known);
        resetText(known.model, file.text);
      }
    }
    fillSoon();
  };
  const close = (wanted: readonly SourceFile[]): void => {
    const ids = new Set(wanted.filter(isText).map(({ id }) => id));
    for (const [id, { model }] of models) {
      if (ids.has(id)) continue;
      models.delete(id);
      closeModel(model);
    }
  };

  open(files);
  const stopWaiting = analysisStore.subscribe(({ analysis }, before) => {
    if (analysis !== before.analysis && unfinished() !== undefined) fillSoon();
  });
  return {
    get: (file) => {
      const open = models.get(file);
      complete(open);
      return open?.model;
    },
    begun: (file) => models.get(file)?.model,
    entries: () =>
      [...models].flatMap(([id, { model, rest }]) => (rest === '' ? [[id, model] as const] : [])),
    onWhole: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    complete: () => {
      for (const open of models.values()) complete(open);
    },
    open,
    close,
    dispose: () => {
      stopWaiting();
      stopFilling();
      for (const { model } of models.values()) closeModel(model);
      models.clear();
    },
  };
}
