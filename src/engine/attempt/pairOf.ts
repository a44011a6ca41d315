import type { EntityId } from '../answer';
import type { Evaluated } from '../evaluate/evaluated';
import { workloadId } from '../evaluate/ends';
import { parseAddress } from '../model/address';
import { workloadsCalled } from '../model/calledWorkloads';
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
  const [workload, another] = workloadsOf(state, party);
  return workload && !another ? workloadId(workload) : null;
}

/** The workload a party is, or is a pod of; several: its pods stand alone; none: it is outside. */
export function workloadsOf(state: Evaluated, party: Party): readonly Workload[] {
  if ('pod' in party) return findWorkloads(state, party.pod);
  const pod = podAtText(state, party.ip);
  return state.space.cluster.workloads.filter(({ pods }) => pods.includes(pod));
}

/** The pod a party is, or the first one of the workload that it is; null: it is outside. */
export function podOf(state: Evaluated, party: Party): ClusterPod | null {
  const { pods } = state.space.cluster;
  if ('ip' in party) return pods[podAtText(state, party.ip)] ?? null;
  const pod = pods.find(({ namespace, name }) => `${namespace}/${name}` === party.pod);
  return pod ?? pods[findWorkloads(state, party.pod)[0]?.pods[0] ?? -1] ?? null;
}

function podAtText({ space }: Evaluated, ip: string): number {
  const address = parseAddress(ip);
  return address === null ? -1 : podAt(space.cluster, address);
}

/** The workload that is, or has a pod, called `namespace/name` (or `namespace/Kind/name`). */
function findWorkloads({ space: { cluster } }: Evaluated, text: string): readonly Workload[] {
  const [named] = workloadsCalled(
    cluster.workloads,
    ({ namespace, kind, name }) => `${namespace}/${name}` === text || `${namespace}/${kind}/${name}` === text,
  );
  if (named) return named.members.flatMap((index) => cluster.workloads[index] ?? []);
  const pod = cluster.pods.findIndex(({ namespace, name }) => `${namespace}/${name}` === text);
  return cluster.workloads.filter(({ pods }) => pods.includes(pod));
}
