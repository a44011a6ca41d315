import type { Topology } from '../../engine';

/** What a card stands for. */
export type DrawnLevel = 'namespaces' | 'workloads';

const MANY_CARDS = 48;
/** More lines than this cannot be followed by eye. */
export const MANY_EDGES = 400;

/** The level at which a workspace opens. Read from the cluster alone, so that no policy edit can turn the picture over. */
export function levelBySize({ entities }: Topology): DrawnLevel {
  const workloads = entities.filter((entity) => entity.kind === 'workload');
  return workloads.length > MANY_CARDS && hasNamespaces({ entities }) ? 'namespaces' : 'workloads';
}

/** Are there at least two namespaces with something in them, so that a picture of namespaces says something? */
export function hasNamespaces({ entities }: Pick<Topology, 'entities'>): boolean {
  return (
    new Set(entities.flatMap((entity) => (entity.kind === 'workload' ? [entity.namespace] : []))).size > 1
  );
}
