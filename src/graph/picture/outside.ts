import { EGRESS_LOCK, INGRESS_LOCK, Tone, type Answer, type Entity } from '../../engine';

/** More lines than this from the cards to one place tell less than a badge on each. */
const MANY = 4;

export const isOutside = ({ kind }: Entity): boolean => kind === 'external' || kind === 'outside';

/** Has it a globe to tell of the outside? What is on the host network says instead that nothing stops it. */
export const mayHaveGlobe = (entity: Entity): boolean =>
  !isOutside(entity) && !(entity.kind === 'workload' && entity.hostNetwork);

/** Index of what stands for every address that no policy names; -1: there is none. */
export const restOf = (entities: readonly Entity[]): number =>
  entities.findIndex(
    (entity) => entity.kind === 'outside' || (entity.kind === 'external' && entity.everythingElse),
  );

/**
 * Does a pair with the world outside say something of its own? Every pod has one with every external group; most repeat
 * that nothing stops them. Told by a badge instead are those of pods no policy isolates in that direction; where all
 * groups fare alike, those of all but everything else; and where many may leave on every port, all of these.
 */
export function tellsMore(answer: Answer): (source: number, destination: number) => boolean {
  const { entities } = answer.topology;
  const { tones, ports, locks } = answer.picture;
  const size = entities.length;
  const externals = entities.flatMap((entity, index) => (isOutside(entity) ? [index] : []));
  const isExternal = Uint8Array.from(entities, (entity) => Number(isOutside(entity)));
  const rest = restOf(entities);
  const leaveFreely = entities.filter((_, source) => tones[source * size + rest] === Tone.allowed).length;
  return (source, destination) => {
    const pair = source * size + destination;
    if (tones[pair] === Tone.unknown) return true;
    if (destination === rest && tones[pair] === Tone.allowed && leaveFreely > MANY) return false;
    const entering = isExternal[source] === 1;
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
export function outsideReach(answer: Answer, drawn: Uint8Array): Uint8Array {
  const { entities } = answer.topology;
  const size = entities.length;
  const reach = new Uint8Array(size);
  const rest = restOf(entities);
  if (rest < 0) return reach;
  entities.forEach((entity, index) => {
    if (!mayHaveGlobe(entity)) return;
    const entering = rest * size + index;
    const leaving = index * size + rest;
    reach[index] =
      (passes(answer.picture.tones[entering]) && drawn[entering] === 0 ? FROM_OUTSIDE : 0) |
      (passes(answer.picture.tones[leaving]) && drawn[leaving] === 0 ? TO_OUTSIDE : 0);
  });
  return reach;
}
