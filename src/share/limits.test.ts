import { expect, it } from 'vitest';
import { LINK_MOST, sizeWord } from './limits';

it('a link that is too long does not read as long as the limit', () => {
  expect(sizeWord(LINK_MOST + 1)).not.toBe(sizeWord(LINK_MOST));
});
