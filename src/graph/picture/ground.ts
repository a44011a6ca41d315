import type { Box } from '../geometry/box';
import type { GroundLook } from './looks';
import { LARGEST_LETTERS, lettersFor, type Sight } from './sight';

/** What a folded namespace's card is designed for. */
const DESIGN = { width: 158, height: 88 };
/** On the screen: even the largest territory's words are only words. */
const LARGEST = 1.35;
/** Letters of the design that are smaller than this on the screen cannot be read. */
const READABLE = 8.6;
const LETTERS = 11;

/** How a card fills a territory: everything on it large, or from far away only its name, larger still. */
export function groundOf(name: string, { width, height }: Box, { zoom }: Sight): GroundLook {
  const scale = round(Math.min(width / DESIGN.width, height / DESIGN.height, LARGEST / zoom));
  const isReadable = LETTERS * scale * zoom >= READABLE;
  return {
    scale,
    width: round(width / scale),
    height: round(height / scale),
    nameOnly: isReadable
      ? null
      : Math.min(
          lettersFor(name, width, height, name.length > 12 ? 2 : 1),
          Math.round(LARGEST_LETTERS / zoom),
        ),
  };
}

const round = (value: number): number => Math.round(value * 100) / 100;
