import type { DecodedDocument } from './model/decodeParsed';

interface Spare {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly part: 'document' | 'item';
  readonly decoded: DecodedDocument;
}

/**
 * Decoded documents whose place in a file is gone; their text may turn up elsewhere. Each is given away once. They are
 * asked for in the order in which they were added, mostly, so the next one is tried before they are sorted by text.
 */
export class SpareDocuments {
  readonly #waiting: Spare[] = [];
  #next = 0;
  #byText: Map<string, DecodedDocument[]> | null = null;

  add(file: string, start: number, end: number, part: 'document' | 'item', decoded: DecodedDocument): void {
    this.#waiting.push({ file, start, end, part, decoded });
  }

  take(text: string, part: 'document' | 'item'): DecodedDocument | null {
    const next = this.#byText === null ? this.#waiting[this.#next] : undefined;
    if (next && isText(next, text, part)) {
      this.#next++;
      return next.decoded;
    }
    if (this.#next < this.#waiting.length || this.#byText !== null) {
      this.#byText ??= this.#sorted();
      return this.#byText.get(part + text)?.shift() ?? null;
    }
    return null;
  }

  #sorted(): Map<string, DecodedDocument[]> {
    const byText = new Map<string, DecodedDocument[]>();
    for (const { file, start, end, part, decoded } of this.#waiting.slice(this.#next)) {
      const key = part + file.slice(start, end);
      const same = byText.get(key);
      if (same) same.push(decoded);
      else byText.set(key, [decoded]);
    }
    return byText;
  }
}

function isText({ file, start, end, part }: Spare, text: string, wanted: string): boolean {
  return part === wanted && end - start === text.length && file.slice(start, end) === text;
}
