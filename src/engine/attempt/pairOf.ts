import type { EntityId } from '../answer';
import type { Evaluated } from '../evaluate/evaluated';
import { workloadId } from '../evaluate/ends';
import { parseAddress } from '../model/address';
import type { ClusterPod } from '../model/cluster';
import type { Workload } from '../model/fold';
import { podAt, type Party } from '../query';
import type { AttemptStep } from './attempt';

/** The pair of workloads a question is about, as the picture knows them; null: an end is an address. */
export function pairOf(state: Evaluated, from: Party, to: Party): AttemptStep['pair'] {
  const source = idOf(state, from);
  const destination = idOf(state, to);
  return source === null || destination === null ? null : { source, destination };
}

function idOf(state: Evaluated, party: Party): EntityId | null {
  const workload = workloadOf(state, party);
  return workload && workloadId(workload);
}

/** The workload a party is, or is a pod of; null: it is outside. */
export function workloadOf(state: Evaluated, party: Party): Workload | null {
  if ('pod' in party) return findWorkload(state, party.pod);
  const pod = podAtText(state, party.ip);
  return state.space.cluster.workloads.find(({ pods }) => pods.includes(pod)) ?? null;
}

/** The pod a party is, or the first one of the workload that it is; null: it is outside. */
export function podOf(state: Evaluated, party: Party): ClusterPod | null {
  const { pods } = state.space.cluster;
  if ('ip' in party) return pods[podAtText(state, party.ip)] ?? null;
  const pod = pods.find(({ namespace, name }) => `${namespace}/${name}` === party.pod);
  return pod ?? pods[findWorkload(state, party.pod)?.pods[0] ?? -1] ?? null;
}

function podAtText({ space }: Evaluated, ip: string): number {
  const address = parseAddress(ip);
  return address === null ? -1 : podAt(space.cluster, address);
}

/** The workload that is, or has a pod, called `namespace/name` (or `namespace/Kind/name`). */
function findWorkload({ space: { cluster } }: Evaluated, text: string): Workload | null {
  const named = cluster.workloads.find(
    ({ namespace, kind, name }) => `${namespace}/${name}` === text || `${namespace}/${kind}/${name}` === text,
  );
  if (named) return named;
  const pod = cluster.pods.findIndex(({ namespace, name }) => `${namespace}/${name}` === text);
  return pod < 0 ? null : (cluster.workloads.find(({ pods }) => pods.includes(pod)) ?? null);
}
