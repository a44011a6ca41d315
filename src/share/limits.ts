import { n, spokenLanguage, t } from '../language/t';

/** Longer links are cut off by some chats and mail programs; a file takes their place. */
export const LINK_MOST = 8192;
/** Bytes that fit the largest QR code. */
export const QR_MOST = 2953;
/** Denser codes can hardly be scanned from the back of a room. */
export const QR_READABLE = 1000;

/** A size as people read it. */
export function sizeWord(bytes: number): string {
  if (bytes < 1000) return n(bytes)`${bytes} byte|${bytes} bytes`;
  const { code } = spokenLanguage();
  const thousands = (bytes / 1000).toLocaleString(code, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return t`${thousands} KB`;
}
