import { around, grown, type Box, type Point } from '../geometry/box';
import { frameAround } from '../layout/frame';
import type { Layout, LayoutInput, Size } from '../layout/input';
import type { Kin, Unit } from '../layout/kins';
import { podSpots } from '../layout/podSpots';
import { slotsIn } from '../layout/territory';

/** Where things are on the screen: the layout, the user's drags on top. */
export interface Places {
  /** By index of the entity, in the order of the layout. */
  readonly cards: ReadonlyMap<number, Box>;
  /** Territories of namespaces whose cards are shown, by id; of the outside too. */
  readonly frames: ReadonlyMap<string, Box>;
  /** Workloads whose pods are shown, by id. */
  readonly grounds: ReadonlyMap<string, Box>;
  /** By frame, where cards would stand that an alike group stands for: the `d` of an SVG path from the frame's corner. */
  readonly ghosts: ReadonlyMap<string, string>;
}

export const nowhere: Places = { cards: new Map(), frames: new Map(), grounds: new Map(), ghosts: new Map() };

type Offsets = Readonly<Record<string, Point>>;

/** All that decides where a card is. */
export interface Placing {
  readonly input: LayoutInput;
  readonly layout: Layout;
  readonly kins: readonly Kin[];
  /** Room of a workload on a map. */
  readonly slot: Size;
  readonly moved: Offsets;
}

/** Cards that have a place, moved by their own drag and by that of their frame. Nothing here depends on other folds. */
export function placesOf({ input, layout, kins, slot, moved }: Placing): Places {
  const cards = new Map<number, Box>();
  const frames = new Map<string, Box>();
  const grounds = new Map<string, Box>();
  const ghosts = new Map<string, string>();
  const byFrame = new Map(kins.map((kin) => [kin.frame, kin]));
  for (const frame of input.frames) {
    const kin = byFrame.get(frame.id);
    const base = layout.frames.get(frame.id);
    if (kin === undefined || base === undefined) continue;
    const territory = movedBy(base, moved[frame.id]);
    if (kin.fold !== null) {
      cards.set(kin.fold, territory);
      continue;
    }
    const isListed = frame.cards.length > 0;
    const units = isListed ? inOrder(kin, frame.cards) : kin.units;
    const slots = isListed ? [] : slotsIn(territory, units.length, slot);
    const kept: Box[] = [];
    const empty: Box[] = [];
    units.forEach((unit, index) => {
      const listed = layout.cards.get(unit.id);
      const own = slots[index] ?? (listed === undefined ? undefined : movedBy(listed, moved[frame.id]));
      if (own === undefined) return;
      const box = movedBy(fitted(own, unit, isListed), moved[unit.id]);
      kept.push(box);
      if (unit.entities.length === 0) empty.push(box);
      place(unit, box, cards, grounds);
    });
    if (kept.length === 0) continue;
    const border = isListed ? frameAround(kept) : around([territory, ...kept.map(roomy)]);
    frames.set(frame.id, border);
    if (empty.length > 0) ghosts.set(frame.id, outlines(empty, border));
  }
  return { cards, frames, grounds, ghosts };
}

/** In a slot, a card keeps its own size in the middle; its pods take all of it. */
function fitted(slot: Box, { size, pods }: Unit, isListed: boolean): Box {
  if (isListed || pods) return slot;
  const width = Math.min(slot.width, Math.max(size.width, CARD_WIDTH));
  const height = Math.min(slot.height, size.height);
  return { x: slot.x + (slot.width - width) / 2, y: slot.y + (slot.height - height) / 2, width, height };
}

/** Cards of one width are a tidier map. */
const CARD_WIDTH = 228;
const ROOMY = 8;
const roomy = (box: Box): Box => grown(box, ROOMY);

function place(unit: Unit, box: Box, cards: Map<number, Box>, grounds: Map<string, Box>): void {
  if (!unit.pods) {
    for (const index of unit.entities) cards.set(index, box);
    return;
  }
  grounds.set(unit.id, box);
  podSpots(box, unit.entities.length).forEach((spot, at) => {
    const index = unit.entities[at];
    if (index !== undefined) cards.set(index, spot);
  });
}

const outlines = (boxes: readonly Box[], from: Point): string =>
  boxes
    .map(
      ({ x, y, width, height }) =>
        `M${num(x - from.x)} ${num(y - from.y)}h${num(width)}v${num(height)}h${num(-width)}z`,
    )
    .join('');

const num = (value: number): string => String(Math.round(value));

function inOrder({ units }: Kin, cards: LayoutInput['frames'][number]['cards']): readonly Unit[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return cards.flatMap(({ id }) => byId.get(id) ?? []);
}

const movedBy = (box: Box, by: Point | undefined): Box =>
  by === undefined ? box : { ...box, x: box.x + by.x, y: box.y + by.y };
