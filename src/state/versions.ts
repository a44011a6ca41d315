import { createStore } from 'zustand/vanilla';
import type { CniProfile, SourceFile } from '../engine';
import { n, t } from '../language/t';
import { analysisStore } from './analysisStore';
import { documentStore, type DocumentState } from './documentStore';

/** A state of the workspace that was drawn. */
export interface Version {
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly time: number;
  /** What made it: `policies.yaml edited`. */
  readonly words: string;
  readonly files: readonly SourceFile[];
  readonly cni: CniProfile;
  readonly example: string | null;
}

/** The latest versions, the newest first. In memory only: they end with the page. */
export const versionStore = createStore<{ readonly versions: readonly Version[] }>()(() => ({
  versions: [],
}));

/** Versions are kept up to this number, and up to so many characters; a file that stays counts once. */
const MOST = 20;
const MOST_CHARACTERS = 30_000_000;

/** Typing makes a version once it pauses this many milliseconds. */
const PAUSE = 2000;

/**
 * Keeps versions from now on; returns how to stop. `opened` is the workspace as it was when the page opened: somebody who
 * types at once does so before this code is there.
 */
export function startVersions(opened: DocumentState = documentStore.getState()): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let leap = -1;
  let lastId = 0;

  const record = (): void => {
    clearTimeout(timer);
    const { files, cni, example, revision } = documentStore.getState();
    const { analysis, drawn } = analysisStore.getState();
    // Half typed text is no version.
    if (drawn === null || analysis !== drawn || drawn.revision !== revision) return;
    leap = documentStore.getState().leap;
    const { versions } = versionStore.getState();
    const [last] = versions;
    const words = last ? changeWords(last, { files, cni, example }) : t`as opened`;
    if (words === null) return;
    keep({ words, files, cni, example });
  };
  const keep = (what: Omit<Version, 'id' | 'time'>): void => {
    const { versions } = versionStore.getState();
    const version: Version = { ...what, id: ++lastId, time: Date.now() };
    versionStore.setState({ versions: bounded([version, ...versions]) });
  };
  const now = documentStore.getState();
  if (opened.leap === now.leap && opened.files !== now.files) {
    const { files, cni, example } = opened;
    keep({ words: t`as opened`, files, cni, example });
  }

  const look = (): void => {
    clearTimeout(timer);
    if (documentStore.getState().leap !== leap) record();
    else timer = setTimeout(record, PAUSE);
  };
  look();
  const stop = analysisStore.subscribe((state, before) => {
    if (state.drawn !== before.drawn) look();
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** What became of a workspace; null: nothing. */
function changeWords(
  before: Pick<Version, 'files' | 'cni' | 'example'>,
  now: Pick<Version, 'files' | 'cni' | 'example'>,
): string | null {
  // What was brought back are other files of the same names.
  const ids = new Set(before.files.map(({ id }) => id));
  const isReplaced = before.example === now.example && !now.files.some(({ id }) => ids.has(id));
  const key = isReplaced ? 'name' : 'id';
  const old = new Map(before.files.map((file) => [file[key], file]));
  const added = now.files.filter((file) => !old.has(file[key]));
  const kept = now.files.filter((file) => old.has(file[key]));
  const removed = before.files.filter((file) => !now.files.some((one) => one[key] === file[key]));
  if (kept.length === 0 && added.length > 0) return t`${names(added)} opened`;
  const edited = kept.filter((file) => old.get(file[key])?.text !== file.text);
  const parts = [
    ...(edited.length > 0 ? [t`${names(edited)} edited`] : []),
    ...(added.length > 0 ? [t`${names(added)} added`] : []),
    ...(removed.length > 0 ? [t`${names(removed)} removed`] : []),
    ...(before.cni === now.cni ? [] : [t`plugin changed`]),
  ];
  return parts.length > 0 ? parts.join(', ') : null;
}

function names(files: readonly SourceFile[]): string {
  const first = files[0]?.name ?? '';
  const more = files.length - 1;
  return more > 0 ? n(more)`${first} and ${more} more|${first} and ${more} more` : first;
}

/** Drops the oldest ones; the newest always stays. */
function bounded(versions: readonly Version[]): readonly Version[] {
  const counted = new Set<SourceFile>();
  let characters = 0;
  const fitting = versions.slice(0, MOST).findIndex(({ files }, index) => {
    for (const file of files) {
      if (!counted.has(file)) characters += file.text.length;
      counted.add(file);
    }
    return index > 0 && characters > MOST_CHARACTERS;
  });
  return versions.slice(0, fitting === -1 ? MOST : fitting);
}
