import type { EntityId } from '../answer';
import type { Evaluated } from '../evaluate/evaluated';
import { workloadId } from '../evaluate/ends';
import type { Workload } from '../model/fold';
import type { Party } from '../query';
import type { AttemptStep } from './attempt';

/** The pair of workloads a question is about, as the picture knows them; null: an end is an address. */
export function pairOf(state: Evaluated, from: Party, to: Party): AttemptStep['pair'] {
  const source = idOf(state, from);
  const destination = idOf(state, to);
  return source === null || destination === null ? null : { source, destination };
}

function idOf(state: Evaluated, party: Party): EntityId | null {
  const workload = 'pod' in party ? findWorkload(state, party.pod) : null;
  return workload && workloadId(workload);
}

/** The workload that is, or has a pod, called `namespace/name` (or `namespace/Kind/name`). */
export function findWorkload({ space: { cluster } }: Evaluated, text: string): Workload | null {
  const named = cluster.workloads.find(
    ({ namespace, kind, name }) => `${namespace}/${name}` === text || `${namespace}/${kind}/${name}` === text,
  );
  if (named) return named;
  const pod = cluster.pods.findIndex(({ namespace, name }) => `${namespace}/${name}` === text);
  return pod < 0 ? null : (cluster.workloads.find(({ pods }) => pods.includes(pod)) ?? null);
}
