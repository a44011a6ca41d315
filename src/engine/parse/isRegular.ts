import { parseRegular } from './parseRegular';
import { emptyFile, splitFile } from './splitFile';

/** Whether a file can be read without the real parsers. */
export function isRegular(text: string): boolean {
  const { segments, starts } = splitFile(text, emptyFile).file;
  return segments.every(({ length, pieces }, index) => {
    const segment = text.slice(starts[index], (starts[index] ?? 0) + length);
    // A list is read item by item, unless one of them turns out to hold on to another.
    const whole = pieces.length === 1 ? [] : [{ start: 0, end: length }];
    return [...whole, ...pieces].every(({ start, end }) => parseRegular(segment.slice(start, end)) !== null);
  });
}
