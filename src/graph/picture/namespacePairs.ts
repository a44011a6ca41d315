import type { Answer } from '../../engine';
import { tellsMore } from './outside';
import { toneClass } from './toneClass';

/** All connections from one namespace to another, as one line. */
export interface NamespacePair {
  /** Null: the world outside. */
  readonly source: string | null;
  readonly destination: string | null;
  /** Ordered pairs of their workloads through which something passes. */
  readonly passing: number;
  readonly total: number;
  /** A policy lets some of them through; where nothing decides any there is no line. */
  readonly decided: boolean;
}

/** The whole cluster in few lines; pairs within a namespace have equal ends. */
export function namespacePairs(answer: Answer): readonly NamespacePair[] {
  const { entities } = answer.topology;
  const size = entities.length;
  const names: (string | null)[] = [];
  const group = entities.map((entity) => {
    const name = entity.kind === 'workload' ? entity.namespace : null;
    const known = names.indexOf(name);
    return known >= 0 ? known : names.push(name) - 1;
  });
  const isTold = tellsMore(answer);
  const count = names.length;
  const sums = Array.from({ length: count * count }, () => ({ passing: 0, total: 0, decided: false }));
  for (let from = 0; from < size; from++)
    for (let to = 0; to < size; to++) {
      const kind = toneClass(answer.picture.tones, from * size + to);
      const source = group[from] ?? 0;
      const destination = group[to] ?? 0;
      const sum = sums[source * count + destination];
      if (kind === null || sum === undefined) continue;
      // A pod has a pair with every external group; only those that tell something of their own count.
      if ((names[source] === null || names[destination] === null) && !isTold(from, to)) continue;
      sum.total++;
      if (kind === 'allowed' || kind === 'open') sum.passing++;
      if (kind === 'allowed' || kind === 'unknown') sum.decided = true;
    }
  return sums.flatMap((sum, index): NamespacePair[] => {
    const source = names[Math.floor(index / count)] ?? null;
    const destination = names[index % count] ?? null;
    return sum.total === 0 ? [] : [{ source, destination, ...sum }];
  });
}
