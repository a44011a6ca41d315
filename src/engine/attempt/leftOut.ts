import { n } from '../../language/t';
import type { Evaluated } from '../evaluate/evaluated';
import type { ClusterPod } from '../model/cluster';
import type { AttemptStep } from './attempt';
import { step } from './step';

/** A pod that the selector of a Service matches and that is no endpoint of it, and why. */
export interface LeftOut {
  readonly pod: ClusterPod;
  readonly why: Reason;
}

const reasons = ['no-replicas', 'terminating', 'pending', 'unready', 'no-port'] as const;
type Reason = (typeof reasons)[number];

/** Tells each reason once. */
export function leftOutSteps(
  { locate }: Evaluated,
  leftOut: readonly LeftOut[],
  outcome: 'note' | 'stop',
): readonly AttemptStep[] {
  return reasons.flatMap((why) => {
    const pods = leftOut.flatMap((one) => (one.why === why ? [one.pod] : []));
    const [first] = pods;
    if (!first) return [];
    const { object } = first;
    return step(
      'endpoint',
      outcome,
      sentenceOf(why, first.name, pods.length),
      locate(object, object.nameRange),
    );
  });
}

function sentenceOf(why: Reason, name: string, count: number): string {
  switch (why) {
    case 'no-replicas':
      return n(
        count,
      )`${name} has 0 replicas, so no endpoint.|${count} workloads have 0 replicas, so no endpoints.`;
    case 'terminating':
      return n(
        count,
      )`Pod ${name} is being deleted, so it is no ready endpoint.|${count} pods are being deleted, so they are no ready endpoints.`;
    case 'pending':
      return n(
        count,
      )`Pod ${name} is Pending, so it is no ready endpoint.|${count} pods are Pending, so they are no ready endpoints.`;
    case 'unready':
      return n(
        count,
      )`Pod ${name} is not ready, so it is no endpoint.|${count} pods are not ready, so they are no endpoints.`;
    case 'no-port':
      return n(
        count,
      )`Pod ${name} has no port of that name, so it is no endpoint.|${count} pods have no port of that name, so they are no endpoints.`;
  }
}
