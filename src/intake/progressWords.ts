import { grouped } from './grouped';
import type { Progress } from './intakeStore';

/** `Reading prod.yaml: 23 of 56 MB, 4,120 objects` */
export function progressWords({ bytes, total, objects, file }: Progress): string {
  const [unit, divisor] = total < 1_000_000 ? ['KB', 1000] : ['MB', 1_000_000];
  const amount = (size: number): string => grouped(Math.round(size / divisor));
  const found = objects === 1 ? '1 object' : `${grouped(objects)} objects`;
  return `Reading ${file}: ${amount(Math.min(bytes, total))} of ${amount(total)} ${unit}, ${found}`;
}
