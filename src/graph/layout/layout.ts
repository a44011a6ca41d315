import type { Layout, LayoutInput } from './input';
import { placeNewcomers } from './newcomers';
import { layoutAfresh } from './shelves';

/**
 * Where everything sits. With a previous layout that shows mostly the same cards, those stay where they are and
 * newcomers find a place beside their kin; else the picture is laid out afresh.
 */
export function layout(input: LayoutInput, previous: Layout | null): Layout {
  if (previous?.id === input.id) return previous;
  if (previous !== null && mostlyKnown(input, previous)) return placeNewcomers(input, previous);
  return layoutAfresh(input);
}

function mostlyKnown({ frames }: LayoutInput, { cards: known }: Layout): boolean {
  const cards = frames.flatMap((frame) => (frame.outside ? [] : frame.cards));
  const stayed = cards.filter((card) => known.has(card.id)).length;
  return stayed > 0 && stayed * 2 >= cards.length;
}
