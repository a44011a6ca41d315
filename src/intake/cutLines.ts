import { behindDash, keyEnd, simpleValueAt, valueAt, type LineValue } from './blockLine';
import { looksPutOutOfUse } from './comments';
import type { Tally } from './droppedCounts';
import { keyTableOf } from './keyTable';
import { isForeignKind, isPolicyKind, kindUnder, shapeOfKind } from './kindShapes';
import { LineTable } from './lineTable';
import { mayTellSecret } from './secretNames';
import type { Only, Shape } from './shape';

/**
 * The same as cutting tokens, a hundred times as fast, for the plain block style that kubectl writes: no flow collections,
 * anchors or block scalars in what is kept, and comments only beside lines that are. Null for any other document.
 */
export function cutLines(source: string, tally: Tally): string | null {
  if (!source.endsWith('\n')) return null;
  const lines = new LineTable();
  lines.read(source, 0, source.length);
  const start = lines.line(0) === '---' ? 1 : 0;
  const said = kindAt(lines, 0, start);
  if (said === null || said === '') return null;
  const kind = kindBeside(lines, said, 0, start);
  const newline = lines.isWindows ? '\r\n' : '\n';
  return (
    cutTable(lines, kind, shapeOfKind(kind), tally)
      ?.map((line) => line + newline)
      .join('') ?? null
  );
}

/** The lines that are kept of one object of a kind; null when it is not in the plain style. */
export function cutTable(
  lines: LineTable,
  kind: string,
  shape: Shape,
  tally: Tally,
): readonly string[] | null {
  return lines.isEven ? new LineCutter(lines, tally, keepsComments(kind), false).cut(shape) : null;
}

/**
 * For an object in any other style: the lines without what is certainly not kept, so that the parser has little left to
 * read. Entries that are not in the plain style stay as they are, also those around them where need be. Null when nothing
 * can be left out before the parser has read it.
 */
export function pruneTable(
  lines: LineTable,
  kind: string,
  shape: Shape,
  tally: Tally,
): readonly string[] | null {
  return lines.isEven ? new LineCutter(lines, tally, keepsComments(kind), true).cut(shape) : null;
}

const keepsComments = (kind: string): boolean =>
  !isForeignKind(kind) && !isPolicyKind(kind) && !kind.endsWith('List');

/**
 * The kind that the object whose keys stand at `column` gives itself, from a line on (a dash may stand on that one).
 * Null: none. Empty: not in the plain style, or not one kind.
 */
export function kindAt(lines: LineTable, column: number, from = 0): string | null {
  const word = wordAt(lines, 'kind', column, from);
  return word === null || /^[A-Za-z]+$/.test(word) ? word : '';
}

/** The kind by which the object is shaped that gives itself one. */
const kindBeside = (lines: LineTable, kind: string, column: number, from: number): string =>
  isForeignKind(kind) ? kindUnder(wordAt(lines, 'apiVersion', column, from), kind) : kind;

/** The same of any key whose value is one word. */
function wordAt(lines: LineTable, key: string, column: number, from: number): string | null {
  const entry = `${key}:`;
  const first = key.charCodeAt(0);
  let word: string | null = null;
  for (let index = from; index < lines.count; index++) {
    if (lines.isBlank(index)) continue;
    const start = index === from ? Math.max(column, lines.indent(index)) : lines.indent(index);
    if (start < column) break;
    const at = lines.start(index) + column;
    if (start !== column || lines.codes[at] !== first || !lines.text.startsWith(entry, at)) continue;
    if (word !== null) return '';
    word = wordValue.exec(lines.text.slice(at + key.length, lines.end(index)))?.[2] ?? '';
    if (word === '') return '';
  }
  return word;
}

