import type { Place, SourceFile } from '../engine';

/** Where the lines of a text start; kept as long as the file object, which is replaced with every edit. */
const startsOf = new WeakMap<SourceFile, readonly number[]>();

function lineStarts(file: SourceFile): readonly number[] {
  const known = startsOf.get(file);
  if (known) return known;
  const starts = [0];
  for (let at = file.text.indexOf('\n'); at >= 0; at = file.text.indexOf('\n', at + 1)) starts.push(at + 1);
  startsOf.set(file, starts);
  return starts;
}

/** The line a place starts on, counted from 1; null when its file is gone. */
export function lineNumber(files: readonly SourceFile[], place: Place): number | null {
  const file = files.find(({ id }) => id === place.file);
  if (!file) return null;
  const starts = lineStarts(file);
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= place.start) low = middle;
    else high = middle;
  }
  return low + 1;
}
