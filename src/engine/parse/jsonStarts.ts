import { contentStart } from './contentStart';

/**
 * Where the values of a sequence of JSON values start, as `kubectl get -o json` and jq print them; the first start is
 * always 0. Any other text is a single value.
 */
export function jsonStarts(text: string): readonly number[] {
  const starts = [0];
  let at = contentStart(text);
  while (at < text.length) {
    const end = valueEnd(text, at);
    if (end === null) return starts;
    const next = afterBlanks(text, end);
    if (next < text.length && !opensValue(text, next)) return [0];
    if (next < text.length) starts.push(next);
    at = next;
  }
  return starts;
}

function opensValue(text: string, at: number): boolean {
  return text.startsWith('{', at) || text.startsWith('[', at);
}

/** The end of the object or list that starts at `at`; null when there is none or it is not closed. */
function valueEnd(text: string, at: number): number | null {
  if (!opensValue(text, at)) return null;
  const signs = /["{}[\]]/g;
  signs.lastIndex = at;
  let depth = 0;
  for (let found = signs.exec(text); found; found = signs.exec(text)) {
    const sign = found[0];
    if (sign === '"') {
      const close = stringEnd(text, found.index);
      if (close === null) return null;
      signs.lastIndex = close;
    } else if (sign === '{' || sign === '[') {
      depth++;
    } else if (--depth === 0) {
      return signs.lastIndex;
    }
  }
  return null;
}

/** The offset behind the closing quote of the string that starts at `at`; null when it is not closed. */
export function stringEnd(text: string, at: number): number | null {
  for (let quote = text.indexOf('"', at + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text.charCodeAt(quote - 1 - slashes) === 0x5c) slashes++;
    if (slashes % 2 === 0) return quote + 1;
  }
  return null;
}

function afterBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++;
  return at;
}
