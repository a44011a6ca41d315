import { Tone, type Topology } from '../../engine';
import { n, t } from '../../language/t';
import { inPart } from '../../state/partWords';

/** `web and 3 alike` */
export const withAlike = (name: string, others: number): string =>
  n(others)`${name} and ${others} alike|${name} and ${others} alike`;

/** The name a person would use: with the namespace where the name alone could mean another workload. */
export function namesOf({ entities }: Topology): readonly string[] {
  const seen = new Map<string, number>();
  for (const { name } of entities) seen.set(name, (seen.get(name) ?? 0) + 1);
  return entities.map((entity) => {
    const isTwice = (seen.get(entity.name) ?? 0) > 1 && 'namespace' in entity && entity.kind !== 'namespace';
    const name = isTwice ? `${entity.namespace}/${entity.name}` : entity.name;
    return entity.kind === 'alike' ? withAlike(name, entity.members.length - 1) : name;
  });
}

/** One line of the picture in words. `ports` of one that is allowed in part only: empty. */
export function pairSentence(source: string, destination: string, tone: Tone, ports: string): string {
  switch (tone) {
    case Tone.none:
      return t`${source} and ${destination} are not a pair`;
    case Tone.open:
      return t`${source} can reach ${destination} on every port: nothing decides this`;
    case Tone.allowed:
      return t`${source} can reach ${destination} on every port`;
    case Tone.partial:
      return ports === ''
        ? inPart(t`${source} can reach ${destination}`)
        : t`${source} can reach ${destination} on ${ports}`;
    case Tone.blockedEgress:
      return t`${source} cannot reach ${destination}: stopped leaving the source`;
    case Tone.blockedIngress:
      return t`${source} cannot reach ${destination}: stopped entering the destination`;
    case Tone.unknown:
      return t`Cannot say whether ${source} can reach ${destination}`;
  }
}

/** A line that stands for several pairs, in words. */
export function shareSentence(
  source: string,
  destination: string,
  tone: Tone,
  { passing, total }: { readonly passing: number; readonly total: number },
): string {
  switch (tone) {
    case Tone.none:
    case Tone.allowed:
    case Tone.partial:
      return n(
        total,
      )`${source} can reach ${destination} for ${passing} of ${total} pair|${source} can reach ${destination} for ${passing} of ${total} pairs`;
    case Tone.open:
      return n(
        total,
      )`${source} can reach ${destination} for ${passing} of ${total} pair: nothing decides this|${source} can reach ${destination} for ${passing} of ${total} pairs: nothing decides this`;
    case Tone.blockedEgress:
    case Tone.blockedIngress:
      return n(
        total,
      )`${source} cannot reach ${destination} for any of ${total} pair|${source} cannot reach ${destination} for any of ${total} pairs`;
    case Tone.unknown:
      return n(
        total,
      )`Cannot say whether ${source} can reach ${destination} for ${total} pair|Cannot say whether ${source} can reach ${destination} for ${total} pairs`;
  }
}

/** A line that stands for both directions, in words. */
export const bothSentence = (one: string, other: string): string =>
  t`${one} and ${other} can reach each other on every port: nothing decides this`;

/** Letters in a pill at most. */
const LONGEST = 20;

/**
 * Fits the port pill: `TCP 80, 443` stays, lists longer than `room` letters end in how many more there are. One port is
 * told even where it has no room.
 */
export function shortPorts(ports: string, room: number): string {
  const most = Math.min(room, LONGEST);
  if (ports.length <= most) return ports;
  const parts = ports.split(/, | · /);
  let text = parts[0] ?? ports;
  let used = 1;
  for (const part of parts.slice(1)) {
    const longer = `${text}, ${part}`;
    if (longer.length > most - 4) break;
    text = longer;
    used++;
  }
  const more = parts.length - used;
  const head = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return more > 0 ? `${head} +${String(more)}` : head;
}
