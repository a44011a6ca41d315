import { useStore, ViewportPortal } from '@xyflow/react';
import { useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useView } from '../../state/hooks';
import { drawableOf, paint } from './paint';
import type { Stroke } from './strokes';

interface BackgroundLinesProps {
  readonly strokes: readonly Stroke[];
  /** Something else is pointed at. */
  readonly faded: boolean;
  /** Above the cards or below them. */
  readonly layer: number;
}

/** Lines nobody points at, all on one canvas in the place of the viewport: a thousand cost what one costs. */
export function BackgroundLines({ strokes, faded, layer }: BackgroundLinesProps) {
  const [x, y, zoom] = useStore((state) => state.transform);
  const width = useStore((state) => state.width);
  const height = useStore((state) => state.height);
  const theme = useSyncExternalStore(watchTheme, themeNow);
  const classroom = useView((state) => state.classroom);
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawables = useMemo(() => strokes.map(drawableOf), [strokes]);
  const count = strokes.reduce((sum, { lines }) => sum + lines.length, 0);
  const density = devicePixelRatio;
  useLayoutEffect(() => {
    if (canvas.current === null) return;
    const opacity = opacityOf(count) * (faded ? FADED : 1);
    const thickness = (count > MANY ? THIN : 1) * (classroom ? THICK : 1);
    paint(canvas.current, drawables, { x, y, zoom }, { density, opacity, thickness });
  }, [drawables, x, y, zoom, width, height, density, faded, count, theme, classroom]);
  return (
    <ViewportPortal>
      <canvas
        ref={canvas}
        className="graph-background"
        aria-hidden
        width={Math.round(width * density)}
        height={Math.round(height * density)}
        style={{
          width,
          height,
          zIndex: layer,
          transform: `scale(${String(1 / zoom)}) translate(${String(-x)}px, ${String(-y)}px)`,
        }}
      />
    </ViewportPortal>
  );
}

/** More lines than this are thinner, too. */
const MANY = 120;
const THIN = 0.5;
/** As in the style sheet of the classroom mode. */
const THICK = 1.6;
/** Of the strength it has otherwise. */
const FADED = 0.3;

/** The more lines, the fainter each. */
const opacityOf = (count: number): number => Math.min(0.5, 2.5 / Math.sqrt(count));

const themeNow = (): string => document.documentElement.dataset['theme'] ?? '';

function watchTheme(changed: () => void): () => void {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    observer.disconnect();
  };
}
