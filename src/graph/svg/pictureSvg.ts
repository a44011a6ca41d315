import { toneName } from '../edges/toneName';
import { around, type Box } from '../geometry/box';
import { pointAt } from '../geometry/curve';
import { showingLine } from '../picture/countLine';
import { PILL_HEIGHT } from '../picture/edgeLooks';
import type { PairLook } from '../picture/looks';
import type { ShownFlow } from '../shownFlow';
import { boxOf } from '../picture/placed';
import { drawnNode } from './card';
import { element, escaped, words } from './element';
import { legend, legendKind, type LegendKind } from './legend';
import { drawnLine, drawnStroke } from './line';
import { FADED, PAPER, TONES } from './paper';

const MARGIN = 32;
const HEAD = 58;
const WIDTH_LEAST = 700;
/** Words of their normal size can be read in a picture up to this width. */
const SEEN_AT_ONCE = 1400;

/** What stands around the picture. */
export interface Caption {
  readonly title: string;
  /** One more line above it. */
  readonly notes: readonly string[];
}

/** A drawing by itself, and how large it is. */
export interface Drawn {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** The picture as it is shown now, whole, as one SVG that needs nothing else. */
export function pictureSvg(shown: ShownFlow, { title, notes }: Caption): Drawn {
  const { flow, background, topology, counts, onMap } = shown;
  const bounds = boundsOf(shown);
  // Around a large picture words are larger: all of it is seen at once.
  const scale = Math.max(1, bounds.width / SEEN_AT_ONCE);
  const margin = MARGIN * scale;
  const left = bounds.x - margin;
  const width = Math.max(bounds.width + 2 * margin, WIDTH_LEAST);
  const top = bounds.y - margin - HEAD * scale;
  const kinds = new Set<LegendKind>(flow.edges.flatMap(({ data }) => legendKind(data) ?? []));
  for (const { tone } of background) {
    const kind = BACKGROUND_KINDS[tone];
    if (kind !== undefined) kinds.add(kind);
  }
  const cardsOf = flow.nodes.flatMap(({ data }) => ('card' in data ? [data.card] : []));
  const badges = {
    globes: cardsOf.some(({ fromOutside, toOutside }) => fromOutside || toOutside),
    hubs: cardsOf.some(({ hubs }) => hubs.length > 0),
  };
  const below = bounds.y + bounds.height + margin;
  const key = legend((width - 2 * margin) / scale, kinds, badges);
  const height = below + key.height * scale + margin - top;
  const caption = [showingLine(topology, counts), ...notes].join(' · ');
  const nodes = [...flow.nodes].sort((a, b) => (a.zIndex ?? 0) - (b.zIndex ?? 0));
  const edges = [...flow.edges].sort((a, b) => (a.zIndex ?? 0) - (b.zIndex ?? 0));
  const isAbove = ({ type }: (typeof nodes)[number]): boolean => type !== 'frame' && type !== 'pods';
  const behind = background.map((stroke) => drawnStroke(stroke, scale));
  const lines = edges.map(({ data }) => drawnLine(data));
  const cards = nodes.filter(isAbove).map(drawnNode);
  const pillsOf = (isOver: boolean): readonly string[] =>
    edges.filter(({ data }) => data.pill?.isOver === isOver).map(({ data }) => pill(data));
  const [pills, over] = [pillsOf(false), pillsOf(true)];
  const placed = (x: number, y: number): string =>
    `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(${scale.toFixed(3)})`;
  const svg = element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: Math.ceil(width),
      height: Math.ceil(height),
      viewBox: [left, top, width, height].map((value) => Math.round(value * 10) / 10).join(' '),
    },
    `<title>${escaped(title)}</title>`,
    element('rect', { x: left, y: top, width, height, fill: PAPER.page }),
    element(
      'g',
      { transform: placed(bounds.x, top + margin) },
      words(0, 14, title, { size: 20, weight: 600, colour: PAPER.text }),
      words(0, 36, caption, { size: 12, colour: PAPER.quiet }),
    ),
    ...nodes.filter((node) => !isAbove(node)).map(drawnNode),
    ...behind,
    ...(onMap ? [...cards, ...lines, ...pills] : [...lines, ...pills, ...cards]),
    ...over,
    element('g', { transform: placed(bounds.x, below) }, key.svg),
  );
  return {
    svg: `<?xml version="1.0" encoding="UTF-8"?>\n${svg}\n`,
    width: Math.ceil(width),
    height: Math.ceil(height),
  };
}

const BACKGROUND_KINDS: Readonly<Record<string, LegendKind>> = {
  allowed: 'behind',
  partial: 'behind',
  open: 'open',
  'blocked-egress': 'blocked-out',
  'blocked-ingress': 'blocked-in',
  unknown: 'unknown',
};

/** The words on a line. */
function pill({ pill: look, tone, scale, strength }: PairLook): string {
  if (look === null) return '';
  const { at, text, width } = look;
  return element(
    'g',
    {
      transform: `translate(${at.x.toFixed(1)} ${at.y.toFixed(1)}) scale(${String(scale)})`,
      opacity: strength === 'faded' ? FADED : null,
    },
    element('rect', {
      x: -width / 2,
      y: -PILL_HEIGHT / 2,
      width,
      height: PILL_HEIGHT,
      rx: 9,
      fill: PAPER.surface,
      stroke: TONES[toneName(tone)] ?? PAPER.quiet,
      'stroke-width': strength === 'strong' ? 2 : null,
    }),
    words(0, 4, text, { size: 11, mono: true, weight: 500, colour: PAPER.text, anchor: 'middle' }),
  );
}

/** Room of everything that is drawn: lines may pass outside of all cards. */
function boundsOf({ flow, background }: ShownFlow): Box {
  const dot = ({ x, y }: { readonly x: number; readonly y: number }): Box => ({ x, y, width: 0, height: 0 });
  const curves = [...flow.edges.map(({ data }) => data.curve), ...background.flatMap(({ lines }) => lines)];
  return around([...flow.nodes.map(boxOf), ...curves.map((curve) => dot(pointAt(curve, 0.5)))]);
}
