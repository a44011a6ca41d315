import { EGRESS_LOCK, INGRESS_LOCK, Tone, type Entity, type Place } from '../../engine';
import type { Analysis } from '../../state/analysisStore';

/** One letter per pair, as in the truth tables: rows send, columns receive. */
const tones: Readonly<Record<string, Tone>> = {
  '-': Tone.none,
  o: Tone.open,
  '.': Tone.allowed,
  '~': Tone.partial,
  e: Tone.blockedEgress,
  x: Tone.blockedIngress,
  '?': Tone.unknown,
};

const portTexts = ['nothing', 'every port', 'TCP 80'];

function portText(tone: Tone): number {
  switch (tone) {
    case Tone.open:
    case Tone.allowed:
      return 1;
    case Tone.partial:
      return 2;
    case Tone.none:
    case Tone.blockedEgress:
    case Tone.blockedIngress:
    case Tone.unknown:
      return 0;
  }
}

/** The start of the first file. */
export const somePlace: Place = { file: 'file-1', start: 0, end: 4 };

function entityOf(name: string): Entity {
  if (name.startsWith('@')) {
    return {
      kind: 'external',
      id: `external/${name.slice(1)}`,
      name: name.slice(1),
      ranges: [],
      everythingElse: false,
    };
  }
  return {
    kind: 'workload',
    id: `Deployment/shop/${name}`,
    workloadKind: 'Deployment',
    namespace: 'shop',
    name,
    replicas: 1,
    pods: [],
    labels: [['app', name]],
    ports: [{ name: 'http', protocol: 'TCP', port: 80 }],
    hostNetwork: false,
    services: [],
  };
}

/**
 * An answer from a drawing: `{ web: '-~', db: 'x-' }`. Workloads are Deployments in `shop`; a name with `@` is outside
 * the cluster. `rest` replaces whole parts.
 */
export function fakeAnswer(rows: Readonly<Record<string, string>>, rest: Partial<Analysis> = {}): Analysis {
  const names = Object.keys(rows);
  const cells = Uint8Array.from(Object.values(rows).join(''), (letter) => tones[letter] ?? Tone.none);
  return {
    revision: 1,
    complete: true,
    drawable: true,
    diagnostics: [],
    receipt: {
      used: [{ kind: 'Deployment', count: names.length }],
      inferredNamespaces: [],
      foldedPods: 0,
      completedPods: 0,
      ignored: [],
      rejected: [],
      unsupported: [],
    },
    topology: { id: names.join(' '), namespaces: [], entities: names.map(entityOf) },
    picture: {
      tones: cells,
      ports: Uint32Array.from(cells, (tone) => portText(tone as Tone)),
      portTexts,
      locks: Uint8Array.from(names, () => INGRESS_LOCK | EGRESS_LOCK),
    },
    policies: [],
    changes: { pairs: new Uint32Array(0), signs: new Int8Array(0) },
    ...rest,
  };
}
