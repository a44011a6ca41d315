import { decodeDocument, type DecodedDocument } from './model/decodeDocument';
import { splitDocuments } from './parse/splitDocuments';
import type { SourceFile } from './source';

/** One document of a file, decoded. `decoded` stays the same object while the document's text does. */
export interface OpenDocument {
  readonly file: SourceFile;
  /** Offset in the file at which the document begins. */
  readonly start: number;
  readonly decoded: DecodedDocument;
}

/** Decodes files, but no document twice: a keystroke costs one document. */
export class DocumentCache {
  /** By text; a text that occurs twice has two entries, for each occurrence has a place of its own. */
  #known = new Map<string, DecodedDocument[]>();
  #files = new Map<
    string,
    { readonly text: string; readonly pieces: readonly { start: number; text: string }[] }
  >();
  /** Documents parsed since the cache was made. */
  parsed = 0;

  open(files: readonly SourceFile[]): readonly OpenDocument[] {
    const next = new Map<string, DecodedDocument[]>();
    const documents: OpenDocument[] = [];
    const pieces = new Map(files.map((file) => [file.id, this.#piecesOf(file)]));
    for (const file of files) {
      for (const { start, text } of pieces.get(file.id)?.pieces ?? []) {
        const taken = next.get(text) ?? [];
        const decoded = this.#known.get(text)?.[taken.length] ?? this.#decode(text);
        taken.push(decoded);
        next.set(text, taken);
        documents.push({ file, start, decoded });
      }
    }
    this.#known = next;
    this.#files = pieces;
    return documents;
  }

  #piecesOf(file: SourceFile): { text: string; pieces: readonly { start: number; text: string }[] } {
    const known = this.#files.get(file.id);
    return known?.text === file.text ? known : { text: file.text, pieces: splitDocuments(file.text) };
  }

  #decode(text: string): DecodedDocument {
    this.parsed++;
    return decodeDocument(text);
  }
}
