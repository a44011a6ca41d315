import { decodeWorkspace, encodeWorkspace, isRecord, parsed, type SharedWorkspace } from './sharedWorkspace';

/** A workspace with how it is looked at, as a file. */
export interface WorkspaceFile {
  readonly workspace: SharedWorkspace;
  /** As in the fragment of the page's address. */
  readonly view: string;
}

const VERSION = 1;

/** The text of a workspace file: JSON that a person can read. */
export function writeWorkspaceFile({ workspace, view }: WorkspaceFile): string {
  const { f, ...rest } = record(parsed(encodeWorkspace(workspace)));
  return `${JSON.stringify({ netpolPlayground: VERSION, ...(view !== '' && { view }), ...rest, f }, null, 2)}\n`;
}

/** Reads a workspace file; null: it is none, or a newer one. Never throws. */
export function readWorkspaceFile(text: string): WorkspaceFile | null {
  const value = parsed(text);
  if (!isRecord(value) || value['netpolPlayground'] !== VERSION) return null;
  const workspace = decodeWorkspace(text);
  const view = value['view'];
  return workspace && { workspace, view: typeof view === 'string' ? view : '' };
}

const record = (value: unknown): Readonly<Record<string, unknown>> => (isRecord(value) ? value : {});
