import { readLine, type LineValue } from './blockLine';
import { blockOf, type Tally } from './droppedCounts';
import { shapeOfKind } from './kindShapes';
import { shapeOfKey, type Shape } from './shape';

/**
 * The same as cutting tokens, fifty times as fast, for the plain block style that kubectl writes: no comments, flow
 * collections, anchors or block scalars in what is kept. Null for any other document.
 */
export function cutLines(source: string, tally: Tally): string | null {
  if (!source.endsWith('\n')) return null;
  const newline = source.includes('\r\n') ? '\r\n' : '\n';
  const cutter = new LineCutter(source.split(newline), tally);
  return cutter.cut()?.join(newline) ?? null;
}

class LineCutter {
  readonly #lines: readonly string[];
  readonly #tally: Tally;
  readonly #out: string[] = [];
  /** The line being read; at the end when the style turned out to be another. */
  #at = 0;
  /** A dash is already read up to here on the current line; what is kept next is written behind it. */
  #from = 0;
  #dash: string | null = null;
  #isPlain = true;

  constructor(lines: readonly string[], tally: Tally) {
    this.#lines = lines;
    this.#tally = tally;
  }

  cut(): readonly string[] | null {
    if (this.#lines[0] === '---') this.#copyLine();
    this.#copyBlanks(0);
    const kind = this.#kindAt(0);
    if (kind === null || this.#column() !== 0) return null;
    this.#map(0, shapeOfKind(kind));
    return this.#isPlain && this.#at >= this.#lines.length ? this.#out : null;
  }

  /** Entries at `column`, until a line further left. */
  #map(column: number, shape: Shape): void {
    while (this.#nextColumn(column) >= column) {
      const line = readLine(this.#line(), this.#from);
      if (line.column !== column || line.dash !== null || line.key === null) {
        this.#giveUp();
        return;
      }
      const inner = shapeOfKey(shape, line.key);
      if (inner === null || !this.#entry(column, line.value, inner)) {
        this.#tally[blockOf(line.key)]++;
        this.#skip(column);
      }
    }
  }

  /** Items with their dash at `column`. */
  #list(column: number, shape: Shape): void {
    while (this.#nextColumn(column) === column && this.#isDash()) {
      const line = readLine(this.#line(), 0);
      this.#dash = this.#line().slice(0, line.column);
      this.#from = line.column;
      if (line.dash === null) this.#giveUp();
      else if (line.key !== null) this.#itemMap(line.column, shape);
      else if (!this.#entry(column, line.value, shape)) {
        this.#tally.other++;
        this.#dash = null;
        this.#skip(column, null);
      }
    }
  }

  #itemMap(column: number, shape: Shape): void {
    const inner = shape.kind === 'object' ? shapeOfKind(this.#kindAt(column) ?? shape.kindless) : shape;
    if (inner.kind !== 'fields' && inner.kind !== 'labels' && inner.kind !== 'allBut') {
      this.#giveUp();
      return;
    }
    this.#map(column, inner);
    if (this.#dash !== null) this.#out.push(`${this.#dash}{}`);
    this.#dash = null;
  }

  /** Keeps the value on this line and below it; false when its shape does not. */
  #entry(column: number, value: LineValue, shape: Shape): boolean {
    const next = value === 'none' ? this.#nestedColumn(column) : null;
    if (shape.kind === 'object' || (shape.kind === 'fragment' && value !== 'scalar')) this.#giveUp();
    if (shape.kind === 'all') return this.#copyAll(column);
    if (next === null) {
      const keeps = keepsValue(value, shape);
      if (value === 'other') this.#giveUp();
      else if (keeps) this.#copyLine();
      // A value that goes on below is none of the plain style.
      if (keeps && this.#column() > column) this.#giveUp();
      return keeps;
    }
    const isList = this.#isDash(this.#at + 1);
    if (isList ? shape.kind !== 'list' : shape.kind === 'list' || shape.kind === 'scalar') {
      if (shape.kind === 'allBut') this.#giveUp();
      return false;
    }
    const head = this.#out.length;
    this.#copyLine();
    if (shape.kind === 'list') this.#list(next, shape.item);
    else this.#map(next, shape);
    let kept = head + 1;
    while (this.#out[kept]?.trim() === '') kept++;
    if (kept === this.#out.length) this.#out[head] = `${this.#out[head] ?? ''} ${isList ? '[]' : '{}'}`;
    return true;
  }

  /** Where the lines below begin that belong to the entry at `column`; null when there are none. */
  #nestedColumn(column: number): number | null {
    if (
      this.#isBlank(this.#at + 1) ||
      this.#line(this.#at + 1)
        .trimStart()
        .startsWith('#')
    ) {
      if (this.#at + 2 < this.#lines.length) this.#giveUp();
      return null;
    }
    const below = this.#column(this.#at + 1);
    return below > column || (below === column && this.#isDash(this.#at + 1)) ? below : null;
  }

  /** The kind that the object at `column` gives itself; two kinds are left to the parser. */
  #kindAt(column: number): string | null {
    let kind: string | null = null;
    for (let at = this.#at; at < this.#lines.length; at++) {
      const line = this.#lines[at] ?? '';
      const start = at === this.#at ? Math.max(this.#from, this.#column(at)) : this.#column(at);
      if (line !== '' && start < column) break;
      if (start !== column || !line.startsWith('kind:', column)) continue;
      if (kind !== null) this.#giveUp();
      kind = /^kind: +(["']?)([A-Za-z]+)\1 *$/.exec(line.slice(column))?.[2] ?? '';
      if (kind === '') this.#giveUp();
    }
    return kind;
  }

  /** Everything below, as it is; aliases could point into what was cut. */
  #copyAll(column: number): boolean {
    do {
      if (/[&*]\w|^\s*#/.test(this.#line())) this.#giveUp();
      this.#copyLine();
    } while (this.#column() > column || (this.#column() === column && this.#isDash()) || this.#isBlank());
    return true;
  }

  /** Leaves out the entry at `column` and what is below it, but not the blank lines that follow. */
  #skip(column: number, listColumn: number | null = column): void {
    this.#from = 0;
    do {
      this.#at++;
    } while (
      this.#at < this.#lines.length - 1 &&
      (this.#isBlank() || this.#column() > column || (this.#column() === listColumn && this.#isDash()))
    );
    while (this.#isBlank(this.#at - 1)) this.#at--;
  }

  #copyLine(): void {
    const line = this.#line();
    this.#out.push(this.#dash === null ? line : this.#dash + line.trimStart().replace(/^- +/, ''));
    this.#dash = null;
    this.#from = 0;
    this.#at++;
  }

  /** Copies the blank lines of what stands at `column`, and tells where the next line stands. */
  #nextColumn(column: number): number {
    this.#copyBlanks(column);
    return this.#column();
  }

  #copyBlanks(column: number): void {
    let next = this.#at;
    while (this.#isBlank(next)) next++;
    // Behind a dash that waits for its first key there can be no blank line.
    if (this.#dash === null) while (this.#at < next) this.#copyLine();
    else if (this.#column(next) >= column) this.#at = next;
  }

  #giveUp(): void {
    this.#isPlain = false;
    this.#at = this.#lines.length;
  }

  #line(at = this.#at): string {
    return this.#lines[at] ?? '';
  }

  #isBlank(at = this.#at): boolean {
    return at < this.#lines.length && this.#line(at).trim() === '';
  }

  /** Where the line's first character stands, or the one after a dash already read; -1 after the end. */
  #column(at = this.#at): number {
    if (at >= this.#lines.length) return -1;
    if (at === this.#at && this.#from > 0) return this.#from;
    const line = this.#line(at);
    return line.length - line.trimStart().length;
  }

  #isDash(at = this.#at): boolean {
    return /^ *-(?: |$)/.test(this.#line(at));
  }
}

function keepsValue(value: LineValue, shape: Shape): boolean {
  if (value === 'none' || value === 'null' || shape.kind === 'allBut') return true;
  if (shape.kind === 'scalar' || shape.kind === 'fragment') return value === 'scalar';
  return value === (shape.kind === 'list' ? 'emptyList' : 'emptyMap');
}
