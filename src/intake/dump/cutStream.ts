import { JsonCutter } from './cutJson';
import type { PieceReceiver } from './pieces';
import { YamlCutter } from './cutYamlLines';

/**
 * Cuts text that arrives in chunks into documents and, where a document is a list of objects, into its items. Never
 * holds more than the piece it is at. However the text is chunked, the pieces are the same.
 */
export class StreamCutter {
  readonly #yaml: YamlCutter;
  readonly #json: JsonCutter;
  /** The beginning of a line whose end has not come yet. */
  #rest: string[] = [];
  /** Nothing but blanks so far, in what is there of it. */
  #isBlank = true;
  /** The end of a chunk that may be the first half of a line end. */
  #return = '';

  constructor(receiver: PieceReceiver) {
    this.#yaml = new YamlCutter(receiver);
    this.#json = new JsonCutter(receiver);
  }

  push(written: string): void {
    const chunk = this.#unixLines(written);
    // A line of many megabytes is put together once, not once for every chunk.
    if (this.#rest.length > 0 && !this.#opensJson(chunk) && !chunk.includes('\n')) {
      this.#putAside(chunk);
      return;
    }
    // Only the line that was begun is put together with what was left of it: chunks are large.
    const end = this.#rest.length > 0 ? chunk.indexOf('\n') + 1 || chunk.length : 0;
    if (end > 0) this.#read(this.#rest.splice(0).join('') + chunk.slice(0, end), 0, false);
    this.#read(chunk, end, false);
  }

  end(): void {
    this.#read(this.#rest.join('') + this.#return, 0, true);
    this.#rest = [];
    this.#json.end();
    this.#yaml.end();
  }

  /** JSON goes on in the chunk, or begins there on the line that was begun. */
  #opensJson(chunk: string): boolean {
    return this.#json.isOpen || (this.#yaml.mayOpenJson && this.#isBlank && jsonStart(chunk, 0) >= 0);
  }

  #putAside(text: string): void {
    if (this.#rest.length === 0) this.#isBlank = true;
    this.#isBlank &&= firstSign(text, 0) === text.length;
    this.#rest.push(text);
  }

  /** Line ends of Windows mean the same, but only the real parser would take them. */
  #unixLines(chunk: string): string {
    if (this.#return === '' && !chunk.includes('\r')) return chunk;
    const text = this.#return + chunk;
    this.#return = text.endsWith('\r') ? '\r' : '';
    return text.slice(0, text.length - this.#return.length).replaceAll('\r\n', '\n');
  }

  #read(text: string, from: number, isLast: boolean): void {
    let at = from;
    while (at < text.length) {
      if (this.#json.isOpen) {
        at = this.#json.read(text, at);
        continue;
      }
      const opens = this.#yaml.mayOpenJson ? jsonStart(text, at) : -1;
      if (opens >= 0) {
        this.#yaml.leaveToJson();
        this.#json.open(text, opens);
        at = opens;
        continue;
      }
      const end = text.indexOf('\n', at);
      if (end < 0 && !isLast) break;
      const next = end < 0 ? text.length : end + 1;
      this.#yaml.line(text, at, next);
      at = end < 0 ? next : this.#yaml.passOver(text, next);
    }
    this.#json.keep();
    this.#yaml.keep(at);
    if (at < text.length) this.#putAside(text.slice(at));
  }
}

/** Where the bracket stands that opens a JSON value, if nothing but blanks comes before it on its line. */
function jsonStart(text: string, from: number): number {
  const at = firstSign(text, from);
  const sign = text.charAt(at);
  return sign === '{' || sign === '[' ? at : -1;
}

/** Behind the blanks that begin at `from`. */
function firstSign(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' \t\uFEFF'.includes(text.charAt(at))) at++;
  return at;
}
