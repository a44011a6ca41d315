import { addDropped, nothingDropped, newTally, type DroppedCounts } from './droppedCounts';
import { hasEqualKeys } from './equalKeys';
import { whitelistRoot } from './whitelist';

interface Projected {
  readonly text: string;
  readonly dropped: DroppedCounts;
}

/**
 * One JSON value or several after each other, or null when the text is not JSON. Of equal keys the values hide all but
 * the last, so a value that has some is cut as YAML.
 */
export function projectJson(text: string, cutTokens: (text: string) => Projected | null): Projected | null {
  const whole = parsed(text);
  const values = whole === undefined ? jsonValues(text)?.map(parsed) : [whole];
  if (values === undefined || values.includes(undefined)) return null;
  if (hasEqualKeys(text, values)) return eachOf(text, cutTokens);
  const tally = newTally();
  const kept = values.map((value) => JSON.stringify(whitelistRoot(value, tally), null, 2));
  if (Object.values(tally).every((count) => count === 0)) return { text, dropped: nothingDropped };
  const lines = kept.join('\n') + (text.endsWith('\n') ? '\n' : '');
  return { text: text.includes('\r\n') ? lines.replaceAll('\n', '\r\n') : lines, dropped: tally };
}

function eachOf(text: string, cutTokens: (text: string) => Projected | null): Projected | null {
  const pieces = jsonValues(text) ?? [];
  const cut = pieces.map(cutTokens).filter((piece) => piece !== null);
  if (cut.length < pieces.length) return null;
  if (cut.every(({ dropped }) => dropped === nothingDropped)) return { text, dropped: nothingDropped };
  return {
    text: cut.map((piece) => piece.text.trimEnd()).join('\n') + '\n',
    dropped: cut.map(({ dropped }) => dropped).reduce(addDropped, nothingDropped),
  };
}

function parsed(piece: string): unknown {
  try {
    return JSON.parse(piece) as unknown;
  } catch {
    return undefined;
  }
}

/** The text cut where one value ends and the next begins; null when brackets do not match up. */
function jsonValues(text: string): readonly string[] | null {
  const pieces: string[] = [];
  const token = /"[^"\\]*(?:\\.[^"\\]*)*"|[[{]|[\]}]|[^\s"[\]{}]+/gs;
  let depth = 0;
  let start = 0;
  for (let match = token.exec(text); match; match = token.exec(text)) {
    const [found] = match;
    if (found === '{' || found === '[') {
      if (depth++ === 0) start = match.index;
    } else if (found === '}' || found === ']') {
      if (--depth < 0) return null;
      if (depth === 0) pieces.push(text.slice(start, token.lastIndex));
    } else if (depth === 0) {
      return null;
    }
  }
  return depth === 0 && pieces.length > 0 ? pieces : null;
}
