import { LineTable } from '../lineTable';
import { wholePiece, type Frame, type PieceReceiver } from './pieces';

const SPACE = 32;
const NEWLINE = 10;
const RETURN = 13;
const HASH = 35;
const DASH = 45;
const DOT = 46;
const PERCENT = 37;

/**
 * Where in a document the next line stands. prelude: nothing but comments so far. head: the first keys. opening:
 * behind a key `items` that may open a list. items, tail: in the list, and behind it.
 */
type State = 'prelude' | 'head' | 'opening' | 'items' | 'tail';

/**
 * Cuts YAML line by line: at its markers, and lists of objects in block style at the dashes of their items. What is
 * inside a document or item is not looked at; that a value cannot go on left of its key makes the cuts safe.
 */
export class YamlCutter {
  readonly #receiver: PieceReceiver;
  #state: State = 'prelude';
  /** Only keys so far that a list has beside its items. */
  #isRegular = true;
  /** Where the dashes of the items stand. */
  #column = 0;
  #frame = '';
  #isBroken = false;
  /** Comment lines that belong to the piece that follows. */
  #lead = '';
  /** What was read of the piece in earlier chunks, and where the rest of it begins in this one; -1: with the next line. */
  #parts: string[] = [];
  #start = -1;
  #text = '';
  /** How much of the piece had been read when comments began that may lead to the next item; -1 for none. */
  #comments = -1;
  /** The lines of the item, if it began in this chunk, and where those end. */
  readonly #lines = new LineTable();
  #linesEnd = -1;

  constructor(receiver: PieceReceiver) {
    this.#receiver = receiver;
  }

  /** Nothing has been read of the document that is next. */
  get mayOpenJson(): boolean {
    return this.#state === 'prelude';
  }

  /** Somebody else reads the document that begins here. */
  leaveToJson(): void {
    this.#reset(-1);
    this.#lead = '';
  }

