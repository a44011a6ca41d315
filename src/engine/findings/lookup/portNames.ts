import type { Evaluated } from '../../evaluate/evaluated';
import type { Protocol } from '../../model/objects';
import { nearest } from '../../model/unknownFields';
import { firstPod } from './declared';

/** The numbers a workload has for the name of a port. */
export function numbersOf(
  state: Evaluated,
  workload: number,
  protocol: Protocol,
  name: string,
): readonly number[] {
  const ports = firstPod(state, workload)?.ports ?? [];
  return [
    ...new Set(ports.flatMap((one) => (one.name === name && one.protocol === protocol ? one.port : []))),
  ];
}

/** What was most likely meant with a port name nobody has: one that is nearly the same, or the only port there is. */
export function portMeantBy(
  state: Evaluated,
  workloads: readonly number[],
  protocol: Protocol,
  name: string,
): string | number | null {
  const ports = workloads
    .flatMap((index) => firstPod(state, index)?.ports ?? [])
    .filter((one) => one.protocol === protocol);
  const names = ports.flatMap((one) => one.name ?? []);
  const near = nearest(name, [...new Set(names)]);
  if (near !== null) return near;
  const [only, another] = new Set(ports.map(({ port }) => port));
  if (only === undefined || another !== undefined) return null;
  return ports.every((one) => one.name === ports[0]?.name) ? (ports[0]?.name ?? only) : only;
}
