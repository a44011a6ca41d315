import type { Found } from './head';
import { indexOf, type ObjectIndex } from './objectIndex';
import { scan } from './scan';

/** So long the page may be kept from everything else, in milliseconds. */
const SLICE = 6;

/** Lets the browser draw and take input; comes back sooner than a timer would. False: nobody wants to go on. */
function breathe(signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve(!signal.aborted);
    };
    channel.port2.postMessage(null);
  });
}

/** Reads a large text in small slices of time. Null when the signal says that nobody wants it any more. */
export async function buildIndex(
  text: string,
  signal: AbortSignal,
  progress: (read: number) => void,
): Promise<ObjectIndex | null> {
  const found: Found[] = [];
  let sliceEnd = performance.now() + SLICE;
  for (const entry of scan(text, 0, text.length, 0)) {
    if (entry) found.push(entry);
    if (performance.now() < sliceEnd) continue;
    progress(entry?.end ?? found.at(-1)?.end ?? 0);
    if (!(await breathe(signal))) return null;
    sliceEnd = performance.now() + SLICE;
  }
  // Of tens of thousands of objects the index is a task, and what is drawn of it another.
  if (!(await breathe(signal))) return null;
  const index = indexOf(found);
  return (await breathe(signal)) ? index : null;
}
