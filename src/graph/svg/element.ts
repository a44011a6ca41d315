type Value = string | number;

/** An SVG element as text; what is null or false is left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, Value | null>>,
  ...children: readonly string[]
): string {
  const written = Object.entries(attributes)
    .map(([key, value]) => (value === null ? '' : ` ${key}="${escaped(String(rounded(value)))}"`))
    .join('');
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join('')}</${name}>`;
}

/** Text as XML has it; what XML cannot hold is left out. */
export const escaped = (text: string): string =>
  text
    // XML forbids them.
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const rounded = (value: Value): Value => (typeof value === 'number' ? Math.round(value * 100) / 100 : value);

interface Letters {
  readonly size: number;
  readonly colour: string;
  readonly weight?: number;
  readonly mono?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
}

const SANS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif";
const MONO = "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace";

/** A line of words; y is its base line. */
export const words = (
  x: number,
  y: number,
  text: string,
  { size, colour, weight = 400, mono = false, anchor = 'start' }: Letters,
): string =>
  element(
    'text',
    {
      x,
      y,
      'font-family': mono ? MONO : SANS,
      'font-size': size,
      'font-weight': weight === 400 ? null : weight,
      fill: colour,
      'text-anchor': anchor === 'start' ? null : anchor,
    },
    escaped(text),
  );

/** About how wide words are: nothing measures them before somebody opens the file. */
export const widthOf = (text: string, size: number, mono = false): number =>
  text.length * size * (mono ? 0.602 : 0.58);
