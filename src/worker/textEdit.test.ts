import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyEdit, editBetween } from './textEdit';

const texts = fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 30 });

it('makes one text the other, whatever they are', () => {
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      expect(applyEdit(before, editBetween(before, after))).toBe(after);
    }),
  );
});

it('carries no more than what was typed', () => {
  fc.assert(
    fc.property(texts, texts, texts, texts, (head, tail, old, typed) => {
      const { removed, inserted } = editBetween(head + old + tail, head + typed + tail);
      expect(inserted.length).toBeLessThanOrEqual(typed.length);
      expect(removed).toBeLessThanOrEqual(old.length);
    }),
  );
});
