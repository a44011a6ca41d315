import type { Mistake } from './mistake';
import { blockMistakes } from './mistakes/blocks';
import { edgeMistakes } from './mistakes/edges';
import { emptyMistakes } from './mistakes/empties';
import { peerMistakes } from './mistakes/peers';
import { policyTypeMistakes } from './mistakes/policyTypes';
import { portMistakes } from './mistakes/ports';
import { selectorMistakes } from './mistakes/selectors';

/** Misreadings seen in real tools, or easy to make. */
export const mistakes: readonly Mistake[] = [
  ...policyTypeMistakes,
  ...emptyMistakes,
  ...peerMistakes,
  ...selectorMistakes,
  ...blockMistakes,
  ...portMistakes,
  ...edgeMistakes,
];
