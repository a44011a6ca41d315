import { looksPutOutOfUse } from './comments';
import { blockOf, newTally, nothingDropped, type DroppedCounts, type Tally } from './droppedCounts';
import { flowEnd, unclosedIn } from './flowEnd';
import { isLabelValue } from './kindShapes';
import { scrubSecretObjects } from './scrubSecretObjects';

const secretKey =
  'env|envFrom|args|command|data|stringData|binaryData|annotations|managedFields|value|valueFrom';
const blockKey = new RegExp(`^([ \\t]*(?:-[ \\t]+)*)(["']?)(${secretKey})\\2[ \\t]*:(.*)$`);
const inlineKey = new RegExp(`(?<=[{,][ \\t]*)(["']?)(${secretKey})\\1[ \\t]*:[ \\t]*`, 'g');

/**
 * The best that can be done for text that does not parse: by indentation and brackets, blocks under the keys that
 * hold secrets go. Rather too much than too little.
 */
export function scrubLines(source: string): { readonly text: string; readonly dropped: DroppedCounts } {
  const tally = newTally();
  const text = scrub(scrubSecretObjects(linesOf(source), tally).join(''), tally);
  return text === source ? { text, dropped: nothingDropped } : { text, dropped: tally };
}

const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

function scrub(source: string, tally: Tally): string {
  const out: string[] = [];
  let at = 0;
  while (at < source.length) {
    const end = lineEnd(source, at);
    const line = source.slice(at, end);
    const isComment = line.trimStart().startsWith('#');
    const block = isComment ? null : secretBlock(source, at, line);
    if (isComment && looksPutOutOfUse(line)) {
      tally.other++;
      at = commentsEnd(source, end);
    } else if (block) {
      tally[blockOf(block.key)]++;
      // Comments above it are about it.
      while (/^\s*(?:#|$)/.test(out.at(-1) ?? '.')) out.pop();
      if (block.dashes !== '') out.push(`${block.dashes}\n`);
      at = block.end;
    } else {
      at = isComment ? (out.push(line), end) : scrubInline(source, at, end, out, tally);
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
function secretBlock(source: string, at: number, line: string): SecretBlock | null {
  const match = blockKey.exec(line.replace(/\r?\n$/, ''));
  if (!match) return null;
  const [whole, prefix = '', , key = '', rest = ''] = match;
  const value = rest.replace(/(?:^|[ \t])#.*$/, '').trim();
  const next = at + line.length;
  const closes = /^[[{]/.test(value) ? flowEnd(source, at + whole.length - rest.trimStart().length) : -1;
  const end = blockEnd(source, closes > next ? lineEnd(source, closes - 1) : next, prefix.length);
  const isLabel = isLabelValue(value.replace(/,$/, '').replace(/^(["'])(.*)\1$/, '$2'));
  const isHarmless = value === '' || (isLabel && !key.startsWith('value'));
  if (isHarmless && source.slice(next, end).trim() === '') return null;
  return { key, dashes: prefix.includes('-') ? prefix.trimEnd() : '', end: closedEnd(source, at, end) };
}

/** In a flow map written over several lines: what the cut lines opened goes to where it closes. */
function closedEnd(source: string, start: number, firstEnd: number): number {
  let end = firstEnd;
  for (let opens = unclosedIn(source, start, end); opens >= 0; opens = unclosedIn(source, opens, end)) {
    const closed = flowEnd(source, opens);
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
function scrubInline(source: string, start: number, end: number, out: string[], tally: Tally): number {
  let at = start;
  let stop = end;
  const kept: string[] = [];
  for (;;) {
    inlineKey.lastIndex = at;
    const match = inlineKey.exec(source.slice(0, stop));
    if (!match) break;
    const [whole, , key = ''] = match;
    const [valueEnd, isLabel] = inlineValue(source, match.index + whole.length, stop);
    const stays = isLabel && !key.startsWith('value');
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

function inlineValue(source: string, start: number, end: number): readonly [end: number, isLabel: boolean] {
  const first = source[start];
  if (first === '[' || first === '{') {
    const closes = flowEnd(source, start);
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
