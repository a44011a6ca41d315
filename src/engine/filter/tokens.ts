import type { Range } from '../source';

/** A piece of what was typed. */
export type Token = Range &
  (
    | { readonly kind: '(' }
    | { readonly kind: ')' }
    | { readonly kind: 'and' }
    | { readonly kind: 'or' }
    | { readonly kind: 'not' }
    /** `ns:` or `from:`, with nothing of what follows. */
    | { readonly kind: 'key'; readonly key: string }
    | { readonly kind: 'word'; readonly text: string; readonly quoted: boolean; readonly closed: boolean }
  );

const KEY = /^[a-z]+:(?!\/\/)/i;

/**
 * Cuts what was typed into words, terms' keys, operators and parentheses. A value follows its key without a space;
 * quotes keep a text with spaces together.
 */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at;
    const one = text[at] ?? '';
    const rest = text.slice(at);
    const key = KEY.exec(rest)?.[0];
    if (/\s/.test(one)) at++;
    else if (one === '(' || one === ')') tokens.push({ kind: one, start, end: ++at });
    else if ((one === '-' || one === '!') && !isAfterKey(tokens, start)) {
      tokens.push({ kind: 'not', start, end: ++at });
    } else if (one === '"') {
      const closing = text.indexOf('"', at + 1);
      at = closing === -1 ? text.length : closing + 1;
      const inside = text.slice(start + 1, closing === -1 ? text.length : closing);
      tokens.push({ kind: 'word', text: inside, quoted: true, closed: closing !== -1, start, end: at });
    } else if (key !== undefined && !isAddress(rest) && takesTerm(tokens, start)) {
      at += key.length;
      tokens.push({ kind: 'key', key: key.slice(0, -1).toLowerCase(), start, end: at });
    } else {
      const word = /^[^\s()"]+/.exec(rest)?.[0] ?? one;
      at += word.length;
      tokens.push(wordOrOperator(word, start, at, isAfterKey(tokens, start)));
    }
  }
  return tokens;
}

/** Of terms only `from:` and `to:` take another term. */
function takesTerm(tokens: readonly Token[], start: number): boolean {
  const last = tokens.at(-1);
  return last?.kind !== 'key' || last.end !== start || last.key === 'from' || last.key === 'to';
}

/** A value is taken as it is, whatever it is made of. */
function isAfterKey(tokens: readonly Token[], start: number): boolean {
  const last = tokens.at(-1);
  return last?.kind === 'key' && last.end === start;
}

function wordOrOperator(text: string, start: number, end: number, isValue: boolean): Token {
  const word = text.toLowerCase();
  if (!isValue && (word === 'and' || word === 'or' || word === 'not')) return { kind: word, start, end };
  return { kind: 'word', text, quoted: false, closed: true, start, end };
}

/** `fd00::/8` begins like a term. */
function isAddress(rest: string): boolean {
  return /^[0-9a-f]{0,4}:[0-9a-f:]*:[0-9a-f:./]*(?=[\s()]|$)/i.test(rest);
}
