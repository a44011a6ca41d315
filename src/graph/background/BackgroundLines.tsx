import { useStore, ViewportPortal } from '@xyflow/react';
import { memo } from 'react';
import { useView } from '../../state/hooks';
import { svgPath } from '../geometry/curve';
import { IN_CLASS } from '../picture/sight';
import type { Stroke } from './strokes';

interface BackgroundLinesProps {
  readonly strokes: readonly Stroke[];
  /** Something else is pointed at. */
  readonly faded: boolean;
  /** Above the cards or below them. */
  readonly layer: number;
}

/**
 * Lines nobody points at: a few hundred paths that React draws again only when their strokes change. Not a canvas: above
 * one, the browser gives each card a layer of its own, and putting those together takes longer than any line.
 */
export function BackgroundLines({ strokes, faded, layer }: BackgroundLinesProps) {
  const zoom = useStore((state) => state.transform[2]);
  const classroom = useView((state) => state.classroom);
  const count = strokes.reduce((sum, { lines }) => sum + lines.length, 0);
  const opacity = CLEAR * (faded ? FADED : 1);
  const thickness = (thicknessOf(count) * (classroom ? IN_CLASS : 1)) / zoom;
  return (
    <ViewportPortal>
      <svg className="graph-background" aria-hidden style={{ zIndex: layer }}>
        {strokes.map(({ tone, width, dash, lines, heads }) => (
          <g
            key={`${tone} ${String(width)}`}
            data-tone={tone}
            strokeOpacity={opacity}
            fillOpacity={opacity}
            strokeWidth={width * thickness}
            strokeDasharray={dash.map((length) => length / zoom).join(' ')}
          >
            <Lines lines={lines} />
            <Heads heads={heads} />
          </g>
        ))}
      </svg>
    </ViewportPortal>
  );
}

/** The browser skips a path that is not where it paints: that pays until there are very many. */
const MOST_PATHS = 400;

const Lines = memo(function Lines({ lines }: Pick<Stroke, 'lines'>) {
  const together = Math.ceil(lines.length / MOST_PATHS);
  const paths = [];
  for (let from = 0; from < lines.length; from += together) {
    const d = lines.slice(from, from + together).map(svgPath);
    paths.push(<path key={from} className="graph-background-lines" d={d.join('')} />);
  }
  return paths;
});

const Heads = memo(function Heads({ heads }: Pick<Stroke, 'heads'>) {
  if (heads.length === 0) return null;
  const corners = heads.map(
    (head) => `M${head.map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`).join('L')}Z`,
  );
  return <path className="graph-background-heads" d={corners.join('')} />;
});

/** Enough for three to one against the ground, in both themes. */
const CLEAR = 0.75;
/** Of the strength it has otherwise. */
const FADED = 0.22;

/** The more lines, the thinner each. */
const thicknessOf = (count: number): number => Math.min(1, 6 / Math.sqrt(count));
