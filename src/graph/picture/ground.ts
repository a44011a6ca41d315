import type { Box } from '../geometry/box';
import type { FarLook, GroundLook, LockLook } from './looks';
import { lockMark } from './nodeSentences';
import { LARGEST_LETTERS, lettersFor, type Sight } from './sight';

/** What a folded namespace's card is designed for. */
const DESIGN = { width: 158, height: 88 };
/** On the screen: even the largest territory's words are only words. */
const LARGEST = 1.35;
/** Letters of the design that are smaller than this on the screen cannot be read. */
const READABLE = 8.6;
const LETTERS = 11;

/** Both locks as they are designed: with the words on them, and without. */
const LOCKS = { height: 16, withWords: 84, bare: 44 };
/** Of what may stand on them beside the words. */
const MARK_LETTER = 7;
/** How large they are on the screen at most, and at least. */
const LOCKS_MOST = 1.1;
const LOCKS_LEAST = 0.72;
/** Words on them are read down to this size. */
const WORDS_LEAST = 0.86;
const LOCKS_AGAINST_NAME = 1.3;
/** Of the height, room for name and locks together. */
const FILLED = 0.9;

/** How a card fills a territory: everything on it large, or from far away only its name and its locks, larger still. */
export function groundOf(
  name: string,
  { width, height }: Box,
  { zoom }: Sight,
  locks: readonly LockLook[],
): GroundLook {
  const scale = round(Math.min(width / DESIGN.width, height / DESIGN.height, LARGEST / zoom));
  const isReadable = LETTERS * scale * zoom >= READABLE;
  return {
    scale,
    width: round(width / scale),
    height: round(height / scale),
    far: isReadable ? null : farLook(name, width, height, zoom, locks),
  };
}

function farLook(
  name: string,
  width: number,
  height: number,
  zoom: number,
  locks: readonly LockLook[],
): FarLook {
  const letters = (room: number): number =>
    Math.min(lettersFor(name, width, room, 2), Math.round(LARGEST_LETTERS / zoom));
  const alone = { letters: letters(height), locks: null };
  if (locks.length === 0) return alone;
  const marks = locks.reduce((sum, lock) => sum + lockMark(lock).length * MARK_LETTER, 0);
  const fitting = (across: number): number => Math.min(LOCKS_MOST / zoom, (width * FILLED) / across);
  const withWords = fitting(LOCKS.withWords + marks);
  const hasWords = withWords * zoom >= WORDS_LEAST;
  const scale = round(hasWords ? withWords : fitting(LOCKS.bare));
  const room = height * FILLED - LOCKS.height * scale;
  const beside = letters(room);
  const isRoom = scale * zoom >= LOCKS_LEAST && beside * zoom >= READABLE;
  // The name comes first.
  const most = round((beside * LOCKS_AGAINST_NAME) / LOCKS.height);
  return isRoom ? { letters: beside, locks: { scale: Math.min(scale, most), hasWords } } : alone;
}

const round = (value: number): number => Math.round(value * 100) / 100;
