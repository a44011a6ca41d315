import type { Frame, PieceReceiver } from './pieces';

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN_LIST = 91;
const OPEN_MAP = 123;

/** The key of the items stands at most this far before their bracket. */
const NEAR = 64;

const sign = /["{}[\]]/g;

/** Cuts one JSON value after the other by its brackets and quotes, the `items` of a top-level object one by one. */
export class JsonCutter {
  readonly #receiver: PieceReceiver;
  #depth = 0;
  #inString = false;
  #isEscaped = false;
  /** Between the brackets of `items`; the objects in there begin at the third level. */
  #inItems = false;
  #hasItems = false;
  /** What was read of the value or item in earlier chunks. */
  #parts: string[] = [];
  /** What stands around the items. */
  #frame: string[] = [];
  /** Where the part begins that is still to be kept of this chunk; -1 for none. */
  #start = -1;
  #text = '';
  isOpen = false;

  constructor(receiver: PieceReceiver) {
    this.#receiver = receiver;
  }

  /** The value that begins with the bracket at `at` comes next. */
  open(text: string, at: number): void {
    this.isOpen = true;
    this.#hasItems = false;
    this.#parts = [];
    this.#frame = [];
    this.#text = text;
    this.#start = at;
  }

  /** Reads on; returns where the value ends, or the end of the text. */
  read(text: string, from: number): number {
    this.#text = text;
    if (this.#start < 0 && !(this.#inItems && this.#depth === 2)) this.#start = from;
    let at = this.#inString ? this.#afterString(text, from) : from;
    for (;;) {
      sign.lastIndex = at;
      if (!sign.test(text)) return text.length;
      at = sign.lastIndex;
      const code = text.charCodeAt(at - 1);
      if (code === QUOTE) at = this.#afterString(text, at);
      else if (code === OPEN_MAP || code === OPEN_LIST) this.#opened(code, at - 1);
      else if (this.#closed(at - 1)) return at;
    }
  }

  /** Behind the string that `from` is in, or the end of the text, where it goes on with the next chunk. */
  #afterString(text: string, from: number): number {
    const start = this.#isEscaped ? from + 1 : from;
    let quote = text.indexOf('"', start);
    while (quote >= 0 && isEscapedAt(text, quote, start)) quote = text.indexOf('"', quote + 1);
    this.#inString = quote < 0;
    this.#isEscaped = quote < 0 && isEscapedAt(text, text.length, start);
    return quote < 0 ? text.length : quote + 1;
  }

  #opened(code: number, at: number): void {
    this.#depth++;
    if (this.#inItems) {
      if (this.#depth === 3) this.#start = at;
    } else if (this.#depth === 2 && code === OPEN_LIST && !this.#hasItems && this.#isBehindItems(at)) {
      this.#frame = [this.#taken(at + 1)];
      this.#inItems = true;
      this.#hasItems = true;
      this.#receiver.beginList(frameOf(`${this.#frame.join('')}]}`));
    }
  }

  /** True when the value is complete. */
  #closed(at: number): boolean {
    this.#depth--;
    if (this.#inItems && this.#depth === 2) {
      this.#receiver.item({ kind: 'json', text: this.#taken(at + 1) });
    } else if (this.#inItems && this.#depth < 2) {
      this.#inItems = false;
      this.#parts = [];
      this.#start = at;
    }
    if (this.#depth > 0) return false;
    const text = this.#taken(at + 1);
    this.#close();
    if (this.#hasItems) this.#receiver.endList(frameOf(this.#frame.join('') + text));
    else this.#receiver.document({ kind: 'json', text });
    return true;
  }

  /** What was read of the piece up to `end`; the next one begins later. */
  #taken(end: number): string {
    if (this.#start >= 0) this.#parts.push(this.#text.slice(this.#start, end));
    const text = this.#parts.join('');
    this.#parts = [];
    this.#start = -1;
    return text;
  }

  #isBehindItems(at: number): boolean {
    let before = this.#text.slice(Math.max(this.#start, at - NEAR), at);
    for (let last = this.#parts.length - 1; last >= 0 && before.length < NEAR; last--) {
      before = (this.#parts[last] ?? '').slice(-NEAR) + before;
    }
    return /"items"\s*:\s*$/.test(before.slice(-NEAR));
  }

  /** The chunk has been read: what is needed of it is put aside. */
  keep(): void {
    if (this.isOpen && this.#start >= 0) this.#parts.push(this.#text.slice(this.#start));
    this.#start = -1;
    this.#text = '';
  }

  /** There is no more text. */
  end(): void {
    if (!this.isOpen) return;
    const { length } = this.#text;
    const text = this.#taken(length);
    const isItem = this.#inItems;
    this.#close();
    if (isItem && text.trim() !== '') this.#receiver.item({ kind: 'json', text });
    if (this.#hasItems) this.#receiver.endList({ apiVersion: null, kind: null, isBroken: true });
    else this.#receiver.document({ kind: 'json', text });
  }

  #close(): void {
    this.isOpen = false;
    this.#depth = 0;
    this.#inString = false;
    this.#isEscaped = false;
    this.#inItems = false;
    this.#start = -1;
  }
}

/** Whether an odd number of backslashes stands before `at`, of those from `start` on. */
function isEscapedAt(text: string, at: number, start: number): boolean {
  let first = at;
  while (first > start && text.charCodeAt(first - 1) === BACKSLASH) first--;
  return (at - first) % 2 === 1;
}

function frameOf(text: string): Frame {
  try {
    const value: unknown = JSON.parse(text);
    const at = (key: string): string | null => {
      const found: unknown =
        typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
      return typeof found === 'string' && found !== '' ? found : null;
    };
    return { apiVersion: at('apiVersion'), kind: at('kind'), isBroken: false };
  } catch {
    return { apiVersion: null, kind: null, isBroken: true };
  }
}
