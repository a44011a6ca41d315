import { grouped, n, t } from '../language/t';
import type { Progress } from './intakeStore';

/** `Reading prod.yaml: 23 of 56 MB, 4,120 objects` */
export function progressWords({ bytes, total, objects, file }: Progress): string {
  const found = n(objects)`${objects} object|${objects} objects`;
  const done = Math.min(bytes, total);
  const count = (size: number, unit: number): string => grouped(Math.round(size / unit));
  return total < 1_000_000
    ? t`Reading ${file}: ${count(done, 1000)} of ${count(total, 1000)} KB, ${found}`
    : t`Reading ${file}: ${count(done, 1_000_000)} of ${count(total, 1_000_000)} MB, ${found}`;
}
