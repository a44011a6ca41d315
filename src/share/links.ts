import { t } from '../language/t';
import { pack, unpack } from './packed';
import { decodeWorkspace, encodeWorkspace, type SharedWorkspace } from './sharedWorkspace';

/** What the fragment of an address opens. */
export type Link =
  | { readonly kind: 'workspace'; readonly workspace: SharedWorkspace }
  | { readonly kind: 'example'; readonly id: string }
  | { readonly kind: 'lesson'; readonly id: string }
  /** A lesson that somebody wrote: its file. */
  | { readonly kind: 'lesson text'; readonly text: string }
  | { readonly kind: 'damaged'; readonly sentence: string };

/** Raised when what is packed changes its meaning; older numbers are read for ever. */
const VERSION = '1';
/** Names of the parameters: for ever, too. */
const WORKSPACE = 'w';
const LESSON_TEXT = 't';
const EXAMPLE = 'example';
const LESSON = 'lesson';

const keys: readonly string[] = [WORKSPACE, LESSON_TEXT, EXAMPLE, LESSON];
const keyOf = (piece: string): string => piece.slice(0, Math.max(piece.indexOf('='), 0));

/** The parameter of a workspace that is opened by itself, wherever the link is. */
export const workspaceParameter = async (workspace: SharedWorkspace): Promise<string> =>
  `${WORKSPACE}=${VERSION}.${await pack(encodeWorkspace(workspace))}`;

/** The parameter of a lesson that somebody wrote, with all of its text. */
export const lessonTextParameter = async (text: string): Promise<string> =>
  `${LESSON_TEXT}=${VERSION}.${await pack(text)}`;

/** The parameter of one of the examples that come with the page. */
export const exampleParameter = (id: string): string => `${EXAMPLE}=${encodeURIComponent(id)}`;

/** The parameter of one of the lessons that come with the page. */
export const lessonParameter = (id: string): string => `${LESSON}=${encodeURIComponent(id)}`;

/** What a fragment (without its `#`) opens; null: nothing, it only says how to look. Never throws. */
export async function readLink(fragment: string): Promise<Link | null> {
  const piece = fragment.split('&').find((one) => keys.includes(keyOf(one)));
  if (piece === undefined) return null;
  const key = keyOf(piece);
  const value = piece.slice(key.length + 1);
  if (key === EXAMPLE || key === LESSON) {
    const id = decodedId(value);
    return id === null ? damaged(cut()) : { kind: key, id };
  }
  const dot = value.indexOf('.');
  const version = value.slice(0, Math.max(dot, 0));
  if (version !== VERSION) return damaged(/^\d+$/.test(version) ? newer() : cut());
  const text = await unpack(value.slice(dot + 1));
  if (text === null) return damaged(cut());
  if (key === LESSON_TEXT) return { kind: 'lesson text', text };
  const workspace = decodeWorkspace(text);
  return workspace === null ? damaged(cut()) : { kind: 'workspace', workspace };
}

/** The fragment without what it opens: how to look at it stays. */
export const withoutLink = (fragment: string): string =>
  fragment
    .split('&')
    .filter((piece) => piece !== '' && !keys.includes(keyOf(piece)))
    .join('&');

const cut = (): string =>
  t`This link is damaged: a part of it is missing or was changed. Ask for it again, whole.`;
const newer = (): string =>
  t`This link was made by a newer version of this page. Reload the page and open it again.`;
const damaged = (sentence: string): Link => ({ kind: 'damaged', sentence });

const ID = /^[\w./-]{1,200}$/;

function decodedId(value: string): string | null {
  try {
    const id = decodeURIComponent(value);
    return ID.test(id) ? id : null;
  } catch {
    return null;
  }
}
