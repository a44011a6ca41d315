import { createStore, type StoreApi } from 'zustand/vanilla';
import type { FileId } from '../../engine';
import { analysisStore } from '../../state/analysisStore';
import { documentStore } from '../../state/documentStore';
import { smallestEdit, type TextEdit } from '../smallestEdit';
import { buildIndex } from './buildIndex';
import { deletionRange } from './deletion';
import { ancestorKeys } from './grouping';
import { grown, moved, type TextRange } from './movingRange';
import { noObjects, positionAt, type ObjectIndex } from './objectIndex';
import { noProblems, problemsOf, type Problems } from './problems';
import { objectKey } from './rows';
import { updateIndex } from './updateIndex';

/** The object whose text is open below the tree. The range follows the text, so typing never closes it. */
export interface OpenedObject {
  readonly id: number;
  readonly range: TextRange;
  /** A part of it to select, counted from its start; the number makes asking twice two requests. */
  readonly select: (TextRange & { readonly count: number }) | null;
}

/** What was deleted last, and where it would go back to. */
export interface DeletedObject {
  readonly title: string;
  readonly text: string;
  readonly at: number;
}

/** One large file as a tree. */
export interface TreeState {
  /** How much of the text is read; null when all of it is. */
  readonly reading: number | null;
  /** What the index belongs to. */
  readonly text: string;
  readonly index: ObjectIndex;
  readonly problems: Problems;
  readonly query: string;
  /** Groups that are open while nothing is searched. */
  readonly expanded: ReadonlySet<string>;
  /** Groups closed by hand while something is searched: there the others are open. */
  readonly folded: ReadonlySet<string>;
  /** Key of the row that has the focus, or gets it. */
  readonly focused: string | null;
  readonly opened: OpenedObject | null;
  readonly deleted: DeletedObject | null;
}

/** The end of an object's text without its last line break, which parts it from what follows and so is not edited. */
function withoutBreak(text: string, start: number, end: number): number {
  if (end <= start || text.charAt(end - 1) !== '\n') return end;
  return end - 1 > start && text.charAt(end - 2) === '\r' ? end - 2 : end - 1;
}

const noKeys: ReadonlySet<string> = new Set();

/** The tree of one file, and what can be done in it. It outlives the component, so a change of tabs loses nothing. */
export class Tree {
  readonly store: StoreApi<TreeState> = createStore<TreeState>()(() => ({
    reading: 0,
    text: '',
    index: noObjects,
    problems: noProblems,
    query: '',
    expanded: noKeys,
    folded: noKeys,
    focused: null,
    opened: null,
    deleted: null,
  }));
  private readonly file: FileId;
  private selections = 0;

  constructor(file: FileId) {
    this.file = file;
  }

  /** Reads the text and follows it until the answer is called. */
  follow(): () => void {
    const stop = new AbortController();
    const { text, reading } = this.store.getState();
    if (reading === null && text !== '') this.catchUp();
    else void this.read(stop.signal);
    const stops = [
      documentStore.subscribe(() => {
        if (this.store.getState().reading === null) this.catchUp();
      }),
      analysisStore.subscribe((state, before) => {
        if (state.analysis !== before.analysis) this.takeProblems();
      }),
    ];
    return () => {
      stop.abort();
      for (const each of stops) each();
    };
  }

  /** Puts another text in the place of the opened object's. */
  editOpened(text: string): void {
    const { opened } = this.store.getState();
    if (opened) this.change({ ...opened.range, text }, true);
  }

  open(id: number): void {
    const { index } = this.store.getState();
    const position = index.heads.findIndex((head) => head.id === id);
    if (position >= 0) this.openAt(position, null);
  }

  /** Opens the object at a place in the text and selects the place in it. */
  openPlace({ start, end }: TextRange): void {
    const { index, text } = this.store.getState();
    const place = { start: Math.min(start, text.length), end: Math.min(end, text.length) };
    const position = Math.max(0, positionAt(index, place.start));
    this.openAt(position, place);
  }

  /** Selects a part of the opened object, counted from its start. */
  selectInOpened({ start, end }: TextRange): void {
    const { opened } = this.store.getState();
    const select = { start, end, count: ++this.selections };
    if (opened) this.store.setState({ opened: { ...opened, select } });
  }

  close(): void {
    this.store.setState({ opened: null });
  }

  deleteOpened(title: string): void {
    const { opened, index, text } = this.store.getState();
    if (!opened) return;
    const position = index.heads.findIndex(({ id }) => id === opened.id);
    const range = position < 0 ? opened.range : deletionRange(index, position, text);
    this.store.setState({ opened: null });
    this.change({ ...range, text: '' }, false);
    this.store.setState({ deleted: { title, text: text.slice(range.start, range.end), at: range.start } });
  }

