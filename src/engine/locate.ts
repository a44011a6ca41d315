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

type Files = readonly (readonly OpenDocument[])[];

/** Knows where objects stand: in the newest documents, or, if they are gone from those, where they stood last. */
export class Standings {
  #newest: Files = [];
  #last: Files = [];
  /** Made when first asked: most keystrokes ask for no place. */
  readonly #known = new WeakMap<readonly OpenDocument[], ReadonlyMap<DecodedObject, Standing>>();

  /** `isWhole`: nothing that is drawn is missing from the documents. */
  update(files: Files, isWhole: boolean): void {
    this.#newest = files;
    if (isWhole) this.#last = files;
  }

  readonly locate: Locate = (object, range) => {
    const { file, start } = this.#find(this.#newest, object) ??
      this.#find(this.#last, object) ?? { file: '', start: 0 };
    return { file, start: start + range.start, end: start + range.end };
  };

  #find(files: Files, object: DecodedObject): Standing | null {
    for (const documents of files) {
      const standing = this.#of(documents).get(object);
      if (standing) return standing;
    }
    return null;
  }

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
