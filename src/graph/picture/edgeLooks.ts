import { Tone } from '../../engine';
import type { Curve } from '../geometry/curve';
import type { DrawnPair } from './edgesToDraw';
import { CHANGED_EDGE_LAYER, EDGE_LAYER, STRONG_EDGE_LAYER } from './layers';
import type { PairLook, PictureEdge, PillLook, VerdictEdge } from './looks';
import { bothSentence, namesOf, pairSentence, shortPorts } from './sentences';
import { strengthOf } from './strengths';
import type { WorkloadScene } from './workloadFlow';

/** The line between two cards, by their ids; null when one has no place. */
export type Router = (source: string, destination: string, straight: boolean) => Curve | null;

const LETTER = 6.7;
export const PILL_HEIGHT = 18;

/** Id of the line from one card to another. */
export const edgeId = (source: string, destination: string, both = false): string =>
  `${source} ${both ? '↔' : '→'} ${destination}`;

/** A pill of the width its text needs; it is placed later, among all the others. */
export const unplacedPill = (text: string, title: string): PillLook => ({
  at: { x: 0, y: 0 },
  text,
  title,
  width: Math.ceil(text.length * LETTER) + 14,
});

const OUT_OF_TAB_ORDER = { tabIndex: -1, 'aria-roledescription': 'connection' };
const IN_TAB_ORDER = { tabIndex: 0, 'aria-roledescription': 'connection' };

/** All lines are one stop of the Tab key, at the selected one or the first; arrow keys go on from there. */
export function withTabStop(edges: readonly PictureEdge[]): PictureEdge[] {
  const selected = edges.findIndex((edge) => edge.selected === true);
  return edges.map((edge, index) =>
    index === Math.max(selected, 0) ? { ...edge, domAttributes: IN_TAB_ORDER } : edge,
  );
}

/** Turns drawn pairs into React Flow's edges; null where an end has no place yet. */
export function edgeMaker(scene: WorkloadScene, route: Router): (pair: DrawnPair) => VerdictEdge | null {
  const { answer, selection, changes } = scene;
  const { entities } = answer.topology;
  const names = namesOf(answer.topology);
  return ({ source, destination, tone, both }) => {
    const from = entities[source];
    const to = entities[destination];
    if (from === undefined || to === undefined) return null;
    const curve = route(from.id, to.id, both);
    if (curve === null) return null;
    const pair = source * entities.length + destination;
    const change = changes.get(pair) ?? null;
    const strength = strengthOf(selection, from.id, to.id);
    const ports = answer.picture.portTexts[answer.picture.ports[pair] ?? 0] ?? '';
    const selected = selection.kind === 'pair' && strength === 'strong';
    const pill =
      tone === Tone.partial && strength !== 'faded' ? unplacedPill(shortPorts(ports), ports) : null;
    const data: PairLook = { tone, both, curve, stop: null, pill, change, strength, selected };
    const one = names[source] ?? from.name;
    const other = names[destination] ?? to.name;
    return {
      id: edgeId(from.id, to.id, both),
      type: 'verdict',
      source: from.id,
      target: to.id,
      data,
      selected,
      ariaLabel: both ? bothSentence(one, other) : pairSentence(one, other, tone, ports),
      ariaRole: 'button',
      domAttributes: OUT_OF_TAB_ORDER,
      zIndex: strength === 'strong' ? STRONG_EDGE_LAYER : change === null ? EDGE_LAYER : CHANGED_EDGE_LAYER,
    };
  };
}
