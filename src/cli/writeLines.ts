import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { oneLine } from './oneLine';

/** Characters that are gathered before they are written. */
const CHUNK = 65_536;

/** Writes lines to standard output as fast as it takes them. Stops quietly when nobody reads on (`| head`). */
export async function writeLines(lines: Iterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(chunks(lines)), process.stdout, { end: false });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EPIPE')) throw error;
  }
}

function* chunks(lines: Iterable<string>): Generator<string> {
  let chunk = '';
  for (const line of lines) {
    chunk += `${oneLine(line)}\n`;
    if (chunk.length <= CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