  /** Puts back what was deleted, and opens it. */
  undoDelete(): void {
    const { deleted } = this.store.getState();
    if (!deleted) return;
    const { at } = deleted;
    const breaks = at === 0 || this.store.getState().text.charAt(at - 1) === '\n';
    // A marker stands on a line of its own, whatever became of the text before it.
    const text = !breaks && deleted.text.startsWith('---') ? `\n${deleted.text}` : deleted.text;
    this.store.setState({ deleted: null });
    this.change({ start: at, end: at, text }, false);
    const { index } = this.store.getState();
    const position = index.starts.findIndex((start) => start >= at);
    if (position >= 0) this.openAt(position, null);
  }

  forgetDeleted(): void {
    this.store.setState({ deleted: null });
  }

  search(query: string): void {
    this.store.setState({ query, folded: noKeys });
  }

  focus(key: string): void {
    this.store.setState({ focused: key });
  }

  setExpanded(keys: readonly string[], expanded: boolean): void {
    const { query } = this.store.getState();
    const searching = query.trim() !== '';
    const set = new Set(this.store.getState()[searching ? 'folded' : 'expanded']);
    for (const key of keys) {
      if (expanded === searching) set.delete(key);
      else set.add(key);
    }
    this.store.setState(searching ? { folded: set } : { expanded: set });
  }

  private openAt(position: number, place: TextRange | null): void {
    const { index } = this.store.getState();
    const head = index.heads[position];
    if (!head) return;
    const start = index.starts[position] ?? 0;
    const range = {
      start,
      end: withoutBreak(this.store.getState().text, start, index.ends[position] ?? start),
    };
    const within = (at: number): number => Math.min(Math.max(at - start, 0), range.end - start);
    const select = place && { start: within(place.start), end: within(place.end), count: ++this.selections };
    this.store.setState(({ expanded, folded }) => ({
      opened: { id: head.id, range, select },
      focused: objectKey(head.id),
      ...(place && {
        expanded: new Set([...expanded, ...ancestorKeys(head)]),
        folded: new Set([...folded].filter((key) => !ancestorKeys(head).includes(key))),
      }),
    }));
  }

  private currentText(): string | undefined {
    return documentStore.getState().files.find(({ id }) => id === this.file)?.text;
  }

  private async read(signal: AbortSignal): Promise<void> {
    const text = this.currentText() ?? '';
    this.store.setState({ reading: 0, text: '', index: noObjects });
    const index = await buildIndex(text, signal, (read) => {
      const reading = Math.floor((read / Math.max(1, text.length)) * 20) / 20;
      if (reading !== this.store.getState().reading) this.store.setState({ reading });
    });
    if (!index) return;
    const [only, ...others] = new Set(index.heads.map((head) => ancestorKeys(head)[0] ?? ''));
    const expanded = only !== undefined && others.length === 0 ? new Set([only]) : noKeys;
    this.store.setState({ reading: null, text, index, expanded });
    this.catchUp();
    this.takeProblems();
  }

  /** Brings the index to the text that is there now. */
  private catchUp(): void {
    const { text } = this.store.getState();
    const now = this.currentText();
    if (now !== undefined && now !== text) this.apply(smallestEdit(text, now), now, false);
  }

  /** Changes the file. The index knows it first, and so need not look for what has changed. */
  private change(edit: TextEdit, inOpened: boolean): void {
    const { text } = this.store.getState();
    const next = text.slice(0, edit.start) + edit.text + text.slice(edit.end);
    this.apply(edit, next, inOpened);
    documentStore.getState().editText(this.file, next);
  }

  private apply(edit: TextEdit, next: string, inOpened: boolean): void {
    const { text, index, opened, deleted } = this.store.getState();
    const range = opened && (inOpened ? grown(opened.range, edit) : moved(opened.range, edit));
    const back = deleted && moved({ start: deleted.at, end: deleted.at }, edit);
    this.store.setState({
      text: next,
      index: updateIndex(index, text, edit, next),
      opened: opened && range && { ...opened, range },
      deleted: deleted && back && { ...deleted, at: back.start },
    });
  }

  private takeProblems(): void {
    const { analysis } = analysisStore.getState();
    const { index, reading, text } = this.store.getState();
    // An older answer has older places; what is shown stays with its objects until the answer for this text is here.
    if (reading !== null || analysis?.revision !== documentStore.getState().revision) return;
    if (text !== this.currentText()) return;
    this.store.setState({ problems: problemsOf(analysis.diagnostics, this.file, index) });
  }
}

const trees = new Map<FileId, Tree>();

/** The tree of a file; those of files that are gone are forgotten. */
export function treeOf(file: FileId): Tree {
  const open = new Set(documentStore.getState().files.map(({ id }) => id));
  for (const id of trees.keys()) if (!open.has(id)) trees.delete(id);
  let tree = trees.get(file);
  if (!tree) trees.set(file, (tree = new Tree(file)));
  return tree;
}
