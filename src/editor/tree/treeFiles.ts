import { createStore } from 'zustand/vanilla';
import type { FileId, SourceFile } from '../../engine';
import { documentStore } from '../../state/documentStore';

/** A file of more than this is shown as a tree: an editor for text is no pleasure any more. */
const LARGE = { characters: 1_000_000, lines: 30_000 };

/** A file shown as a tree stays one until it is clearly smaller, so that it does not go back and forth. */
const STAYS_LARGE = 0.8;

/** Up to this size a large file can still be opened as text. */
const MOST_AS_TEXT = 5_000_000;

/** How large files are shown. Written by what follows the user's text, and by the user's wish. */
export interface TreeFiles {
  /** Large files, shown as trees unless the user wishes otherwise. */
  readonly large: ReadonlySet<FileId>;
  /** Those of them that the user wants to see as text. */
  readonly asText: ReadonlySet<FileId>;
  /** A file that a paste made large, as it was before: the editor that could have undone that is gone. */
  readonly pasted: SourceFile | null;
}

export const treeFiles = createStore<TreeFiles>()(() => ({
  large: new Set(),
  asText: new Set(),
  pasted: null,
}));

/** True while a file is shown as a tree. */
export const isTree = ({ large, asText }: TreeFiles, file: FileId): boolean =>
  large.has(file) && !asText.has(file);

/** True while a large file is shown as text, because the user wants it so. */
export const isLargeText = ({ large, asText }: TreeFiles, file: FileId): boolean =>
  large.has(file) && asText.has(file);

/** Whether an editor could hold the text at all. */
export const fitsEditor = (text: string): boolean => text.length <= MOST_AS_TEXT;

/** Shows a large file as text, or as a tree again. */
export function showAsText(file: FileId, wanted: boolean): void {
  const asText = new Set(treeFiles.getState().asText);
  if (wanted) asText.add(file);
  else asText.delete(file);
  treeFiles.setState({ asText });
}

/** Takes a paste back that made a file large. */
export function undoPaste(): void {
  const { pasted } = treeFiles.getState();
  treeFiles.setState({ pasted: null });
  if (pasted) documentStore.getState().replaceText(pasted.id, pasted.text);
}

/** The paste stays. */
export function keepPaste(): void {
  treeFiles.setState({ pasted: null });
}

/** Whether a text is above the limit; `share` makes the limit smaller. */
export function isLarge(text: string, share = 1): boolean {
  if (text.length > LARGE.characters * share) return true;
  const most = LARGE.lines * share;
  if (text.length <= most) return false;
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) if (++lines > most) return true;
  return false;
}

/** Decides anew about the files that were opened or replaced. Typing alone never takes an editor away. */
function decide(files: readonly SourceFile[], before: readonly SourceFile[], loaded: boolean): void {
  const { large, asText } = treeFiles.getState();
  const next = new Set<FileId>();
  for (const file of files) {
    const was = large.has(file.id);
    if (before.includes(file) ? was : isLargeNow(file, was, loaded)) next.add(file.id);
  }
  const isNew = (id: FileId): boolean => next.has(id) && !large.has(id);
  const changed = next.size !== large.size || [...next].some((id) => !large.has(id));
  if (!changed) return;
  const pasted = loaded ? null : (before.find(({ id, text }) => isNew(id) && text.trim() !== '') ?? null);
  treeFiles.setState({ large: next, asText: new Set([...asText].filter((id) => next.has(id))), pasted });
}

function isLargeNow({ text }: SourceFile, was: boolean, loaded: boolean): boolean {
  if (was) return !loaded || isLarge(text, STAYS_LARGE);
  return isLarge(text);
}

decide(documentStore.getState().files, [], true);
documentStore.subscribe((state, before) => {
  const loaded = state.loadId !== before.loadId;
  // A leap is a paste: as much text as no one types.
  if (loaded || state.leap !== before.leap) decide(state.files, before.files, loaded);
});
