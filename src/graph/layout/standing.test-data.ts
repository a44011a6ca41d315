import type { Topology } from '../../engine';
import type { Box } from '../geometry/box';
import { placesOf, type Places } from '../picture/places';
import { framesOf } from './frames';
import type { Layout, LayoutInput } from './input';
import { kinsOf } from './kins';
import { layout } from './layout';
import { slotOf } from './territory';

/** A topology laid out and placed, after another one when that is given. Test code only. */
export interface Standing {
  readonly input: LayoutInput;
  readonly layout: Layout;
  readonly places: Places;
  /** By the id of the entity. */
  readonly cards: ReadonlyMap<string, Box>;
}

export function standing(topology: Topology, previous: Layout | null = null, workspace = 0): Standing {
  const kins = kinsOf(topology);
  const input = framesOf(topology, kins, workspace);
  const made = layout(input, previous);
  const places = placesOf({ input, layout: made, kins, slot: slotOf(topology), moved: {} });
  const cards = new Map([...places.cards].map(([index, box]) => [topology.entities[index]?.id ?? '', box]));
  return { input, layout: made, places, cards };
}
