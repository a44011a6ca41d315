import type { Source } from './readImport';

type Open = (content: Blob, name: string) => Promise<boolean>;

let open: Open | null = null;

/** Says who opens saved workspaces and lessons: they come in where manifests do. */
export function openWorkspaceFilesWith(next: Open): void {
  open = next;
}

/** Larger ones were not written by this page. */
const SIZE_MOST = 100_000_000;

const names = /\.(?:netpol\.json|md)$/i;

/** Opens what came in if it is a saved workspace or a lesson; false: it was none. Null: it does not look like one. */
export function workspaceFile(sources: readonly Source[]): Promise<boolean> | null {
  const [source] = sources;
  if (open === null || sources.length !== 1 || !source || !('file' in source)) return null;
  return names.test(source.name) && source.file.size <= SIZE_MOST ? open(source.file, source.name) : null;
}
