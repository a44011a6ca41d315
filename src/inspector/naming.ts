import { Tone, type Entity, type EntityId, type ReachRow } from '../engine';

/** `Deployment`, `Outside the cluster`: what sort of thing it is. */
export function kindName(entity: Entity): string {
  switch (entity.kind) {
    case 'workload':
      return entity.workloadKind;
    case 'pod':
      return 'Pod';
    case 'namespace':
      return 'Namespace';
    case 'alike':
      return 'Workloads that no policy tells apart';
    case 'external':
    case 'outside':
      return 'Outside the cluster';
  }
}

/** What an id says by itself, for as long as nothing else is known of it. */
export function nameInId(id: EntityId): { readonly name: string; readonly namespace: string | null } {
  const [kind = '', namespace = '', ...rest] = id.split('/');
  if (kind === 'Namespace') return { name: namespace, namespace: null };
  if (kind === 'external') return { name: [namespace, ...rest].join('/'), namespace: null };
  return rest.length === 0 ? { name: id, namespace: null } : { name: rest.at(-1) ?? id, namespace };
}

/** The namespace, or nothing for what is outside. */
export function namespaceName(entity: Entity): string | null {
  switch (entity.kind) {
    case 'workload':
    case 'pod':
    case 'alike':
      return entity.namespace;
    case 'namespace':
    case 'external':
    case 'outside':
      return null;
  }
}

/** What a pair's tone means, for people who do not see the line. */
export function toneWords(tone: Tone): string {
  switch (tone) {
    case Tone.none:
      return '';
    case Tone.open:
      return 'open, nothing decides this';
    case Tone.allowed:
      return 'can reach on every port';
    case Tone.partial:
      return 'can reach on some ports';
    case Tone.blockedEgress:
      return 'cannot reach, stopped when leaving';
    case Tone.blockedIngress:
      return 'cannot reach, stopped when arriving';
    case Tone.unknown:
      return 'cannot say';
  }
}

/** One row of a list, in a sentence. */
export function rowSentence({ source, destination, tone, ports, passes }: ReachRow): string {
  const [from, to] = [source.name, destination.name];
  switch (tone) {
    case Tone.none:
      return `${from} and ${to} are no pair`;
    case Tone.open:
      return `${from} can reach ${to} on every port: nothing decides this`;
    case Tone.allowed:
      return `${from} can reach ${to} on every port`;
    case Tone.partial:
      return `${from} can reach ${to} on ${ports}`;
    case Tone.blockedEgress:
      return `${from} cannot reach ${to}: stopped when leaving`;
    case Tone.blockedIngress:
      return `${from} cannot reach ${to}: stopped when arriving`;
    case Tone.unknown:
      return passes
        ? `${from} can reach ${to} on ${ports}; the rest cannot be said`
        : `Whether ${from} can reach ${to} cannot be said`;
  }
}

/** A pair's tone with the ports that pass. */
export function verdictWords(tone: Tone, ports: string): string {
  return tone === Tone.partial ? `can reach on ${ports}` : toneWords(tone);
}
