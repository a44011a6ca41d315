import { n, spokenLanguage, t } from '../language/t';

/** Longer links are cut off by some chats and mail programs; a file takes their place. */
export const LINK_MOST = 8000;
/** Bytes that fit the largest QR code. */
export const QR_MOST = 2953;
/** Denser codes can hardly be scanned from the back of a room. */
export const QR_READABLE = 1000;

/** A size as people read it, rounded up: what is over a limit then reads larger than it. */
export function sizeWord(bytes: number): string {
  if (bytes < 1000) return n(bytes)`${bytes} byte|${bytes} bytes`;
  const { code } = spokenLanguage();
  const thousands = (Math.ceil(bytes / 100) / 10).toLocaleString(code, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return t`${thousands} KB`;
}
