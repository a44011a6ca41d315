import { useMemo } from 'react';
import { encode } from 'uqr';
import { t } from '../language/t';

const BORDER = 4;

/** A link as a QR code, dark on white in every theme: that is what cameras look for. */
export function QrCode({ text }: { readonly text: string }) {
  const { size, path } = useMemo(() => pathOf(text), [text]);
  return (
    <svg
      className="share-qr"
      viewBox={`0 0 ${String(size)} ${String(size)}`}
      role="img"
      aria-label={t`QR code of the link`}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

function pathOf(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: 'L', border: BORDER });
  const path = data
    .flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${String(x)},${String(y)}h1v1h-1z`] : [])))
    .join('');
  return { size, path };
}
