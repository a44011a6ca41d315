import type { PairCounts } from './edgesToDraw';
import type { ToneClass } from './toneClass';

const KINDS: readonly { readonly kind: ToneClass; readonly word: string }[] = [
  { kind: 'allowed', word: 'allowed' },
  { kind: 'blocked', word: 'blocked' },
  { kind: 'open', word: 'open by default' },
  { kind: 'unknown', word: 'undecided' },
];

export const sum = (counts: PairCounts['total']): number =>
  counts.allowed + counts.blocked + counts.open + counts.unknown;

const NUMBER = new Intl.NumberFormat('en');

/** A count as people read it: `12,289`. */
export const countWord = (count: number): string => NUMBER.format(count);

/** `Showing 26 of 132 pairs: 106 blocked hidden; 24 with the outside as globes`. */
export function countLine({ total, drawn, folded }: PairCounts): string {
  const hidden = KINDS.map(({ kind, word }) => ({ count: total[kind] - drawn[kind], word })).filter(
    ({ count }) => count > 0,
  );
  const all = sum(total);
  const head =
    hidden.length === 0
      ? `Showing all ${countWord(all)} pairs`
      : `Showing ${countWord(sum(drawn))} of ${countWord(all)} pairs: ${hidden.map(({ count, word }) => `${countWord(count)} ${word}`).join(', ')} hidden`;
  const outside = folded === 0 ? '' : `; ${countWord(folded)} with the outside told by globes`;
  const advice = sum(drawn) === 0 && all > 0 ? '. Select a card to see its connections' : '';
  return `${head}${outside}${advice}`;
}
