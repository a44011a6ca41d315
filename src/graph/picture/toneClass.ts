import { Tone } from '../../engine';

/** The kinds of lines a person can show and hide; unknown ones are never hidden by a filter. */
export type ToneClass = 'allowed' | 'blocked' | 'open' | 'unknown';

/** Numbers for the kinds, 0 being no line: what is kept per cell has to be small. */
export const KINDS: readonly (ToneClass | null)[] = [null, 'allowed', 'blocked', 'open', 'unknown'];
export const ALLOWED = 1;
export const BLOCKED = 2;
export const OPEN = 3;
export const UNKNOWN = 4;

const NUMBERS: Readonly<Record<Tone, number>> = {
  [Tone.none]: 0,
  [Tone.open]: OPEN,
  [Tone.allowed]: ALLOWED,
  [Tone.partial]: ALLOWED,
  [Tone.blockedEgress]: BLOCKED,
  [Tone.blockedIngress]: BLOCKED,
  [Tone.unknown]: UNKNOWN,
};

const TONES: readonly Tone[] = Object.values(Tone);

/** Kind of line by tone, for loops over every cell. */
export const KIND_OF_TONE = Uint8Array.from(TONES, (tone) => NUMBERS[tone]);

/** The tone of a cell of the picture; none when there is no such cell. */
export const toneOf = (tones: Uint8Array, cell: number): Tone => TONES[tones[cell] ?? Tone.none] ?? Tone.none;
