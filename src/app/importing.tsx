import { useEffect, type ReactNode } from 'react';
import {
  DropTarget,
  intakeStore,
  openFiles,
  openWorkspaceFilesWith,
  ProgressCard,
  projectPaste,
  type ImportReceipt,
  type Pasted,
} from '../intake';
import { documentStore } from '../state/documentStore';
import { shellStore } from './shellStore';
import { hasOwnWork } from './workspaces';

const mayReplace = (): boolean => !hasOwnWork(documentStore.getState());

openWorkspaceFilesWith(async (content, name) => {
  if (/\.md$/i.test(name)) return (await import('./openLesson')).openLessonFile(name, content);
  const [{ openWorkspaceFile }, { applyView }] = await Promise.all([
    import('./openLink'),
    import('./address'),
  ]);
  return openWorkspaceFile(content, applyView);
});

/** Lets the person choose files and opens them. */
export function openFilesAndTell(): void {
  void openFiles(mayReplace);
}

/** Looks at pasted text before the editor gets it. */
export const takePaste = (text: string): Promise<Pasted> => projectPaste(text, mayReplace);

/** Takes files dropped anywhere on the page, and says what became of whatever came in. */
export function DropArea({ children }: { readonly children: ReactNode }) {
  useEffect(
    () =>
      intakeStore.subscribe(({ receipt }, before) => {
        if (receipt === null || receipt === before.receipt) return;
        void tell(receipt);
      }),
    [],
  );
  return (
    <>
      {children}
      <DropTarget mayReplace={mayReplace} />
      <ProgressCard />
    </>
  );
}

async function tell(receipt: ImportReceipt): Promise<void> {
  // Loaded when there is something to tell, so that the page opens without it.
  const { importSentences } = await import('./importWords');
  const text = importSentences(receipt);
  // The editor gets what was pasted only now, and notices end with the next edit.
  await new Promise((resolve) => setTimeout(resolve));
  if (text !== '') shellStore.getState().notify({ text, undo: null });
}
