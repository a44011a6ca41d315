import { t } from '../language/t';

/** Browsers draw on no canvas that is larger than this on one side. */
const SIDE_MOST = 8192;

/** An SVG as pixels, twice as fine as its own; rejects where the browser cannot. */
export async function pngOf(svg: string, width: number, height: number): Promise<Blob> {
  const scale = Math.min(2, SIDE_MOST / Math.max(width, height));
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => {
        if (blob) resolve(blob);
        else reject(new Error(t`The picture is too large for this browser.`));
      }, 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
