import { Tone } from '../../engine';
import { grouped, t } from '../../language/t';
import { inPart } from '../../state/partWords';
import { lengthOf, type Curve } from '../geometry/curve';
import type { DrawnPair } from './edgesToDraw';
import { strengthOf } from './focus';
import { MAP, RINGS } from './layers';
import type { PairLook, PictureEdge, PillLook } from './looks';
import { isMap, type Scene } from './scene';
import { IN_CLASS } from './sight';
import { bothSentence, namesOf, pairSentence, shareSentence, shortPorts } from './sentences';

/** The line between two cards, by their indices; null when one has no place. */
export type Router = (source: number, destination: number, straight: boolean) => Curve | null;

const LETTER = 6.7;
const PILL_PADDING = 14;
export const PILL_HEIGHT = 18;

/** Id of the line from one card to another. */
export const edgeId = (source: string, destination: string, both = false): string =>
  `${source} ${both ? '↔' : '→'} ${destination}`;

/** A pill of the width its text needs; it is placed later, among all the others. */
const unplacedPill = (text: string, title: string): PillLook => ({
  at: { x: 0, y: 0 },
  isOver: false,
  text,
  title,
  width: Math.ceil(text.length * LETTER) + PILL_PADDING,
});

/** The head of the line, which a pill should leave free. */
const HEAD = 30;

/** So many letters have room on the line before a card. */
const lettersOn = (curve: Curve, scale: number): number =>
  Math.floor((lengthOf(curve) / scale - HEAD - PILL_PADDING) / LETTER);

const attributes = (tabIndex: 0 | -1) => ({ tabIndex, 'aria-roledescription': t`connection` });

/** All lines are one stop of the Tab key, at the selected one or the first; arrow keys go on from there. */
export function withTabStop(edges: readonly PictureEdge[]): PictureEdge[] {
  const selected = edges.findIndex((edge) => edge.selected === true);
  return edges.map((edge, index) =>
    index === Math.max(selected, 0) ? { ...edge, domAttributes: attributes(0) } : edge,
  );
}

/** Turns drawn pairs into React Flow's edges; null where an end has no place yet. */
export function edgeMaker(scene: Scene, route: Router): (pair: DrawnPair) => PictureEdge | null {
  const { answer, selection, focus, seen, changes, sight, plan, classroom } = scene;
  const { entities } = answer.topology;
  const { ports, portTexts, totals, passing, inPart: parts } = answer.picture;
  const names = namesOf(answer.topology);
  const onMap = isMap(plan);
  const layers = onMap ? MAP : RINGS;
  // From far away on a map words would hide the cards they lie on.
  const hasRoom = !onMap || sight.reach === 'near';
  const scale = (onMap ? sight.scale : 1) * (classroom ? IN_CLASS : 1);
  return ({ source, destination, tone, both }) => {
    const from = entities[source];
    const to = entities[destination];
    if (from === undefined || to === undefined) return null;
    const curve = route(source, destination, both);
    if (curve === null) return null;
    const cell = source * entities.length + destination;
    const change = changes.lines.get(cell) ?? null;
    const strength = strengthOf(focus, seen, entities.length, cell);
    const total = totals[cell] ?? 1;
    const share = total > 1 ? { passing: passing[cell] ?? 0, total } : null;
    const text = portTexts[ports[cell] ?? 0] ?? '';
    const selected = selection.kind === 'pair' && focus.cells.has(cell);
    const one = names[source] ?? from.name;
    const other = names[destination] ?? to.name;
    const isPart = parts.has(cell);
    const counted = share === null ? '' : shareSentence(one, other, tone, share);
    const sentence =
      share !== null
        ? isPart
          ? inPart(counted)
          : counted
        : both
          ? bothSentence(one, other)
          : pairSentence(one, other, tone, text);
    const words =
      isPart && (share === null || share.passing === share.total)
        ? t`some addresses`
        : share === null
          ? tone === Tone.partial
            ? text
            : null
          : shareWords(tone, share, strength);
    const pill =
      words !== null && (strength === 'strong' || (strength === 'plain' && hasRoom))
        ? unplacedPill(shortPorts(words, lettersOn(curve, scale)), share === null ? words : sentence)
        : null;
    const data: PairLook = { tone, both, share, curve, stop: null, pill, change, strength, selected, scale };
    return {
      id: edgeId(from.id, to.id, both),
      type: 'verdict',
      source: from.id,
      target: to.id,
      data,
      selected,
      ariaLabel: sentence,
      ariaRole: 'button',
      domAttributes: attributes(-1),
      zIndex: strength === 'strong' ? layers.strongEdge : change === null ? layers.edge : layers.changedEdge,
    };
  };
}

/**
 * `12 of 40` where some pass and others do not; where all do, only on a line that is pointed at. Where all do but not on
 * every port, that is told: which ports it are is different from pair to pair.
 */
function shareWords(
  tone: Tone,
  { passing, total }: { readonly passing: number; readonly total: number },
  strength: PairLook['strength'],
): string | null {
  const isMixed = passing > 0 && passing < total;
  if (tone === Tone.partial && passing === total && strength !== 'strong') return t`some ports`;
  if (!isMixed && (strength !== 'strong' || (passing === 0 && tone !== Tone.unknown))) return null;
  return tone === Tone.unknown ? t`? of ${grouped(total)}` : t`${grouped(passing)} of ${grouped(total)}`;
}