const wordValue = /^: +(["']?)([\w./-]+)\1 *$/;

/** How far everything was when an entry began. */
interface Mark {
  readonly at: number;
  readonly from: number;
  readonly dash: string | null;
  readonly kept: number;
  readonly tally: Tally;
}

class LineCutter {
  readonly #lines: LineTable;
  readonly #tally: Tally;
  /** Entries in another style are copied, and nothing is given up because of them. */
  readonly #prunes: boolean;
  readonly #out: string[] = [];
  /** The line being read; at the end when the style turned out to be another. */
  #at = 0;
  /** A dash is already read up to here on the current line; what is kept next is written behind it. */
  #from = 0;
  #dash: string | null = null;
  #isPlain = true;
  /** False where comments have rules of their own: in containers, and in other objects. */
  #keepsComments: boolean;
  /** Behind the line that was copied last. */
  #copied = 0;
  /** The line below the comments that were copied last: it has to stay. */
  #commented = -1;

  constructor(lines: LineTable, tally: Tally, keepsComments: boolean, prunes: boolean) {
    this.#lines = lines;
    this.#tally = tally;
    this.#keepsComments = keepsComments;
    this.#prunes = prunes;
  }

  cut(shape: Shape): readonly string[] | null {
    if (this.#lines.line(0) === '---') this.#copyLine();
    this.#copyBlanks(0);
    if (this.#column() !== 0) return null;
    this.#map(0, shape);
    return this.#isPlain && this.#at >= this.#lines.count ? this.#out : null;
  }

  /** Entries at `column`, until a line further left. */
  #map(column: number, shape: Shape): void {
    const table = keyTableOf(shape);
    const seen = this.#prunes ? new Set<string>() : null;
    let key = table.start;
    while (this.#nextColumn(column) >= column) {
      const at = this.#lines.start(this.#at) + column;
      const end = this.#lines.end(this.#at);
      const next = this.#column() === column ? table.after(key, this.#lines, at, end) : null;
      // Which of two equal keys counts is the parser's to say.
      if (next === null || seen?.has(next.name) === true) {
        this.#giveUp();
        return;
      }
      key = next;
      seen?.add(key.name);
      const mark = seen && this.#mark();
      const behind = at + key.name.length + 1;
      const keepsComments = this.#keepsComments;
      if (key.name === 'containers' || key.name === 'initContainers') this.#keepsComments = false;
      if (key.inner === null) {
        if (this.#isBroken(column, behind, end)) this.#giveUp();
        this.#tally[key.block]++;
        this.#skip(column);
      } else {
        this.#entry(column, this.#value(behind, end), key.inner);
      }
      this.#keepsComments = keepsComments;
      if (mark && !this.#isPlain) this.#copyEntry(mark, column);
    }
  }

  #mark(): Mark {
    const tally = { ...this.#tally };
    return { at: this.#at, from: this.#from, dash: this.#dash, kept: this.#out.length, tally };
  }

  /** Goes back to where the entry at `column` began, and copies it with all that is below it. */
  #copyEntry({ at, from, dash, kept, tally }: Mark, column: number): void {
    const lines = this.#lines;
    this.#out.length = kept;
    Object.assign(this.#tally, tally);
    this.#at = at;
    this.#from = from;
    this.#dash = dash;
    this.#isPlain = true;
    this.#copyLine();
    const end = this.#entryEnd(this.#at, column, column);
    while (this.#at < end) this.#copyLine();
    // The bracket that closes a flow collection may stand below its key.
    if (this.#column() === column && /[\]}]/.test(lines.text.charAt(lines.start(this.#at) + column))) {
      this.#copyLine();
    }
  }

  /** Items with their dash at `column`. */
  #list(column: number, shape: Shape, only: Only | null): void {
    const { text, codes } = this.#lines;
    while (this.#nextColumn(column) === column && this.#lines.isDash(this.#at)) {
      const start = this.#lines.start(this.#at);
      const end = this.#lines.end(this.#at);
      const content = behindDash(this.#lines, this.#at);
      if (content >= end || text.startsWith('#', content)) this.#giveUp();
      this.#from = content - start;
      this.#dash = text.slice(start, content);
      const isMap = keyEnd(codes, content, end) >= 0;
      if (only !== null && !this.#says(only, content - start)) this.#leaveItem(column);
      else if (isMap) this.#itemMap(content - start, shape);
      else this.#entry(column, this.#value(content, end), shape);
    }
  }

  #leaveItem(column: number): void {
    this.#tally.other++;
    this.#dash = null;
    this.#skip(column, null);
  }

  /** Where it is not plainly said, it may be said in another style. */
  #says({ key, value }: Only, column: number): boolean {
    const word = wordAt(this.#lines, key, column, this.#at);
    if (word === null || word === '') this.#giveUp();
    return word === value;
  }

  /** What stands on the line from `at` on, but for a comment behind it. */
  #value(at: number, end: number): LineValue {
    const { text, codes } = this.#lines;
    const simple = simpleValueAt(codes, at, end);
    if (simple !== null) return simple;
    const comment = this.#keepsComments ? text.slice(at - 1, end).indexOf(' #') : -1;
    return valueAt(text, at, comment < 0 ? end : at + comment);
  }

  #itemMap(column: number, shape: Shape): void {
    const inner = shape.kind === 'object' ? this.#shapeOfItem(column, shape.kindless) : shape;
    if (inner.kind !== 'fields' && inner.kind !== 'labels' && inner.kind !== 'allBut') {
      this.#giveUp();
      return;
    }
    this.#map(column, inner);
    if (this.#dash !== null) this.#out.push(`${this.#dash}{}`);
    this.#dash = null;
  }

  #shapeOfItem(column: number, kindless: string): Shape {
    const kind = kindAt(this.#lines, column, this.#at);
    if (kind === '') this.#giveUp();
    return shapeOfKind(kind === null ? kindless : kindBeside(this.#lines, kind, column, this.#at));
  }

  /** Keeps the value on this line and below it; a mistaken one is left to the parser. */
  #entry(column: number, value: LineValue, shape: Shape): void {
    const next = value === 'none' ? this.#nestedColumn(column) : null;
    if (shape.kind === 'object' || shape.kind === 'hollow') this.#giveUp();
    if (shape.kind === 'all' || shape.kind === 'fragment') {
      this.#copyAll(column, shape.kind === 'all');
      return;
    }
    if (next === null) {
      if (value === 'other' || !keepsValue(value, shape)) this.#giveUp();
      else this.#copyLine();
      // A value that goes on below is none of the plain style.
      if (this.#column() > column) this.#giveUp();
      return;
    }
    const below = this.#afterComments(this.#at + 1);
    const isList = this.#lines.isDash(below);
    if (isList ? shape.kind !== 'list' : shape.kind === 'list' || shape.kind === 'scalar') {
      this.#giveUp();
      return;
    }
    const head = this.#out.length;
    this.#copyLine();
    if (shape.kind === 'list') this.#list(next, shape.item, shape.only);
    else this.#map(next, shape);
    let kept = head + 1;
    while (this.#out[kept]?.trim() === '') kept++;
    if (kept === this.#out.length && this.#out[head]?.includes('#') === true) this.#giveUp();
    if (kept === this.#out.length) this.#out[head] = `${this.#out[head] ?? ''} ${isList ? '[]' : '{}'}`;
  }

  /** Lines below belong to the value on this line. */
  #goesOn(column: number): boolean {
    let below = this.#at + 1;
    while (this.#lines.isBlank(below) || this.#lines.isComment(below)) below++;
    return this.#lines.indent(below) > column;
  }

  /** A value that ends on this line, with entries further in below: left out, what was meant would be gone. */
  #isBroken(column: number, at: number, end: number): boolean {
    if (!this.#goesOn(column)) return false;
    const { text } = this.#lines;
    const comment = text.slice(at - 1, end).indexOf(' #');
    const value = valueAt(text, at, comment < 0 ? end : at + comment);
    if (value === 'none' || value === 'other') return false;
    const isClosed = comment >= 0 || value !== 'scalar' || /["'] *$/.test(text.slice(at, end));
    return isClosed || this.#isEntry(this.#at + 1);
  }

  /** The line begins with a key. */
  #isEntry(index: number): boolean {
    const { codes } = this.#lines;
    return keyEnd(codes, this.#lines.start(index) + this.#lines.indent(index), this.#lines.end(index)) >= 0;
  }

  /** Where the lines below begin that belong to the entry at `column`; null when there are none. */
  #nestedColumn(column: number): number | null {
    const next = this.#afterComments(this.#at + 1);
    if (next >= this.#lines.count) return null;
    if (this.#lines.isBlank(next) || this.#lines.isComment(next)) {
      this.#giveUp();
      return null;
    }
    const below = this.#lines.indent(next);
    return below > column || (below === column && this.#lines.isDash(next)) ? below : null;
  }

  /** Everything below, as it is; aliases could point into what was cut. */
  #copyAll(column: number, isHarmless: boolean): void {
    do {
      const line = this.#lines.line(this.#at);
      if (/[&*]\w|^\s*#/.test(line) || (!isHarmless && mayTellSecret(line))) this.#giveUp();
      this.#copyLine();
    } while (
      this.#column() > column ||
      (this.#column() === column && this.#lines.isDash(this.#at)) ||
      this.#lines.isBlank(this.#at)
    );
  }

  /** Leaves out the entry at `column` and what is below it, but not the blank lines that follow. */
  #skip(column: number, listColumn: number | null = column): void {
    if (this.#at === this.#commented || this.#isBelowComment()) this.#giveUp();
    this.#from = 0;
    this.#at = this.#entryEnd(this.#at + 1, column, listColumn);
    // Below a block scalar that is copied, they could become part of it.
    while (!this.#prunes && this.#lines.isBlank(this.#at - 1)) this.#at--;
  }

  /** What was copied last, blank lines aside, is a comment that may be about this line. */
  #isBelowComment(): boolean {
    let above = this.#at - 1;
    while (above >= 0 && this.#lines.isBlank(above)) above--;
    return this.#copied === this.#at && this.#lines.isComment(above);
  }

  /** Behind the lines from `from` on that belong to the entry at `column`, with the blank ones at their end. */
  #entryEnd(from: number, column: number, listColumn: number | null): number {
    const lines = this.#lines;
    let at = from;
    for (; at < lines.count; at++) {
      const indent = lines.indent(at);
      if (indent >= 0 && indent <= column && !(indent === listColumn && lines.isDash(at))) break;
    }
    return at;
  }

  #copyLine(): void {
    const line = this.#lines.line(this.#at);
    this.#out.push(this.#dash === null ? line : this.#dash + line.trimStart().replace(/^- +/, ''));
    this.#dash = null;
    this.#from = 0;
    this.#copied = ++this.#at;
  }

  /** Copies the blank lines and comments of what stands at `column`, and tells where the next line stands. */
  #nextColumn(column: number): number {
    this.#copyBlanks(column);
    if (this.#from === 0 && this.#lines.isComment(this.#at) && this.#column() >= column) {
      this.#copyComments(column);
    }
    return this.#column();
  }

  /** Comments stay when the lines above and below them do. */
  #copyComments(column: number): void {
    const next = this.#afterComments(this.#at);
    if (next === this.#at || this.#copied !== this.#at || this.#column() !== column) this.#giveUp();
    this.#commented = next;
    while (this.#at < next && this.#isPlain) this.#copyLine();
  }

  /** The line below comments in the same column; `from` when they may not be copied. */
  #afterComments(from: number): number {
    const lines = this.#lines;
    let at = from;
    while (lines.isComment(at) && !looksPutOutOfUse(lines.line(at))) at++;
    let first = from;
    while (first < at && lines.indent(first) === lines.indent(at)) first++;
    return this.#keepsComments && first === at ? at : from;
  }

  #copyBlanks(column: number): void {
    let next = this.#at;
    while (this.#lines.isBlank(next)) next++;
    // Behind a dash that waits for its first key there can be no blank line.
    if (this.#dash === null) while (this.#at < next) this.#copyLine();
    else if (this.#lines.indent(next) >= column) this.#at = next;
  }

  #giveUp(): void {
    this.#isPlain = false;
    this.#at = this.#lines.count;
  }

  /** Where the line's first character stands, or the one after a dash already read; -1 after the end. */
  #column(): number {
    return this.#from > 0 && this.#at < this.#lines.count ? this.#from : this.#lines.indent(this.#at);
  }
}

function keepsValue(value: LineValue, shape: Shape): boolean {
  if (value === 'none' || value === 'null' || shape.kind === 'allBut') return true;
  if (shape.kind === 'scalar') return value === 'scalar';
  return value === (shape.kind === 'list' ? 'emptyList' : 'emptyMap');
}
