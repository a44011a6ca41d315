import { codesInto } from '../engine';

const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const TAB = 9;
const HASH = 35;
const DASH = 45;

/**
 * The lines of a piece of text, without copying them: where each begins and ends, and how far it is indented. A piece
 * may stand further right, as the item of a list does; its lines are then those of the piece moved to the left edge.
 * One table is used again and again.
 */
export class LineTable {
  count = 0;
  /** All lines end alike, and none stands further left than the piece does. */
  isEven = true;
  /** Lines end with carriage return and newline. */
  isWindows = false;
  #text = '';
  #codes = new Uint8Array(512);
  #starts = new Int32Array(512);
  #ends = new Int32Array(512);
  #indents = new Int32Array(512);
  /** Where the text's next carriage return is, as far as has been looked. */
  #return = -1;

  /** Reads text[start, end); `column` is where the piece stands, on its first line behind a dash. */
  read(text: string, start: number, end: number, column = 0): void {
    this.#read(text, start, end, column, -1);
  }

  /**
   * Reads the piece that begins at `start` and goes on to the first line that stands no further right than `edge`, blank
   * lines aside. Returns where that line begins; -1 when the text ends before there is one.
   */
  readUpTo(text: string, start: number, column: number, edge: number): number {
    return this.#read(text, start, text.length, column, edge);
  }

  #read(text: string, start: number, most: number, column: number, edge: number): number {
    let end = most;
    let found = -1;
    const isSame = text === this.#text;
    if (!isSame || this.#return < start) this.#return = nextReturn(text, start);
    if (!isSame) this.#codes = codesInto(this.#codes, text);
    this.#text = text;
    const codes = this.#codes;
    let count = 0;
    let isEven = true;
    let returns = 0;
    for (let at = start; at < end;) {
      if (count === this.#starts.length) this.#grow();
      let next = text.indexOf('\n', at);
      if (next < 0 || next > end) next = end;
      let lineEnd = next;
      if (next > at && codes[next - 1] === RETURN) {
        lineEnd--;
        returns++;
      }
      // The first line begins behind the dash, where all others have blanks.
      const left = at === start ? start + column : at;
      let first = left;
      while (first < lineEnd && codes[first] === SPACE) first++;
      const isEmpty = first >= lineEnd;
      if (!isEmpty && at > start && first - at <= edge) {
        end = found = at;
        break;
      }
      const indent = first - left - (at === start ? 0 : column);
      const isOutside = indent < 0 && !isEmpty;
      const isBlank = isEmpty || (isBlankCode(codes[first] ?? 0) && endsBlank(text, first, lineEnd));
      if (isOutside && !isBlank && codes[first] !== HASH) isEven = false;
      this.#starts[count] = indent < 0 ? first : first - indent;
      this.#ends[count] = lineEnd;
      this.#indents[count] = isBlank ? -1 : indent < 0 ? 0 : indent;
      count++;
      at = next + 1;
    }
    const ended = codes[end - 1] === NEWLINE ? count : count - 1;
    this.count = count;
    this.isWindows = returns > 0;
    // To YAML, a carriage return ends a line also when no newline follows.
    this.isEven = isEven && (returns === 0 ? this.#return >= end : returns >= ended);
    return found;
  }

  #grow(): void {
    const grown = (old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const larger = new Int32Array(old.length * 2);
      larger.set(old);
      return larger;
    };
    this.#starts = grown(this.#starts);
    this.#ends = grown(this.#ends);
    this.#indents = grown(this.#indents);
  }

  /** The text the offsets count in. */
  get text(): string {
    return this.#text;
  }

  /** Its characters as numbers, those outside ASCII as 128. What is behind the text means nothing. */
  get codes(): Uint8Array {
    return this.#codes;
  }

  start(index: number): number {
    return this.#starts[index] ?? 0;
  }

  end(index: number): number {
    return this.#ends[index] ?? 0;
  }

  /** Blanks before the line's first character; -1 for a blank line and behind the last one. */
  indent(index: number): number {
    return index < this.count ? (this.#indents[index] ?? -1) : -1;
  }

  isBlank(index: number): boolean {
    return index < this.count && (this.#indents[index] ?? -1) < 0;
  }

  line(index: number): string {
    return index < this.count ? this.#text.slice(this.#starts[index], this.#ends[index]) : '';
  }

  /** The line is an item of a list. */
  isDash(index: number): boolean {
    const at = this.start(index) + this.indent(index);
    if (index >= this.count || this.isBlank(index) || this.#codes[at] !== DASH) return false;
    return at + 1 >= this.end(index) || this.#codes[at + 1] === SPACE;
  }

  isComment(index: number): boolean {
    if (index >= this.count) return false;
    const indent = this.#indents[index] ?? -1;
    return indent >= 0 && this.#codes[(this.#starts[index] ?? 0) + indent] === HASH;
  }

  /** The lines as one text of its own, moved to the left edge. */
  joined(): string {
    const lines: string[] = [];
    for (let index = 0; index < this.count; index++) lines.push(this.line(index));
    lines.push('');
    return lines.join('\n');
  }
}

const isBlankCode = (code: number): boolean => code === TAB || code === RETURN;

const endsBlank = (text: string, from: number, end: number): boolean => text.slice(from, end).trim() === '';

function nextReturn(text: string, from: number): number {
  const at = text.indexOf('\r', from);
  return at < 0 ? Infinity : at;
}
