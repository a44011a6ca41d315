import { t } from '../../language/t';
import type { Range } from '../source';
import { asksForPairs, type AskedPorts, type Expression, type FilterProblem } from './expression';
import { isTermKey, termOf } from './terms';
import { tokensOf, type Token } from './tokens';

/** What was understood; null: nothing is asked. Problems are of the parts that were left out. */
export interface ParsedFilter {
  readonly expression: Expression | null;
  readonly problems: readonly FilterProblem[];
}

/** Reads what was typed so far; whatever cannot be understood is left out and said, never thrown. */
export function parseFilter(text: string): ParsedFilter {
  return new Reader(text).read();
}

/** A person nests a handful; a text that nests thousands must not exhaust the stack. */
const DEEPEST = 100;
/** More than anybody reads. */
const PROBLEMS_MOST = 20;

class Reader {
  readonly #tokens: readonly Token[];
  readonly #problems: FilterProblem[] = [];
  readonly #length: number;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#tokens = tokensOf(text);
    this.#length = text.length;
  }

  read(): ParsedFilter {
    const parts: Expression[] = [];
    for (;;) {
      const part = this.#or();
      if (part !== null) parts.push(part);
      const left = this.#next;
      if (left === null) break;
      this.#report('unexpected', left, t`This parenthesis was never opened.`);
      this.#at++;
    }
    return { expression: joined('and', parts), problems: this.#problems.slice(0, PROBLEMS_MOST) };
  }

  get #next(): Token | null {
    return this.#tokens[this.#at] ?? null;
  }

  #report(code: FilterProblem['code'], { start, end }: Range, sentence: string): null {
    this.#problems.push({ code, start, end, sentence });
    return null;
  }

  #or(): Expression | null {
    const parts: Expression[] = [];
    let operator: Token | null = null;
    for (;;) {
      const part = this.#and();
      if (part !== null) parts.push(part);
      else if (operator !== null) this.#missing(operator);
      const next = this.#next;
      if (next?.kind !== 'or') return orOf(parts);
      if (part === null && operator === null) this.#missing(next);
      operator = next;
      this.#at++;
    }
  }

  #and(): Expression | null {
    const parts: Expression[] = [];
    let operator: Token | null = null;
    for (;;) {
      const next = this.#next;
      if (next === null || next.kind === ')' || next.kind === 'or') {
        if (operator !== null) this.#missing(operator);
        return andOf(parts);
      }
      if (next.kind === 'and') {
        if (parts.length === 0 || operator !== null) this.#missing(next);
        operator = next;
        this.#at++;
        continue;
      }
      operator = null;
      const part = this.#one();
      if (part !== null) parts.push(part);
    }
  }

  #missing(operator: Range & { readonly kind: string }): null {
    return this.#report('missing-operand', operator, t`Something is missing beside “${operator.kind}”.`);
  }

  /** A condition, perhaps with `not` before it; the next token is not an operator between two. */
  #one(): Expression | null {
    const next = this.#next;
    if (next === null || next.kind === ')' || next.kind === 'and' || next.kind === 'or') return null;
    this.#at++;
    if (this.#depth >= DEEPEST) return this.#report('unexpected', next, t`This is nested too deeply.`);
    this.#depth++;
    const one = this.#read(next);
    this.#depth--;
    return one;
  }

  #read(next: Exclude<Token, { kind: ')' | 'and' | 'or' }>): Expression | null {
    switch (next.kind) {
      case 'not': {
        const known = this.#problems.length;
        const part = this.#one();
        if (part !== null) return { kind: 'not', part };
        return this.#problems.length > known ? null : this.#missing(next);
      }
      case '(':
        return this.#inside(next);
      case 'word':
        return this.#word(next);
      case 'key':
        return this.#term(next);
    }
  }

  #inside(opening: Token): Expression | null {
    const inside = this.#or();
    if (this.#next?.kind === ')') this.#at++;
    else {
      const open = { start: opening.start, end: this.#length };
      this.#report('unclosed-parenthesis', open, t`A closing parenthesis is missing.`);
    }
    return inside;
  }

  #word({ text, closed, start, end }: Extract<Token, { kind: 'word' }>): Expression | null {
    const range = { start, end };
    if (!closed) this.#report('unclosed-quote', range, t`A closing quote is missing.`);
    return text === '' ? null : { kind: 'text', text, range };
  }

  #term(token: Extract<Token, { kind: 'key' }>): Expression | null {
    const { key, end } = token;
    const next = this.#next;
    const isValue = next?.start === end && (next.kind === 'word' || next.kind === '(' || next.kind === 'key');
    if (!isTermKey(key)) {
      if (isValue) this.#one();
      return this.#report('unknown-term', token, t`There is no term ${key}:`);
    }
    if (!isValue) return this.#report('missing-value', token, t`${key}: needs a value.`);
    if (key === 'from' || key === 'to') return this.#end(key === 'from' ? 'source' : 'destination', token);
    if (next.kind !== 'word') {
      this.#one();
      return this.#report('missing-value', token, t`${key}: takes a single value.`);
    }
    this.#at++;
    if (!next.closed) this.#report('unclosed-quote', next, t`A closing quote is missing.`);
    if (next.text === '') return this.#report('missing-value', token, t`${key}: needs a value.`);
    const term = termOf(key, next.text, { start: token.start, end: next.end });
    if (!('code' in term)) return term;
    this.#problems.push(term);
    return null;
  }

  #end(end: 'source' | 'destination', token: Token): Expression | null {
    const first = this.#next;
    const of = this.#one();
    if (of === null) return null;
    if (asksForPairs(of)) {
      const sentence = t`Here only terms about workloads make sense: a name, ns:, label:, kind:.`;
      return this.#report('pair-term-in-end', { start: token.start, end: this.#before }, sentence);
    }
    if (of.kind === 'text' && first?.kind === 'word') {
      return { kind: 'end', end, of: { kind: 'named', name: of.text, range: of.range } };
    }
    return { kind: 'end', end, of };
  }

  get #before(): number {
    return this.#tokens[this.#at - 1]?.end ?? 0;
  }
}

