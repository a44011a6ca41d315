import { Tone, type Topology } from '../../engine';

/** The name a person would use: with the namespace where the name alone could mean another workload. */
export function namesOf({ entities }: Topology): readonly string[] {
  const seen = new Map<string, number>();
  for (const { name } of entities) seen.set(name, (seen.get(name) ?? 0) + 1);
  return entities.map((entity) => {
    const isTwice = (seen.get(entity.name) ?? 0) > 1 && 'namespace' in entity && entity.kind !== 'namespace';
    const name = isTwice ? `${entity.namespace}/${entity.name}` : entity.name;
    return entity.kind === 'alike' ? `${name} and ${String(entity.members.length - 1)} alike` : name;
  });
}

/** One line of the picture in words. */
export function pairSentence(source: string, destination: string, tone: Tone, ports: string): string {
  switch (tone) {
    case Tone.none:
      return `${source} and ${destination} are not a pair`;
    case Tone.open:
      return `${source} can reach ${destination} on every port: nothing decides this`;
    case Tone.allowed:
      return `${source} can reach ${destination} on every port`;
    case Tone.partial:
      return `${source} can reach ${destination} on ${ports}`;
    case Tone.blockedEgress:
      return `${source} cannot reach ${destination}: stopped leaving the source`;
    case Tone.blockedIngress:
      return `${source} cannot reach ${destination}: stopped entering the destination`;
    case Tone.unknown:
      return `Cannot say whether ${source} can reach ${destination}`;
  }
}

/** A line that stands for several pairs, in words. */
export function shareSentence(
  source: string,
  destination: string,
  tone: Tone,
  { passing, total }: { readonly passing: number; readonly total: number },
): string {
  const pairs = `${String(passing)} of ${String(total)} pairs`;
  switch (tone) {
    case Tone.none:
    case Tone.allowed:
    case Tone.partial:
      return `${source} can reach ${destination} for ${pairs}`;
    case Tone.open:
      return `${source} can reach ${destination} for ${pairs}: nothing decides this`;
    case Tone.blockedEgress:
    case Tone.blockedIngress:
      return `${source} cannot reach ${destination} for any of ${String(total)} pairs`;
    case Tone.unknown:
      return `Cannot say whether ${source} can reach ${destination} for ${String(total)} pairs`;
  }
}

/** A line that stands for both directions, in words. */
export const bothSentence = (one: string, other: string): string =>
  `${one} and ${other} can reach each other on every port: nothing decides this`;

/** Fits the port pill: `TCP 80, 443` stays, long lists end in how many more there are. */
export function shortPorts(ports: string, most = 20): string {
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
  const head = text.length > most ? `${text.slice(0, most - 1)}…` : text;
  return more > 0 ? `${head} +${String(more)}` : head;
}
