import { createHash } from 'node:crypto';
import type { Picture } from '../engine';

/** Equal for pictures that say the same. */
export function pictureHash({ tones, totals, passing, unknown, locks, ports, portTexts }: Picture): string {
  const hash = createHash('sha256');
  for (const array of [tones, totals, passing, unknown, locks]) hash.update(array);
  for (const at of ports) hash.update(`${portTexts[at] ?? ''};`);
  return hash.digest('hex').slice(0, 16);
}
