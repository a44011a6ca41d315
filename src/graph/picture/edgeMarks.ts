import { Tone } from '../../engine';
import type { Box, Point } from '../geometry/box';
import type { Pill } from '../geometry/pills';
import { GATE_DISTANCE, markBox, nearEnd, placeStops, type Stop } from '../geometry/stops';
import { PILL_HEIGHT } from './edgeLooks';
import type { PictureEdge, VerdictEdge } from './looks';

/** The edges with their pills placed, all in one go because each keeps clear of the others. */
export function withPills(
  edges: readonly PictureEdge[],
  place: (pills: readonly Pill[]) => readonly Point[],
): PictureEdge[] {
  const wanting = edges.flatMap(({ data }) =>
    data.pill === null ? [] : [{ curve: data.curve, width: data.pill.width, height: PILL_HEIGHT }],
  );
  const points = place(wanting);
  let next = 0;
  return edges.map((edge): PictureEdge => {
    if (edge.data.pill === null) return edge;
    const pill = { ...edge.data.pill, at: points[next++] ?? edge.data.pill.at };
    return edge.type === 'verdict'
      ? { ...edge, data: { ...edge.data, pill } }
      : { ...edge, data: { ...edge.data, pill } };
  });
}

/** The edges with the stop marks of blocked ones placed side by side. */
export function withStops(edges: readonly VerdictEdge[]): readonly VerdictEdge[] {
  const blocked = edges.flatMap(({ data: { tone, curve } }): Stop[] => {
    if (tone === Tone.blockedEgress) return [{ curve, at: 'source' }];
    return tone === Tone.blockedIngress ? [{ curve, at: 'destination' }] : [];
  });
  const places = placeStops(blocked);
  let next = 0;
  return edges.map((edge) => {
    if (edge.data.tone !== Tone.blockedEgress && edge.data.tone !== Tone.blockedIngress) return edge;
    return { ...edge, data: { ...edge.data, stop: places[next++] ?? null } };
  });
}

/** Room the marks on lines take: where a blocked one stops, and both gates of the selected one. */
export function marksOf(edges: readonly VerdictEdge[]): readonly Box[] {
  return edges.flatMap(({ data: { curve, stop, selected } }) => [
    ...(stop === null ? [] : [markBox(curve, stop)]),
    ...(selected ? GATES.map((end) => markBox(curve, nearEnd(curve, end, GATE_DISTANCE[end]))) : []),
  ]);
}

const GATES = ['source', 'destination'] as const;
