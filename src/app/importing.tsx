import { useEffect, type ReactNode } from 'react';
import {
  DropTarget,
  intakeStore,
  openFiles,
  openWorkspaceFilesWith,
  ProgressCard,
  projectPaste,
  type ImportReceipt,
  type Opener,
  type Pasted,
} from '../intake';
import { t } from '../language/t';
import { analysisStore } from '../state/analysisStore';
import { documentStore } from '../state/documentStore';
import { shellStore } from './shellStore';
import { hasOwnWork, replaceWorkspace } from './workspaces';

const opener: Opener = {
  mayReplace: () => !hasOwnWork(documentStore.getState()),
  isSameCluster: ({ namespaces }) => {
    const known = analysisStore.getState().drawn?.topology.namespaces ?? [];
    return known.some(({ name }) => namespaces.includes(name));
  },
  replace: (workspace) => {
    replaceWorkspace(workspace, t`It takes the place of the older state.`);
  },
};

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
  void openFiles(opener);
}

/** Looks at pasted text before the editor gets it. */
export const takePaste = (text: string): Promise<Pasted> => projectPaste(text, opener);

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
      <DropTarget opener={opener} />
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
  const { notify, undoReplacing } = shellStore.getState();
  if (text !== '') notify({ text, undo: receipt.isNewer ? undoReplacing : null });
}
