import type { CniProfile } from '../engine';
import { examples, loadFiles } from '../examples';
import { projectForStorage } from '../intake';
import { t } from '../language/t';
import { readLink, readWorkspaceFile, type Link, type SharedWorkspace } from '../share';
import { documentStore } from '../state/documentStore';
import { setAside } from './setAside';
import { shellStore } from './shellStore';
import { replaceWorkspace } from './workspaces';

/** Opens what a fragment carries; says what is wrong with it otherwise, and changes nothing then. */
export async function openLink(fragment: string): Promise<void> {
  const link = await readLink(fragment);
  const problem = link === null ? null : await opened(link);
  if (problem !== null) shellStore.getState().notify({ text: problem, undo: null });
}

/** Opens a workspace file; false: it is none. How it was looked at is handed to `look`. */
export async function openWorkspaceFile(content: Blob, look: (fragment: string) => void): Promise<boolean> {
  const file = readWorkspaceFile(await content.text());
  if (file === null) return false;
  await openShared(file.workspace, t`Opened a workspace file.`);
  look(file.view);
  return true;
}

/** Null: it is open. */
async function opened(link: Link): Promise<string | null> {
  switch (link.kind) {
    case 'damaged':
      return link.sentence;
    case 'workspace':
      await openShared(link.workspace, t`Opened the workspace of a link.`);
      return null;
    case 'example': {
      const example = examples.find(({ id }) => id === link.id);
      if (!example) return t`This link opens the example “${link.id}”, which this page does not have.`;
      const cleaned = { files: await loadFiles(example), active: 0, cni: 'spec', example: link.id } as const;
      await replaceWith(cleaned, t`Opened “${example.title}”.`);
      return null;
    }
    case 'lesson':
    case 'lesson text':
      // Not waited for: reading a lesson asks the engine, which may start only after this.
      void import('./openLesson').then(async ({ openLesson }) => {
        const isOpen = await openLesson(link);
        const text = t`This link opens a lesson that this page does not have.`;
        if (!isOpen) shellStore.getState().notify({ text, undo: null });
      });
      return null;
  }
}

/** Cleaned like everything that comes in. */
async function openShared(shared: SharedWorkspace, words: string): Promise<void> {
  const files = await Promise.all(
    shared.files.map(async ({ name, text }) => ({ name, text: await projectForStorage(text) })),
  );
  await replaceWith({ ...shared, files }, words);
}

/** In place of what is open, which is offered back. */
async function replaceWith({ files, active, cni, example }: SharedWorkspace, words: string): Promise<void> {
  const before = documentStore.getState();
  const isOpen =
    before.files.length === files.length &&
    files.every(({ name, text }, at) => before.files[at]?.name === name && before.files[at].text === text);
  if (!isOpen) {
    await setAside();
    replaceWorkspace({ example, files }, words, () => {
      chooseCni(before.cni);
    });
  }
  chooseCni(cni);
  const { files: now, activateFile } = documentStore.getState();
  const shown = now[active];
  if (shown) activateFile(shown.id);
}

/** Choosing the same again would count as a change. */
function chooseCni(cni: CniProfile): void {
  const state = documentStore.getState();
  if (state.cni !== cni) state.setCni(cni);
}
