import type { CniProfile } from '../engine';

export interface LeftText {
  readonly files: readonly { readonly name: string; readonly text: string }[];
  readonly cni: CniProfile;
}

/** What a browser remembers of somebody's lessons. The text of the one that is open is kept with the workspace. */
export interface Progress {
  /** By the lesson's key. */
  readonly stars: Readonly<Record<string, 1 | 2>>;
  /** The lesson opened last; null: none was. */
  readonly last: {
    readonly key: string;
    /** How many hints were shown. */
    readonly hints: number;
    /** Stars are for one's own work. */
    readonly isSolutionShown: boolean;
    /** What was written when other files took its place, without what no policy needs. */
    readonly text?: LeftText;
  } | null;
  /** Files of lessons that did not come with the page, newest first. */
  readonly own: readonly string[];
}

export const noProgress: Progress = { stars: {}, last: null, own: [] };

const KEY = 'netpol-playground/lessons';
const MOST_OWN = 12;

/** What was remembered; nothing where the browser keeps nothing or something else lies there. */
export function readProgress(): Progress {
  try {
    return decodeProgress(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
  } catch {
    return noProgress;
  }
}

/** A browser that keeps nothing is no reason to stop. */
export function writeProgress({ stars, last, own }: Progress): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ version: 1, stars, last, own }));
  } catch {
    return;
  }
}

/** Reads what lay in the browser, leaving out what it does not know. */
export function decodeProgress(value: unknown): Progress {
  if (!isRecord(value) || value['version'] !== 1) return noProgress;
  const { stars, last, own } = value;
  return {
    stars: Object.fromEntries(
      Object.entries(isRecord(stars) ? stars : {}).flatMap(([key, count]): [string, 1 | 2][] =>
        count === 1 || count === 2 ? [[key, count]] : [],
      ),
    ),
    last: isRecord(last) ? decodeLast(last) : null,
    own: Array.isArray(own) ? own.filter((text) => typeof text === 'string').slice(0, MOST_OWN) : [],
  };
}

function decodeLast({ key, hints, isSolutionShown, text }: Unknown): Progress['last'] {
  if (typeof key !== 'string') return null;
  return {
    key,
    hints: typeof hints === 'number' && Number.isInteger(hints) && hints > 0 ? hints : 0,
    isSolutionShown: isSolutionShown === true,
    ...(isRecord(text) ? decodeText(text) : {}),
  };
}

function decodeText({ files, cni }: Unknown): { readonly text?: LeftText } {
  if (!Array.isArray(files) || !files.every(isFile)) return {};
  return { text: { files, cni: cni === 'cilium' || cni === 'none' ? cni : 'spec' } };
}

const isFile = (value: unknown): value is LeftText['files'][number] =>
  isRecord(value) && typeof value['name'] === 'string' && typeof value['text'] === 'string';

/** With a lesson in front of the others somebody brought; `replaced` says which of them it is a newer text of. */
export function withOwn(
  own: Progress['own'],
  text: string,
  replaced: (text: string) => boolean,
): Progress['own'] {
  return [text, ...own.filter((one) => one !== text && !replaced(one))].slice(0, MOST_OWN);
}

/** With stars for a lesson; those it has are never taken away. */
export function withStars(stars: Progress['stars'], key: string, count: 1 | 2): Progress['stars'] {
  return (stars[key] ?? 0) >= count ? stars : { ...stars, [key]: count };
}

type Unknown = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Unknown => typeof value === 'object' && value !== null;
