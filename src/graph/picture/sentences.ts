import { Tone, type Topology } from '../../engine';

/** The name a person would use: with the namespace where the name alone could mean another workload. */
export function namesOf({ entities }: Topology): readonly string[] {
  const seen = new Map<string, number>();
  for (const { name } of entities) seen.set(name, (seen.get(name) ?? 0) + 1);
  return entities.map((entity) =>
    entity.kind === 'workload' && (seen.get(entity.name) ?? 0) > 1
      ? `${entity.namespace}/${entity.name}`
      : entity.name,
  );
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
