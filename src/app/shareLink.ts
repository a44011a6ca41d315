import { projectForStorage } from '../intake';
import { exampleParameter, workspaceParameter, type SharedWorkspace } from '../share';
import { documentStore } from '../state/documentStore';
import { viewFragment } from './address';
import { isUntouched } from './workspaces';

/** What is open, fit to be passed on: nothing that could be a secret is left in it. */
export async function sharedWorkspace(): Promise<SharedWorkspace> {
  const { files, activeFile, cni, example } = documentStore.getState();
  return {
    files: await Promise.all(
      files.map(async ({ name, text }) => ({ name, text: await projectForStorage(text) })),
    ),
    active: Math.max(
      files.findIndex(({ id }) => id === activeFile),
      0,
    ),
    cni,
    example,
  };
}

/** The fragment that opens what is open now: of an unchanged example its name alone. */
export async function shareFragment(withView: boolean): Promise<string> {
  const { files, example, cni } = documentStore.getState();
  const what =
    example !== null && cni === 'spec' && isUntouched({ example, files })
      ? exampleParameter(example)
      : await workspaceParameter(await sharedWorkspace());
  return [what, ...(withView ? [viewFragment()] : [])].filter((part) => part !== '').join('&');
}

/** The address of this page with a fragment, by itself or as a part of another page. */
export const addressWith = (fragment: string, embedded: boolean): string =>
  `${location.origin}${location.pathname}${embedded ? '?embed' : ''}#${fragment}`;
