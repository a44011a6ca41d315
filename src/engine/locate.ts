import type { OpenDocument } from './documents';
import type { DecodedObject } from './model/objects';
import type { FileId, Place, Range } from './source';

/** Where a decoded object's document stands now: its file, and the offset at which the document begins. */
interface Standing {
  readonly file: FileId;
  readonly start: number;
}

/** Turns a range inside an object's document into a place in the user's file. */
export type Locate = (object: DecodedObject, range: Range) => Place;

/** Knows where objects stand: in the newest documents, or, if they are gone from those, where they stood last. */
export class Standings {
  #newest: readonly OpenDocument[] = [];
  #last: readonly OpenDocument[] = [];
  /** Made when first asked: most keystrokes ask for no place. */
  #known = new Map<readonly OpenDocument[], ReadonlyMap<DecodedObject, Standing>>();

  /** `isWhole`: nothing that is drawn is missing from the documents. */
  update(documents: readonly OpenDocument[], isWhole: boolean): void {
    this.#newest = documents;
    if (isWhole) this.#last = documents;
    for (const key of this.#known.keys())
      if (key !== documents && key !== this.#last) this.#known.delete(key);
  }

  readonly locate: Locate = (object, range) => {
    const { file, start } = this.#of(this.#newest).get(object) ??
      this.#of(this.#last).get(object) ?? { file: '', start: 0 };
    return { file, start: start + range.start, end: start + range.end };
  };

  #of(documents: readonly OpenDocument[]): ReadonlyMap<DecodedObject, Standing> {
    let known = this.#known.get(documents);
    if (!known) {
      const made = new Map<DecodedObject, Standing>();
      for (const { file, start, decoded } of documents) {
        for (const object of decoded.objects) made.set(object, { file: file.id, start });
      }
      this.#known.set(documents, (known = made));
    }
    return known;
  }
}
