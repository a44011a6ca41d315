import { examples, knownFiles, loadFiles, type Example } from '../examples';
import { t } from '../language/t';
import { documentStore, type Workspace } from '../state/documentStore';
import { openAfresh } from '../state/openAfresh';
import { shellStore } from './shellStore';

/** The example a workspace was opened from, changed or not. */
export function exampleOf({ example }: Pick<Workspace, 'example'>): Example | undefined {
  return examples.find(({ id }) => id === example);
}

/** True when the files are, letter by letter, those of the example they came from, as far as those are known yet. */
export function isUntouched(opened: Workspace): boolean {
  const example = exampleOf(opened);
  const original = example && knownFiles(example);
  return (
    original?.length === opened.files.length &&
    original.every(({ name, text }, index) => {
      const file = opened.files[index];
      return file?.name === name && file.text === text;
    })
  );
}

/** True when replacing the files would lose something that exists nowhere else. */
export function hasOwnWork(opened: Workspace): boolean {
  return !isUntouched(opened) && opened.files.some(({ text }) => text.trim() !== '');
}

/** Replaces the files and says so; when own work was replaced, the notice offers it back, and `undone` goes with it. */
export function replaceWorkspace(next: Workspace, words: string, undone?: () => void): void {
  const { example, files } = documentStore.getState();
  const before: Workspace = { example, files: files.map(({ name, text }) => ({ name, text })) };
  const precious = hasOwnWork({ example, files });
  openAfresh(next);
  const { notify, dismiss, rememberReplaced } = shellStore.getState();
  dismiss();
  if (!precious) return;
  const undo = (): void => {
    openAfresh(before);
    undone?.();
    rememberReplaced(null);
    dismiss();
  };
  rememberReplaced(undo);
  notify({ text: words, undo });
}

/** Opens an example in place of the files that are open; `words` say so. */
export async function openExample(example: Example, words = t`Opened “${example.title}”.`): Promise<void> {
  try {
    const files = knownFiles(example) ?? (await loadFiles(example));
    replaceWorkspace({ example: example.id, files }, words);
  } catch {
    shellStore.getState().notify({ text: t`“${example.title}” could not be fetched.`, undo: null });
  }
}
