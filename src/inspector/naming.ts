import { Tone, type Entity } from '../engine';

/** `Deployment`, `Outside the cluster`: what sort of thing it is. */
export function kindName(entity: Entity): string {
  switch (entity.kind) {
    case 'workload':
      return entity.workloadKind;
    case 'external':
      return 'Outside the cluster';
  }
}

/** The namespace, or nothing for what is outside. */
export function namespaceName(entity: Entity): string | null {
  switch (entity.kind) {
    case 'workload':
      return entity.namespace;
    case 'external':
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

/** A pair's tone with the ports that pass. */
export function verdictWords(tone: Tone, ports: string): string {
  return tone === Tone.partial ? `can reach on ${ports}` : toneWords(tone);
}
