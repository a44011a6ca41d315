import { Tone } from '../../engine';
import { arrowHead, onto, shortened } from '../edges/shapes';
import { toneName } from '../edges/toneName';
import { besides, svgPath, type Curve } from '../geometry/curve';
import type { Stroke } from '../background/strokes';
import type { PairLook } from '../picture/looks';
import { element, words } from './element';
import { FADED, PAPER, TONES } from './paper';

/** What of a pair's look a drawn line needs. */
export type LineLook = Pick<
  PairLook,
  'tone' | 'both' | 'share' | 'curve' | 'stop' | 'strength' | 'selected' | 'scale'
>;

const colourOf = (tone: Tone): string => TONES[toneName(tone)] ?? PAPER.quiet;

/** One line with its mark: the shapes that the page draws (see edges/PairLine), each with its colours. */
export function drawnLine(look: LineLook): string {
  const { tone, curve, selected, strength, scale } = look;
  return element(
    'g',
    { opacity: strength === 'faded' ? FADED : null },
    ...(selected ? [path(curve, PAPER.accent, 15 * scale, { opacity: 0.16 })] : []),
    ...strokes(look),
    ...marks(look, colourOf(tone)),
  );
}

function strokes({ tone, both, share, curve, scale, selected }: LineLook): readonly string[] {
  const colour = colourOf(tone);
  const thick = (width: number): number => (selected ? Math.max(width, 6) : width) * scale;
  switch (tone) {
    case Tone.none:
      return [];
    case Tone.open: {
      const line = both ? curve : shortened(curve, 5 * scale);
      return [
        path(besides(line, 2.2 * scale), colour, 1.3 * scale),
        path(besides(line, -2.2 * scale), colour, 1.3 * scale),
        ...(both ? [] : [chevron(curve, 9 * scale, 13 * scale, colour, scale)]),
      ];
    }
    case Tone.allowed:
    case Tone.partial: {
      const isWide = tone === Tone.allowed && share === null;
      const width =
        share === null ? (isWide ? 5 : 2.5) : 1.5 + 3 * (share.passing / Math.max(share.total, 1));
      const head = share === null ? (isWide ? 18 : 12) : 9 + width;
      const points = arrowHead(curve, head * scale, (isWide ? head : head - 1) * scale);
      return [
        path(shortened(curve, (head - 3) * scale), colour, thick(width)),
        element('polygon', { points, fill: colour }),
      ];
    }
    case Tone.blockedEgress:
    case Tone.blockedIngress:
      return [
        path(curve, colour, (selected ? 3 : 1.4) * scale, { dash: [2.5 * scale, 4 * scale] }),
        chevron(curve, 7 * scale, 9 * scale, colour, scale),
      ];
    case Tone.unknown:
      return [
        path(shortened(curve, 8 * scale), colour, 3.6 * scale, { dash: [0.01, 7 * scale] }),
        chevron(curve, 8 * scale, 11 * scale, colour, scale),
      ];
  }
}

function marks({ tone, curve, stop, scale }: LineLook, fill: string): readonly string[] {
  const disc = (t: number, r: number, sign: string): string =>
    element(
      'g',
      { transform: onto(curve, t, scale) },
      element('circle', { r, fill, stroke: PAPER.page, 'stroke-width': 1.5 }),
      sign,
    );
  if (stop !== null)
    return [
      disc(stop, 7, element('rect', { x: -4, y: -1.3, width: 8, height: 2.6, rx: 0.5, fill: PAPER.surface })),
    ];
  if (tone !== Tone.unknown) return [];
  return [
    disc(0.5, 9, words(0, 4.2, '?', { size: 12, weight: 700, colour: PAPER.surface, anchor: 'middle' })),
  ];
}

/** Lines that nobody points at, as they are behind the others; `scale`: how much thicker than on the screen. */
export function drawnStroke({ tone, width, dash, lines, heads }: Stroke, scale: number): string {
  const colour = TONES[tone] ?? PAPER.quiet;
  return element(
    'g',
    { opacity: 0.8 },
    element('path', {
      d: lines.map(svgPath).join(''),
      fill: 'none',
      stroke: colour,
      'stroke-width': width * scale,
      'stroke-dasharray': dash.length === 0 ? null : dash.map((length) => length * scale).join(' '),
      'stroke-linecap': 'round',
    }),
    ...(heads.length === 0
      ? []
      : [
          element('path', {
            d: heads
              .map((corners) => `M${corners.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}Z`)
              .join(''),
            fill: colour,
          }),
        ]),
  );
}

const path = (
  curve: Curve,
  stroke: string,
  width: number,
  { dash, opacity = null }: { readonly dash?: readonly number[]; readonly opacity?: number | null } = {},
): string =>
  element('path', {
    d: svgPath(curve),
    fill: 'none',
    stroke,
    'stroke-width': width,
    'stroke-dasharray': dash?.join(' ') ?? null,
    'stroke-linecap': dash !== undefined && (dash[0] ?? 1) < 0.1 ? 'round' : null,
    opacity,
  });

const chevron = (curve: Curve, length: number, width: number, stroke: string, scale: number): string =>
  element('polyline', {
    points: arrowHead(curve, length, width),
    fill: 'none',
    stroke,
    'stroke-width': 1.6 * scale,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
