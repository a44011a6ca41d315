import { EGRESS_LOCK, INGRESS_LOCK, Tone, type Answer } from '../../engine';

/** More lines than this from the cards to one place tell less than a badge on each. */
const MANY = 4;

/**
 * Does a pair with the world outside say something of its own? Every pod has one with every external group; most repeat
 * that nothing stops them. Told by a badge instead are those of pods no policy isolates in that direction; where all
 * groups fare alike, those of all but everything else; and where many may leave on every port, all of these.
 */
export function tellsMore(answer: Answer): (source: number, destination: number) => boolean {
  const { entities } = answer.topology;
  const { tones, ports, locks } = answer.picture;
  const size = entities.length;
  const externals = entities.flatMap((entity, index) => (entity.kind === 'external' ? [index] : []));
  const rest = entities.findIndex((entity) => entity.kind === 'external' && entity.everythingElse);
  const leaveFreely = entities.filter((_, source) => tones[source * size + rest] === Tone.allowed).length;
  return (source, destination) => {
    const pair = source * size + destination;
    if (tones[pair] === Tone.unknown) return true;
    if (destination === rest && tones[pair] === Tone.allowed && leaveFreely > MANY) return false;
    const entering = entities[source]?.kind === 'external';
    const lock = entering ? (locks[destination] ?? 0) & INGRESS_LOCK : (locks[source] ?? 0) & EGRESS_LOCK;
    if (lock === 0) return false;
    if (rest < 0 || rest === (entering ? source : destination)) return true;
    return externals.some((other) => {
      const otherPair = entering ? other * size + destination : source * size + other;
      return tones[otherPair] !== tones[pair] || ports[otherPair] !== ports[pair];
    });
  };
}

/** What the globe on a card says, as bits. */
export const FROM_OUTSIDE = 1;
export const TO_OUTSIDE = 2;

const passes = (tone: number | undefined): boolean =>
  tone === Tone.open || tone === Tone.allowed || tone === Tone.partial;

/** Per entity: does anything pass between it and everything else outside, on a line that is not drawn? */
export function outsideReach(answer: Answer, isDrawn: (pair: number) => boolean): Uint8Array {
  const { entities } = answer.topology;
  const size = entities.length;
  const reach = new Uint8Array(size);
  const rest = entities.findIndex((entity) => entity.kind === 'external' && entity.everythingElse);
  if (rest < 0) return reach;
  entities.forEach((entity, index) => {
    if (entity.kind === 'external') return;
    const entering = rest * size + index;
    const leaving = index * size + rest;
    reach[index] =
      (passes(answer.picture.tones[entering]) && !isDrawn(entering) ? FROM_OUTSIDE : 0) |
      (passes(answer.picture.tones[leaving]) && !isDrawn(leaving) ? TO_OUTSIDE : 0);
  });
  return reach;
}