  /** One line with its end. */
  line(text: string, at: number, next: number): void {
    this.#text = text;
    if (this.#start < 0) this.#start = at;
    const code = text.charCodeAt(at);
    if ((code === DASH || code === DOT) && isMarker(text, at, next)) {
      this.#marker(at, next);
      return;
    }
    if (this.#state === 'prelude' && isChatter(text, at)) {
      this.#chatter(at, next);
      return;
    }
    let first = at;
    while (first < next && text.charCodeAt(first) === SPACE) first++;
    const firstCode = first < next ? text.charCodeAt(first) : NEWLINE;
    if (firstCode === NEWLINE || firstCode === RETURN) return;
    if (firstCode === HASH) this.#comment(at, first - at);
    else this.#content(at, next, first - at, firstCode === DASH && endsDash(text, first + 1, next));
  }

  /** Where to go on after a line that ended at `from`: lines that only belong to the document or item need no look. */
  passOver(text: string, from: number): number {
    const isInItems = this.#state === 'items' && this.#comments < 0;
    if (!isInItems && this.#state !== 'head') return from;
    if (isInItems && this.#isFirstLine(from)) {
      // Whoever takes the item needs all its lines, so they are looked at only once.
      const { start, column } = behindDash(text, this.#start, from);
      if (start === this.#start) this.#linesEnd = this.#lines.readUpTo(text, start, column, this.#column);
      if (this.#linesEnd >= 0) return this.#linesEnd;
    }
    const next = lineUpTo(isInItems ? this.#column : 0);
    next.lastIndex = from - 1;
    return next.test(text) ? next.lastIndex : text.lastIndexOf('\n') + 1;
  }

  /** The line that ended at `from` is the one with the item's dash. */
  #isFirstLine(from: number): boolean {
    return this.#parts.length === 0 && this.#text.indexOf('\n', this.#start) + 1 === from;
  }

  /** The chunk has been read up to `end`: what is needed of it is put aside. */
  keep(end: number): void {
    if (this.#start < 0) return;
    if (end > this.#start) this.#parts.push(this.#text.slice(this.#start, end));
    this.#start = -1;
    this.#text = '';
  }

  /** There is no more text. */
  end(): void {
    this.#close(this.#text.length);
    this.#lead = '';
  }

  #marker(at: number, next: number): void {
    const isEnd = this.#text.charCodeAt(at) === DOT;
    this.#close(at);
    const behind = isEnd ? '' : this.#text.slice(at + 3, next).trim();
    if (behind.startsWith('#')) this.#lead += `${behind}\n`;
    const isContent = behind !== '' && !behind.startsWith('#');
    this.#reset(isContent ? at + 3 : next);
    if (!isContent) return;
    this.#state = 'head';
    this.#isRegular = false;
  }

  /** No part of the document. An error says that something is missing in it. */
  #chatter(at: number, next: number): void {
    this.#lead += commentsOf(this.#take(at));
    this.#start = next;
    if (this.#text.startsWith('Warning', at)) return;
    this.#receiver.document(wholePiece(this.#text.slice(at, next)));
  }

  #comment(at: number, column: number): void {
    const mayLead = this.#state === 'opening' || (this.#state === 'items' && column <= this.#column);
    if (mayLead && this.#comments < 0) this.#comments = this.#read(at);
  }

  #content(at: number, next: number, column: number, isDash: boolean): void {
    switch (this.#state) {
      case 'prelude':
        if (this.#text.charCodeAt(at) === PERCENT) return;
        this.#state = 'head';
        this.#head(at, next, column);
        return;
      case 'head':
        this.#head(at, next, column);
        return;
      case 'opening':
        this.#opening(at, next, column, isDash);
        return;
      case 'items':
        if (column === this.#column && isDash) {
          this.#item(at);
        } else if (column === 0 && isFrameKey(this.#text, at)) {
          this.#item(at);
          this.#state = 'tail';
        } else {
          // Further left than it may be, it makes the item unreadable.
          this.#comments = -1;
        }
        return;
      case 'tail':
        if (column === this.#column && isDash) {
          this.#frame += this.#take(at);
          this.#state = 'items';
        } else if (column === 0 && !isFrameKey(this.#text, at)) {
          this.#isBroken = true;
        }
    }
  }

  #head(at: number, next: number, column: number): void {
    if (column > 0) return;
    if (this.#isRegular && isItemsKey(this.#text, at, next)) {
      this.#frame = this.#take(next);
      this.#state = 'opening';
    } else if (!isFrameKey(this.#text, at)) {
      this.#isRegular = false;
    }
  }

  #opening(at: number, next: number, column: number, isDash: boolean): void {
    if (isDash) {
      this.#receiver.beginList(frameOf(this.#frame, false));
      this.#column = column;
      this.#state = 'items';
      this.#lead = this.#take(at);
      return;
    }
    this.#parts.unshift(this.#frame);
    this.#frame = '';
    this.#isRegular = false;
    this.#state = 'head';
    this.#head(at, next, column);
  }

  /** The item before `at` is complete; comments right above `at` belong to the next one. */
  #item(at: number): void {
    const comments = this.#comments;
    const isWhole = this.#parts.length === 0;
    const text = isWhole ? this.#text : this.#take(at);
    const start = isWhole ? this.#start : 0;
    const end = isWhole ? at : text.length;
    const cut = comments < 0 ? end : start + comments;
    const lead = this.#lead;
    this.#lead = text.slice(cut, end);
    this.#start = at;
    this.#comments = -1;
    const lines = isWhole && this.#linesEnd === cut ? this.#lines : null;
    this.#linesEnd = -1;
    this.#receiver.item({ kind: 'yaml', lead, text, end: cut, lines, ...behindDash(text, start, cut) });
  }

  #close(at: number): void {
    switch (this.#state) {
      case 'prelude':
        this.#lead += commentsOf(this.#take(at));
        return;
      case 'opening':
        this.#parts.unshift(this.#frame);
        this.#document(at);
        break;
      case 'head':
        this.#document(at);
        break;
      case 'items':
        this.#item(at);
        this.#receiver.endList(frameOf(this.#frame, this.#isBroken));
        break;
      case 'tail':
        this.#receiver.endList(frameOf(this.#frame + this.#take(at), this.#isBroken));
    }
    this.#lead = '';
    this.#reset(-1);
  }

  #document(at: number): void {
    const lead = this.#lead;
    const isWhole = this.#parts.length === 0;
    const text = isWhole ? this.#text : this.#take(at);
    const [start, end] = isWhole ? [this.#start, at] : [0, text.length];
    this.#receiver.document({ kind: 'yaml', lead, text, start, end, column: 0, lines: null });
  }

  #reset(start: number): void {
    this.#state = 'prelude';
    this.#isRegular = true;
    this.#isBroken = false;
    this.#frame = '';
    this.#parts = [];
    this.#start = start;
    this.#comments = -1;
  }

  /** How much of the piece stands before `at`. */
  #read(at: number): number {
    return this.#parts.reduce((sum, part) => sum + part.length, at - this.#start);
  }

  /** The piece up to `at`; the next one begins there. */
  #take(at: number): string {
    const last = this.#start < 0 ? '' : this.#text.slice(this.#start, at);
    const text = this.#parts.length === 0 ? last : [...this.#parts, last].join('');
    this.#parts = [];
    this.#start = at;
    this.#comments = -1;
    return text;
  }
}

const columns: RegExp[] = [];

/** The start of a line with something in a column that is not behind this one. */
function lineUpTo(column: number): RegExp {
  return (columns[column] ??= new RegExp(`\\n(?= {0,${column}}[^ \\n\\r])`, 'g'));
}

/** `---` or `...` at the start of a line, with nothing or a blank behind it. */
function isMarker(text: string, at: number, next: number): boolean {
  if (!text.startsWith('---', at) && !text.startsWith('...', at)) return false;
  return at + 3 >= next || /[ \t\r\n]/.test(text.charAt(at + 3));
}

function endsDash(text: string, at: number, next: number): boolean {
  return at >= next || [SPACE, NEWLINE, RETURN].includes(text.charCodeAt(at));
}

const isItemsKey = (text: string, at: number, next: number): boolean =>
  text.startsWith('items:', at) && text.slice(at + 6, next).trim() === '';

const isFrameKey = (text: string, at: number): boolean =>
  ['kind:', 'apiVersion:', 'metadata:'].some((key) => text.startsWith(key, at));

const chatter = /(?:Warning: |[WEF]\d{4} \d\d:|Error from server|error: |Unable to connect)/y;

/** What kubectl has to say beside what it was asked for: somebody sent both to one file. */
function isChatter(text: string, at: number): boolean {
  chatter.lastIndex = at;
  return chatter.test(text);
}

const commentsOf = (text: string): string =>
  text
    .split('\n')
    .filter((line) => line.startsWith('#'))
    .map((line) => `${line}\n`)
    .join('');

function frameOf(text: string, isBroken: boolean): Frame {
  const at = (key: RegExp): string | null => key.exec(text)?.[1] ?? null;
  return {
    apiVersion: at(/^apiVersion: *["']?([\w./-]+)/m),
    kind: at(/^kind: *["']?([A-Za-z]+)/m),
    isBroken,
  };
}

/** Where the content of an item stands: behind its dash, or below it. */
function behindDash(text: string, start: number, end: number): { start: number; column: number } {
  let line = start;
  let at = text.indexOf('-', start) + 1;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === NEWLINE) line = at + 1;
    else if (code !== SPACE && code !== RETURN) break;
  }
  return { start: line, column: at - line };
}
