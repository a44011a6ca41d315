import { Tone } from '../../engine';
import type { Box } from '../geometry/box';
import { lengthOf } from '../geometry/curve';
import { placePills } from '../geometry/pills';
import { GATE_DISTANCE, markBox, nearEnd, placeStops, type Stop } from '../geometry/stops';
import { PILL_HEIGHT } from './edgeLooks';
import type { PictureEdge } from './looks';

/** More pills than this hide what they are about: then only lines that are pointed at have theirs. */
const PILLS_MOST = 40;
const STRONG_PILLS_MOST = 24;

/** The edges with their pills placed, all in one go because each keeps clear of the others and of what is taken. */
export function withPills(edges: readonly PictureEdge[], taken: readonly Box[]): readonly PictureEdge[] {
  const strong = edges.filter(({ data }) => data.strength === 'strong');
  const crowded = edges.filter(({ data }) => data.pill !== null).length > PILLS_MOST;
  const mayHave = new Set(!crowded ? edges : strong.length > STRONG_PILLS_MOST ? [] : strong);
  const wanting = edges.filter((edge) => edge.data.pill !== null && mayHave.has(edge));
  const points = placePills(
    wanting.map(({ data: { pill, curve, scale, selected } }) => ({
      mayStandAside: selected,
      curve,
      width: (pill?.width ?? 0) * scale,
      height: PILL_HEIGHT * scale,
    })),
    taken,
  );
  const places = new Map(wanting.map((edge, index) => [edge, points[index]]));
  return edges.map((edge): PictureEdge => {
    if (edge.data.pill === null) return edge;
    const at = places.get(edge);
    const { curve, scale } = edge.data;
    const isOver = lengthOf(curve) < edge.data.pill.width * scale;
    const pill = at === undefined ? null : { ...edge.data.pill, at, isOver };
    return { ...edge, data: { ...edge.data, pill } };
  });
}

const isBlocked = (tone: Tone): boolean => tone === Tone.blockedEgress || tone === Tone.blockedIngress;

/** The edges with the stop marks of blocked ones placed side by side. */
export function withStops(edges: readonly PictureEdge[]): readonly PictureEdge[] {
  const blocked = edges.flatMap(({ data: { tone, curve, scale } }): Stop[] =>
    isBlocked(tone) ? [{ curve, scale, at: tone === Tone.blockedEgress ? 'source' : 'destination' }] : [],
  );
  const places = placeStops(blocked);
  let next = 0;
  return edges.map((edge) =>
    isBlocked(edge.data.tone) ? { ...edge, data: { ...edge.data, stop: places[next++] ?? null } } : edge,
  );
}

/** Room the marks on lines take: where a blocked one stops, and both gates of the selected one. */
export function marksOf(edges: readonly PictureEdge[]): readonly Box[] {
  return edges.flatMap(({ data: { curve, stop, selected, scale } }) => [
    ...(stop === null ? [] : [markBox(curve, stop, scale)]),
    ...(selected
      ? GATES.map((end) => markBox(curve, nearEnd(curve, end, GATE_DISTANCE[end] * scale), scale))
      : []),
  ]);
}

const GATES = ['source', 'destination'] as const;
