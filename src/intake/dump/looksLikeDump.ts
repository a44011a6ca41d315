/** Characters up to which a file is shown as it was written, and all of them together. */
export const SMALL = 200_000;
export const TOGETHER = 1_000_000;

/** More files than this at once nobody wants as tabs. */
export const MANY_FILES = 50;

/** More objects than this that bear the server's marks were written by one. */
const MARKED = 5;
/** More objects in one file than this nobody wrote by hand. */
const MANY = 300;

const serverMark = /(?<![\w./-])resourceVersion["']?: *["']?\d/g;
const object = /^(?:- )?[ \t]*(?:- )?["']?kind["']?:/gm;

/** The text was written by a cluster, not by a person. */
export function looksLikeDump(text: string): boolean {
  return hasMoreThan(MARKED, text.matchAll(serverMark)) || hasMoreThan(MANY, text.matchAll(object));
}

function hasMoreThan(limit: number, found: Iterable<unknown>): boolean {
  let count = 0;
  for (const one of found) if (one !== null && ++count > limit) return true;
  return false;
}
