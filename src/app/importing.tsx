import { useEffect, type ReactNode } from 'react';
import {
  droppedSentence,
  DropTarget,
  dumpSentence,
  intakeStore,
  openFiles,
  ProgressCard,
  projectPaste,
  type ImportReceipt,
  type Pasted,
} from '../intake';
import { documentStore } from '../state/documentStore';
import { shellStore } from './shellStore';
import { hasOwnWork } from './workspaces';

/** More names than this are only counted. */
const MANY = 3;

const mayReplace = (): boolean => !hasOwnWork(documentStore.getState());

/** Lets the person choose files and opens them. */
export function openFilesAndTell(): void {
  void openFiles(mayReplace);
}

/** Looks at pasted text before the editor gets it. */
export const takePaste = (text: string): Promise<Pasted> => projectPaste(text, mayReplace);

/** What came in, what was left out of it and what was refused; empty when there is nothing to say. */
export function importSentences(receipt: ImportReceipt): string {
  const { files, refused } = receipt;
  const opened = files.length > MANY ? `${String(files.length)} files` : files.join(', ');
  const left = leftSentence(receipt);
  return [
    ...(files.length > 0 ? [`Opened ${opened}.`] : []),
    ...(left === null ? [] : [left]),
    ...refused.map(({ name, reason }) => `${name} was not opened. ${reason}`),
  ].join(' ');
}

/** What was kept of what came in and what was not; null when nothing is to be said. */
export function leftSentence({ dump, dropped }: ImportReceipt): string | null {
  if (dump !== null) return dumpSentence(dump, dropped);
  const sentence = droppedSentence(dropped);
  return sentence === null ? null : `${sentence}.`;
}

/** Takes files dropped anywhere on the page, and says what became of whatever came in. */
export function DropArea({ children }: { readonly children: ReactNode }) {
  useEffect(
    () =>
      intakeStore.subscribe(({ receipt }, before) => {
        if (receipt === null || receipt === before.receipt) return;
        const text = importSentences(receipt);
        if (text !== '') shellStore.getState().notify({ text, undo: null });
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
