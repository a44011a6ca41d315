/** Longer links are cut off by some chats and mail programs; a file takes their place. */
export const LINK_MOST = 8192;
/** Bytes that fit the largest QR code. */
export const QR_MOST = 2953;
/** Denser codes can hardly be scanned from the back of a room. */
export const QR_READABLE = 1000;

/** A size as people read it. */
export const sizeWord = (bytes: number): string =>
  bytes < 1000 ? `${String(bytes)} bytes` : `${(bytes / 1000).toFixed(1)} KB`;
