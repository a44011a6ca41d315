/** How far away the picture is seen from, in a few steps: within one, nothing has to be drawn anew. */
export interface Sight {
  /** near: all words can be read. far: large names. farthest: the names of territories only. */
  readonly reach: 'near' | 'far' | 'farthest';
  /** large: the words of cards would be too small in their own size, so they take the room there is. */
  readonly words: 'plain' | 'large';
  /** How much thicker lines are drawn, so that they are seen at all. */
  readonly scale: number;
  /** About the zoom. */
  readonly zoom: number;
}

/** Before a class, lines and what stands on them are so much larger. */
export const IN_CLASS = 1.5;

const NEAR = 0.42;
const FAR = 0.15;
const PLAIN = 0.66;
/** Lines are drawn to be seen at this zoom and above it. */
const SEEN = 0.55;
const STEP = 1.5;
/** From afar there is more room for lines than for words. */
const LARGER = 1.35;

/** Of a zoom; equal for all zooms of one step. */
export function sightAt(zoom: number): Sight {
  const step = Math.round(Math.log(zoom / SEEN) / Math.log(STEP));
  const scale = step >= 0 ? 1 : Math.round(STEP ** -step * (step === -1 ? 1 : LARGER) * 100) / 100;
  const reach = zoom >= NEAR ? 'near' : zoom >= FAR ? 'far' : 'farthest';
  const words = zoom >= PLAIN ? 'plain' : 'large';
  return { reach, words, scale, zoom: SEEN * STEP ** Math.min(step, 0) };
}

/** Size of letters on the screen that is enough for any name. */
export const LARGEST_LETTERS = 17;

/** Width of a letter against its height. */
const LETTER = 0.68;

/** Size of letters at which a name fills its room: on one line, or also on two where that is larger. */
export function lettersFor(name: string, width: number, height: number, lines: 1 | 2 = 1): number {
  const fitting = (count: number, longest: number): number =>
    Math.floor(Math.min((width * 0.9) / (Math.max(longest, 4) * LETTER), (height * 0.62) / count));
  return Math.max(fitting(1, name.length), lines === 1 ? 0 : fitting(2, inTwo(name)));
}

/** Letters of the longer of two lines. Names are cut behind a hyphen or, where that is lopsided, anywhere. */
function inTwo(name: string): number {
  const half = Math.ceil(name.length / 2);
  const cuts = Array.from(name.matchAll(/[-.]/g), ({ index }) =>
    Math.max(index + 1, name.length - index - 1),
  );
  return Math.min(...cuts, name.length > 12 ? half + 2 : name.length);
}
