import type { OpenDocument } from './documents';
import type { DecodedDocument } from './model/decodeParsed';
import type { DecodedObject } from './model/objects';
import type { Place, Range } from './source';

/** The texts everything was read from. */
export interface Texts {
  /** The newest documents of each file that has any, in order. */
  readonly files: Files;
  /** The document an object is in, or a decoded document itself, as it stands in the newest texts; null: no more. */
  find(this: void, one: DecodedObject | DecodedDocument): OpenDocument | null;
}

/** Turns a range inside an object's document into a place in the user's file. */
export type Locate = (object: DecodedObject, range: Range) => Place;

export type Files = readonly (readonly OpenDocument[])[];

type Known = ReadonlyMap<DecodedObject | DecodedDocument, OpenDocument>;

/** Knows where objects stand: in the newest documents, or, if they are gone from those, where they stood last. */
export class Standings implements Texts {
  #newest: Files = [];
  #last: Files = [];
  /** Made when first asked: most keystrokes ask for no place. */
  readonly #known = new WeakMap<readonly OpenDocument[], Known>();

  /** `isWhole`: nothing that is drawn is missing from the documents. */
  update(files: Files, isWhole: boolean): void {
    this.#newest = files;
    if (isWhole) this.#last = files;
  }

  readonly locate: Locate = (object, range) => {
    const document = this.find(object) ?? this.#find(this.#last, object);
    const start = document?.start ?? 0;
    return { file: document?.file.id ?? '', start: start + range.start, end: start + range.end };
  };

  get files(): Files {
    return this.#newest;
  }

  readonly find = (one: DecodedObject | DecodedDocument): OpenDocument | null =>
    this.#find(this.#newest, one);

  #find(files: Files, one: DecodedObject | DecodedDocument): OpenDocument | null {
    for (const documents of files) {
      const document = this.#of(documents).get(one);
      if (document) return document;
    }
    return null;
  }

  #of(documents: readonly OpenDocument[]): Known {
    let known = this.#known.get(documents);
    if (!known) {
      const made = new Map<DecodedObject | DecodedDocument, OpenDocument>();
      for (const document of documents) {
        made.set(document.decoded, document);
        for (const object of document.decoded.objects) made.set(object, document);
      }
      this.#known.set(documents, (known = made));
    }
    return known;
  }
}
