import { looksPutOutOfUse } from './comments';
import { blockOf, newTally, nothingDropped, type DroppedCounts, type Tally } from './droppedCounts';
import { Brackets } from './brackets';
import { holdsPoliciesOnly } from './mayDrop';
import { scrubSecretObjects } from './scrubSecretObjects';
import { isLabelValue, mayHoldSecret, secretKeys, withoutSecrets } from './secretNames';
import { holdsLabels } from './shape';

const blockKey = /^([ \t]*(?:-[ \t]+)*)(["']?)([\w.-]+)\2[ \t]*:(.*)$/s;
const explicitKey = /^([ \t]*(?:-[ \t]+)*)\?[ \t]+(["']?)([\w.-]+)\2[ \t\r\n]*$/;
const escapedKey = /"((?:\w|\\(?:x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8})){1,64})"(?=\s*:)/gi;
const blockScalar = /^(?:[!&]\S*[ \t]+)*[|>][-+\d]*$/;
const keyOrMarker = /^(?:---\s|\.\.\.\s|#|[ \t]*(?:-[ \t]+)*["']?[\w./-]+["']?[ \t]*:(?:\s|$)|[ \t]*-\s)/;
const inlineKey = /(?=["'\w.-])(?<![\w.-])(?<=[{,][ \t]*)(["']?)([\w.-]+)\1[ \t]*:[ \t]*/g;

/** What `kubectl describe` prints secrets under. Nothing of it is of use here: it is no manifest. */
const described: ReadonlySet<string> = new Set(['Annotations', 'Args', 'Command', 'Environment']);

/**
 * The best that can be done for text that does not parse: by indentation and brackets, blocks under the keys that
 * hold secrets go. Rather too much than too little.
 */
export function scrubLines(source: string): { readonly text: string; readonly dropped: DroppedCounts } {
  const tally = newTally();
  const readable = inPlainWords(source);
  const seen = withoutSecrets(readable);
  if (seen !== readable) tally.other++;
  const text = scrub(scrubSecretObjects(linesOf(seen), tally).join(''), tally);
  return text === readable ? { text: source, dropped: nothingDropped } : { text, dropped: tally };
}

/** Characters before a key in which the bracket of its map is looked for: a line may have many megabytes. */
const MOST_BEFORE = 4096;
const opensLabels = /(?:labels|matchLabels|matchExpressions|[sS]elector)["']?[ \t]*:[ \t]*\{[^{}]*$/;

/** Which keys the line that is read stands below, as far as the columns tell. */
class Place {
  readonly #isPolicy: boolean;
  readonly #above: { readonly column: number; readonly key: string }[] = [];

  constructor(source: string) {
    this.#isPolicy = holdsPoliciesOnly(source);
  }

  read(line: string): void {
    const [, prefix = '', key] = /^([ \t]*(?:-[ \t]+)*)["']?([\w./-]+)["']?[ \t]*:/.exec(line) ?? [];
    if (key === undefined) return;
    while ((this.#above.at(-1)?.column ?? -1) >= prefix.length) this.#above.pop();
    this.#above.push({ column: prefix.length, key });
  }

  /** Nothing is secret here: a mistake in a selector must not become another selector. */
  get isOfLabels(): boolean {
    const above = this.#above.slice(0, -1);
    return above.some(({ key }) => holdsLabels(key)) || this.#isSpared(this.#above.at(-1)?.key ?? '', above);
  }

  /** The same of what stands inside the line. */
  isOfLabelsIn(before: string, key: string): boolean {
    const isBelow = this.#above.slice(0, -1).some((above) => holdsLabels(above.key));
    return isBelow || opensLabels.test(before) || this.#isSpared(key, this.#above);
  }

  /** Of a policy's own fields none is called like that: it may be a label below a mistyped key. */
  #isSpared(key: string, above: readonly { readonly column: number; readonly key: string }[]): boolean {
    return this.#isPolicy && secretKeys.has(key) && key !== 'annotations' && above.some(isSpec);
  }
}

const isSpec = ({ column, key }: { readonly column: number; readonly key: string }): boolean =>
  column === 0 && /^specs?$/.test(key);

/** With line ends that are seen as such, and no escapes in keys. */
const inPlainWords = (source: string): string =>
  source
    .replace(/\r(?!\n)/g, '\n')
    .replace(escapedKey, (_, key: string) =>
      JSON.stringify(
        key.replace(/\\[xu]([\da-f]+)/gi, (_escape, code: string) =>
          String.fromCodePoint(parseInt(code, 16) % 0x110000),
        ),
      ),
    );

const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function scrub(source: string, tally: Tally): string {
  const out: string[] = [];
  const place = new Place(source);
  const brackets = new Brackets(source);
  let settled = 0;
  let at = 0;
  // Where things end is then anybody's guess, so the rest goes.
  while (at < source.length && !brackets.isExhausted) {
    const end = lineEnd(source, at);
    const line = source.slice(at, end);
    const isComment = line.trimStart().startsWith('#');
    if (!isComment) place.read(line);
    const block = isComment ? null : secretBlock(source, at, line, place.isOfLabels, brackets);
    if (isComment && looksPutOutOfUse(line)) {
      tally.other++;
      at = commentsEnd(source, end);
    } else if (block) {
      tally[blockOf(block.key)]++;
      // Comments above it are about it.
      while (out.length > settled && /^\s*(?:#|$)/.test(out.at(-1) ?? '.')) out.pop();
      if (block.dashes !== '') out.push(`${block.dashes}\n`);
      settled = out.length;
      at = block.end;
    } else {
      at = isComment ? (out.push(line), end) : scrubInline(source, at, end, place, out, tally, brackets);
    }
  }
  return out.join('');
}

interface SecretBlock {
  readonly key: string;
  /** The dash of the list item that the block opens; it stays. */
  readonly dashes: string;
  readonly end: number;
}

/** The block that begins on this line, or null when the line stays. */
function secretBlock(
  source: string,
  at: number,
  line: string,
  isOfLabels: boolean,
  brackets: Brackets,
): SecretBlock | null {
  const match = blockKey.exec(line.replace(/\r?\n$/, ''));
  if (!match) return explicitBlock(source, at, line);
  const [whole, prefix = '', , key = '', rest = ''] = match;
  if (!mayHoldSecret(key) && !described.has(key)) return null;
  const value = rest.replace(/(?:^|[ \t])#.*$/s, '').trim();
  const next = at + line.length;
  const closes = valueEnd(at + whole.length - rest.trimStart().length, value, brackets);
  const deeper = blockEnd(source, closes > next ? lineEnd(source, closes - 1) : next, prefix.length);
  const end = blockScalar.test(value) ? strayEnd(source, deeper, brackets) : deeper;
  const isLabel = isLabelValue(value.replace(/,$/, '').replace(/^(["'])(.*)\1$/, '$2'));
  const isHarmless = value === '' || (isLabel && secretKeys.has(key));
  const below = source.slice(next, end);
  if (isHarmless && below.trim() === '') return null;
  // A container's env, a Secret's data begin below their key.
  if (isOfLabels && value !== '') return null;
  if (isLabel && key === 'env' && value !== '' && labelLines.test(below)) return null;
  return {
    key,
    dashes: prefix.includes('-') ? prefix.trimEnd() : '',
    end: closedEnd(source, at, end, brackets),
  };
}

const labelLines = /^(?:[ \t]*(?!value)[\w./-]+:[ \t]+[\w.-]*[ \t]*(?:\r?\n|$))+$/;

/** Where a value ends that says so itself; -1 for others. */
function valueEnd(start: number, value: string, brackets: Brackets): number {
  if (/^[[{]/.test(value)) return brackets.end(start);
  return /^["']/.test(value) ? brackets.quoteEnd(start) : -1;
}

/** What was pasted into a block scalar without indenting it: up to the next key. */
function strayEnd(source: string, from: number, brackets: Brackets): number {
  let end = from;
  while (end < source.length) {
    const next = lineEnd(source, end);
    const line = source.slice(end, next);
    if (keyOrMarker.test(line)) break;
    const closes = /^[[{]/.test(line) ? brackets.end(end) : -1;
    end = closes > next ? lineEnd(source, closes - 1) : next;
  }
  return end;
}

/** The same of a key that is marked as one, its value below it. */
function explicitBlock(source: string, at: number, line: string): SecretBlock | null {
  const [whole, prefix = '', , key = ''] = explicitKey.exec(line) ?? [];
  if (whole === undefined || !mayHoldSecret(key)) return null;
  const next = blockEnd(source, at + line.length, prefix.length);
  const isValue = source.slice(next, lineEnd(source, next)).trimStart().startsWith(':');
  const end = isValue ? blockEnd(source, lineEnd(source, next), prefix.length) : next;
  return { key, dashes: prefix.includes('-') ? prefix.trimEnd() : '', end };
}

/** In a flow map written over several lines: what the cut lines opened goes to where it closes. */
function closedEnd(source: string, start: number, firstEnd: number, brackets: Brackets): number {
  let end = firstEnd;
  for (let opens = brackets.unclosedIn(start, end); opens >= 0; opens = brackets.unclosedIn(opens, end)) {
    const closed = brackets.end(opens);
    if (closed <= end) break;
    end = lineEnd(source, closed - 1);
  }
  return end;
}

/** Where the lines end that are indented deeper than `column`, or are items of a list or brackets at it. */
function blockEnd(source: string, from: number, column: number): number {
  let end = from;
  for (let at = from; at < source.length;) {
    const next = lineEnd(source, at);
    const line = source.slice(at, next);
    const text = line.trimStart();
    const indent = line.length - text.length;
    const isBlank = text === '';
    if (!isBlank && indent <= column && !(indent === column && /^(?:-[ \t\r\n]|-$|[\]}#])/.test(text))) break;
    at = next;
    if (!isBlank) end = next;
  }
  return end;
}

/** Copies a line, cutting secret keys out of flow maps in it; returns where it stopped reading. */
function scrubInline(
  source: string,
  start: number,
  end: number,
  place: Place,
  out: string[],
  tally: Tally,
  brackets: Brackets,
): number {
  let at = start;
  let stop = end;
  const kept: string[] = [];
  for (;;) {
    inlineKey.lastIndex = at;
    const match = inlineKey.exec(source.slice(0, stop));
    if (!match) break;
    const [whole, , key = ''] = match;
    if (!mayHoldSecret(key)) {
      kept.push(source.slice(at, match.index + whole.length));
      at = match.index + whole.length;
      continue;
    }
    const [valueEnd, isLabel] = inlineValue(source, match.index + whole.length, stop, brackets);
    const stays =
      (isLabel && secretKeys.has(key)) ||
      place.isOfLabelsIn(source.slice(Math.max(start, match.index - MOST_BEFORE), match.index), key);
    kept.push(source.slice(at, stays ? valueEnd : match.index));
    if (!stays) tally[blockOf(key)]++;
    at = stays ? valueEnd : afterComma(source, valueEnd);
    stop = Math.max(stop, lineEnd(source, at - 1));
  }
  out.push(kept.join('') + source.slice(at, stop));
  return stop;
}

function afterComma(source: string, at: number): number {
  const comma = /\s*,[ \t]*/y;
  comma.lastIndex = at;
  return comma.test(source) ? comma.lastIndex : at;
}

function inlineValue(
  source: string,
  start: number,
  end: number,
  brackets: Brackets,
): readonly [end: number, isLabel: boolean] {
  const first = source[start];
  if (first === '[' || first === '{') {
    const closes = brackets.end(start);
    // Nothing closes it: where it would end is anybody's guess.
    return [closes < 0 ? source.length : closes, false];
  }
  const rest = source.slice(start, end);
  const value =
    /^(?:"[^"\\]*(?:\\.[^"\\]*)*"|'[^']*')/s.exec(rest)?.[0] ?? /^[^,}\]\r\n]*/.exec(rest)?.[0] ?? '';
  return [start + value.length, isLabelValue(value.trim().replace(/^(["'])(.*)\1$/, '$2'))];
}

function commentsEnd(source: string, from: number): number {
  let end = from;
  while (end < source.length && source.slice(end, lineEnd(source, end)).trimStart().startsWith('#')) {
    end = lineEnd(source, end);
  }
  return end;
}

const lineEnd = (source: string, at: number): number => {
  const newline = source.indexOf('\n', at);
  return newline < 0 ? source.length : newline + 1;
};
