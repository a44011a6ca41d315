import { blockObjects, type Placed } from './blockObjects';
import type { Found } from './head';
import { jsonObjects } from './jsonObjects';
import { countLines, pieceAt } from './pieces';

/** What the scan hands out: an object, or undefined so that the scanner can rest. */
export type Scanned = Found | undefined;

/** True when a document is written in JSON, or in YAML's flow style. */
function startsWithBracket(text: string, from: number, to: number): boolean {
  let at = from;
  while (at < to && ' \t\r\n\uFEFF'.includes(text.charAt(at))) at++;
  const here = text.charAt(at);
  return at < to && (here === '{' || here === '[');
}

const objectsOf = (text: string, from: number, to: number): Generator<Placed | undefined> =>
  startsWithBracket(text, from, to) ? jsonObjects(text, from, to) : blockObjects(text, from, to);

/** Every object from `from`, where a document starts after that many line breaks, to `to`, where one ends. */
export function* scan(text: string, from: number, to: number, lineBreaks: number): Generator<Scanned> {
  let line = lineBreaks;
  let counted = from;
  for (let at = from; at < to;) {
    const { start: piece, content, end } = pieceAt(text, at);
    for (const placed of objectsOf(text, content, end)) {
      if (!placed) {
        yield undefined;
        continue;
      }
      line += countLines(text, counted, placed.start);
      counted = placed.start;
      yield { ...placed, piece, line };
    }
    at = end;
  }
}
