import { n, t } from '../language/t';
import type { DroppedBlock, DroppedCounts } from './droppedCounts';

const inOrder: readonly DroppedBlock[] = ['env', 'args', 'data', 'annotations', 'status', 'other'];

/** "12 env blocks", "3 args lists", … of what was left out. */
export const droppedWords = (counts: DroppedCounts): readonly string[] =>
  inOrder.filter((block) => counts[block] > 0).map((block) => blockWords(block, counts[block]));

function blockWords(block: DroppedBlock, count: number): string {
  switch (block) {
    case 'env':
      return n(count)`${count} env block|${count} env blocks`;
    case 'args':
      return n(count)`${count} args list|${count} args lists`;
    case 'data':
      return n(count)`${count} data block|${count} data blocks`;
    case 'annotations':
      return n(count)`${count} annotations block|${count} annotations blocks`;
    case 'status':
      return n(count)`${count} status block|${count} status blocks`;
    case 'other':
      return n(count)`${count} other field|${count} other fields`;
  }
}

/** "Kept labels, ports, selectors; 12 env blocks, 3 args lists dropped", or null when nothing was. */
export function droppedSentence(counts: DroppedCounts): string | null {
  const parts = droppedWords(counts);
  return parts.length === 0 ? null : t`Kept labels, ports, selectors; ${parts.join(', ')} dropped`;
}
