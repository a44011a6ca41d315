import { projectForStorage } from '../intake';
import { t } from '../language/t';
import { documentStore } from '../state/documentStore';
import { readSetAside, writeSetAside } from '../state/setAside';
import { shellStore } from './shellStore';
import { hasOwnWork, replaceWorkspace } from './workspaces';

/** Keeps the person's own work in the browser before a link replaces it: the way back outlives a reload. */
export async function setAside(): Promise<void> {
  const { files, activeFile, cni, example } = documentStore.getState();
  if (!hasOwnWork({ files, example })) return;
  await writeSetAside({
    files: await Promise.all(
      files.map(async ({ name, text }) => ({ name, text: await projectForStorage(text) })),
    ),
    active: files.findIndex(({ id }) => id === activeFile),
    cni,
    example,
  });
}

/** Offers what a link replaced before the page was loaded anew, or what another tab stored. */
export async function offerSetAside(): Promise<void> {
  if (shellStore.getState().undoReplacing !== null) return;
  const now = documentStore.getState().files.map(({ text }) => text);
  const kept = await readSetAside(
    (one) => hasOwnWork(one) && !one.files.every(({ text }) => text.trim() === '' || now.includes(text)),
  );
  if (kept === null) return;
  shellStore.getState().rememberReplaced(() => {
    replaceWorkspace({ example: kept.example, files: kept.files }, t`Brought back your files.`);
    if (documentStore.getState().cni !== kept.cni) documentStore.getState().setCni(kept.cni);
  });
}