function joined(kind: 'and' | 'or', parts: readonly Expression[]): Expression | null {
  const [only, another] = parts;
  if (another === undefined) return only ?? null;
  return { kind, parts };
}

/** Ports that are alternatives are one question about ports. */
function orOf(parts: readonly Expression[]): Expression | null {
  const ports = parts.flatMap((part) => (part.kind === 'port' ? [part] : []));
  const [first] = ports;
  const last = ports.at(-1);
  if (first === undefined || last === undefined || ports.length < 2 || ports.length < parts.length) {
    return joined('or', parts);
  }
  const range = { start: first.range.start, end: last.range.end };
  return { kind: 'port', ports: ports.flatMap((one) => one.ports), range };
}

/** A verdict beside one question about ports is the verdict about those ports: `verdict:blocked port:5432`. */
function andOf(parts: readonly Expression[]): Expression | null {
  const asked = parts.filter((part) => part.kind === 'port');
  const [port, another] = asked;
  if (port === undefined || another !== undefined || !parts.some(isVerdict)) return joined('and', parts);
  return joined(
    'and',
    parts.flatMap((part) => (part === port ? [] : [aboutPorts(part, port.ports)])),
  );
}

const isVerdict = (part: Expression): boolean =>
  part.kind === 'verdict' || (part.kind === 'not' && part.part.kind === 'verdict');

function aboutPorts(part: Expression, ports: readonly AskedPorts[]): Expression {
  if (part.kind === 'verdict') return { ...part, ports };
  if (part.kind === 'not' && part.part.kind === 'verdict') {
    return { kind: 'not', part: { ...part.part, ports } };
  }
  return part;
}
