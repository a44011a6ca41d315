import { Tone } from '../../engine';

/** The kinds of lines a person can show and hide; unknown ones are never hidden by a filter. */
export type ToneClass = 'allowed' | 'blocked' | 'open' | 'unknown';

const CLASSES: Readonly<Record<Tone, ToneClass | null>> = {
  [Tone.none]: null,
  [Tone.open]: 'open',
  [Tone.allowed]: 'allowed',
  [Tone.partial]: 'allowed',
  [Tone.blockedEgress]: 'blocked',
  [Tone.blockedIngress]: 'blocked',
  [Tone.unknown]: 'unknown',
};
const BY_NUMBER: readonly (ToneClass | null)[] = Object.values(Tone).map((tone) => CLASSES[tone]);

/** Which kind of line a pair of the picture is drawn as; null: not a pair. */
export const toneClass = (tones: Uint8Array, pair: number): ToneClass | null =>
  BY_NUMBER[tones[pair] ?? Tone.none] ?? null;

const TONES: readonly Tone[] = Object.values(Tone);

/** The tone of a pair of the picture; none when there is no such pair. */
export const toneOf = (tones: Uint8Array, pair: number): Tone => TONES[tones[pair] ?? Tone.none] ?? Tone.none;
