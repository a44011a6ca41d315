import { Tone, type Entity, type EntityId, type ReachRow } from '../engine';
import { t } from '../language/t';
import { inPart } from '../state/partWords';

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
      return t`Workloads that no policy tells apart`;
    case 'external':
    case 'outside':
      return t`Outside the cluster`;
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
      return t`open, nothing decides this`;
    case Tone.allowed:
      return t`can reach on every port`;
    case Tone.partial:
      return t`can reach on some ports`;
    case Tone.blockedEgress:
      return t`cannot reach, stopped when leaving`;
    case Tone.blockedIngress:
      return t`cannot reach, stopped when arriving`;
    case Tone.unknown:
      return t`cannot say`;
  }
}

/** One row of a list, in a sentence. */
export function rowSentence({ source, destination, tone, ports, passes }: ReachRow): string {
  const [from, to] = [source.name, destination.name];
  switch (tone) {
    case Tone.none:
      return t`${from} and ${to} are no pair`;
    case Tone.open:
      return t`${from} can reach ${to} on every port: nothing decides this`;
    case Tone.allowed:
      return t`${from} can reach ${to} on every port`;
    case Tone.partial:
      return ports === '' ? inPart(t`${from} can reach ${to}`) : t`${from} can reach ${to} on ${ports}`;
    case Tone.blockedEgress:
      return t`${from} cannot reach ${to}: stopped when leaving`;
    case Tone.blockedIngress:
      return t`${from} cannot reach ${to}: stopped when arriving`;
    case Tone.unknown:
      return passes
        ? t`${from} can reach ${to} on ${ports}; the rest cannot be said`
        : t`Whether ${from} can reach ${to} cannot be said`;
  }
}

/** What a row says at its end: the ports that pass for certain, and whether there may be more. */
export function rowPorts({ tone, ports, passes }: ReachRow): string {
  if (tone !== Tone.unknown) return ports === '' ? t`some addresses` : ports;
  return passes ? `${ports} ?` : '?';
}

/** A pair's tone with the ports that pass. */
export function verdictWords(tone: Tone, ports: string): string {
  if (tone !== Tone.partial) return toneWords(tone);
  return ports === '' ? t`can reach for some addresses only` : t`can reach on ${ports}`;
}
