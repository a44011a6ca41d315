import type { Stroke } from './strokes';

/** What is seen of the picture: its origin on the screen, and how large. */
export interface Viewport {
  readonly x: number;
  readonly y: number;
  readonly zoom: number;
}

/** Strokes as the browser draws them; made once, drawn at every move of the viewport. */
export interface Drawable {
  readonly tone: string;
  readonly width: number;
  readonly dash: readonly number[];
  readonly lines: Path2D;
  readonly heads: Path2D;
}

export const drawableOf = ({ tone, width, dash, lines, heads }: Stroke): Drawable => {
  const path = new Path2D();
  for (const { start, control, end } of lines) {
    path.moveTo(start.x, start.y);
    path.quadraticCurveTo(control.x, control.y, end.x, end.y);
  }
  const tips = new Path2D();
  for (const [first, ...others] of heads) {
    if (first === undefined) continue;
    tips.moveTo(first.x, first.y);
    for (const { x, y } of others) tips.lineTo(x, y);
    tips.closePath();
  }
  return { tone, width, dash, lines: path, heads: tips };
};

/** How all lines are drawn. */
export interface Brush {
  /** Pixels of the screen per pixel of the page. */
  readonly density: number;
  readonly opacity: number;
  /** Against the width lines have where there are few. */
  readonly thickness: number;
}

/** Draws everything anew; widths and dashes are the screen's, whatever the zoom. */
export function paint(
  canvas: HTMLCanvasElement,
  drawables: readonly Drawable[],
  { x, y, zoom }: Viewport,
  { density, opacity, thickness }: Brush,
): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const style = getComputedStyle(canvas);
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.setTransform(density * zoom, 0, 0, density * zoom, density * x, density * y);
  context.globalAlpha = opacity;
  context.lineCap = 'round';
  for (const { tone, width, dash, lines, heads } of drawables) {
    const colour = style.getPropertyValue(COLOURS[tone] ?? '--open');
    context.strokeStyle = colour;
    context.fillStyle = colour;
    context.lineWidth = (width * thickness) / zoom;
    context.setLineDash(dash.map((length) => length / zoom));
    context.stroke(lines);
    context.fill(heads);
  }
}

const COLOURS: Readonly<Record<string, string>> = {
  allowed: '--allowed',
  partial: '--allowed',
  open: '--open',
  'blocked-egress': '--blocked',
  'blocked-ingress': '--blocked',
  unknown: '--unknown',
};
