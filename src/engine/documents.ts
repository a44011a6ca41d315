import { decodeParsed, type DecodedDocument } from './model/decodeParsed';
import { parseRegular } from './parse/parseRegular';
import type { Parse } from './parse/parseThoroughly';
import { splitDocuments } from './parse/splitDocuments';
import { copyOf } from './parse/regular/words';
import {
  emptyFile,
  noPieces,
  splitFile,
  unchangedPieces,
  type Piece,
  type SplitAgain,
  type SplitFile,
  type UnchangedPieces,
} from './parse/splitFile';
import { SpareDocuments } from './spareDocuments';
import type { FileId, SourceFile } from './source';

/**
 * One document of a file, or one item of a list in it, decoded. `decoded` stays the same object while the text it was
 * made of does.
 */
export interface OpenDocument {
  readonly file: SourceFile;
  /** Offsets in the file at which the document begins and ends. */
  readonly start: number;
  readonly end: number;
  readonly decoded: DecodedDocument;
}

/** What the pieces of a segment were decoded to; `whole` when only all of it can be read at once. */
interface DecodedSegment {
  readonly pieces: readonly DecodedDocument[];
  readonly whole: DecodedDocument | null;
}

/** A file that was cut again, and how much of the one segment that changed, if it is one, was decoded already. */
interface Change {
  readonly file: SourceFile;
  readonly known: OpenFile;
  readonly again: SplitAgain;
  readonly same: UnchangedPieces;
}

/** Reads what kubectl prints, exactly as the real parser would; null: it is not sure of that. */
export type ReadRegular = (text: string, part: 'document' | 'item') => DecodedDocument | null;

/** A file as it was last opened. */
interface OpenFile {
  readonly split: SplitFile;
  /** One for each segment. */
  readonly decoded: readonly DecodedSegment[];
  readonly documents: readonly OpenDocument[];
}

const unopened: OpenFile = { split: emptyFile, decoded: [], documents: [] };

const parseOnlyRegular: Parse = (text) => {
  const tree = parseRegular(text);
  if (tree === null) throw new Error('the parser was not given yet');
  return tree;
};

/** Decodes files, but no document twice: a keystroke costs one document. */
export class DocumentCache {
  #files = new Map<FileId, OpenFile>();
  /** By its text what was decoded before the file came that it will stand in. */
  #ahead = new Map<string, DecodedDocument>();
  /** Documents parsed since the cache was made; of a list each item is one. */
  parsed = 0;
  /** How many of them did not need the real parser. */
  readFast = 0;
  /** Null: every document goes to the real parser. */
  readRegular: ReadRegular | null = null;
  /** Makes trees of the others. By itself the cache knows only what is regular, so that the real parsers can come later. */
  parse: Parse = parseOnlyRegular;

  /** Decodes the documents of a text of which files are being put together. They are kept until `forgetAhead`. */
  readAhead(text: string): void {
    for (const document of splitDocuments(text)) {
      this.#ahead.set(document.text, this.#read(document.text, 'document', true));
    }
  }

  forgetAhead(): void {
    this.#ahead.clear();
  }

  /** Every document of all files, in order. */
  open(files: readonly SourceFile[]): readonly OpenDocument[] {
    return this.openByFile(files).flat();
  }

  /** The documents of each file that has any; the same list for a file as long as its text is the same. */
  openByFile(files: readonly SourceFile[]): readonly (readonly OpenDocument[])[] {
    const spare = new SpareDocuments();
    const next = new Map<FileId, OpenFile>();
    const changes: Change[] = [];
    for (const file of files) {
      const known = this.#files.get(file.id) ?? unopened;
      if (known.split.text === file.text) {
        next.set(file.id, known.documents[0]?.file.name === file.name ? known : openFile(file, known));
      } else {
        const again = splitFile(file.text, known.split);
        const same = unchangedPieces(known.split, again);
        spareBetween(known, again, same, spare);
        changes.push({ file, known, again, same });
      }
    }
    const isOpen = new Set(files.map(({ id }) => id));
    for (const [id, known] of this.#files)
      if (!isOpen.has(id)) spareBetween(known, { kept: 0, rest: 0 }, noPieces, spare);
    for (const change of changes) {
      const { split, decoded } = this.#decodeAgain(change, spare);
      next.set(change.file.id, openFile(change.file, { split, decoded }));
    }
    this.#files = next;
    return files.flatMap(({ id }) => {
      const documents = next.get(id)?.documents ?? [];
      return documents.length > 0 ? [documents] : [];
    });
  }

  #decodeAgain({ known, again, same }: Change, spare: SpareDocuments): Omit<OpenFile, 'documents'> {
    const { file: split, kept, rest } = again;
    const fresh: DecodedSegment[] = [];
    for (let index = kept; index < split.segments.length - rest; index++) {
      const { length, pieces } = split.segments[index] ?? { length: 0, pieces: [] };
      const start = split.starts[index] ?? 0;
      const old = known.decoded[kept]?.pieces ?? [];
      const read = pieces
        .slice(same.first, pieces.length - same.last)
        .map((piece) => this.#decode(split.text, start, piece, spare));
      const all = old.slice(0, same.first).concat(read, old.slice(old.length - same.last));
      const whole = { start: 0, end: length, part: 'document' } as const;
      const isWhole = isTangled(split.text, start, pieces, all);
      fresh.push({ pieces: all, whole: isWhole ? this.#decode(split.text, start, whole, spare) : null });
    }
    const behind = rest > 0 ? known.decoded.slice(-rest) : [];
    return { split, decoded: known.decoded.slice(0, kept).concat(fresh, behind) };
  }

  #decode(
    file: string,
    segment: number,
    { start, end, part }: Piece,
    spare: SpareDocuments,
  ): DecodedDocument {
    const text = file.slice(segment + start, segment + end);
    const before = spare.take(text, part) ?? this.#takeAhead(text, part);
    // What the real parser makes holds on to the text it is given: not to the whole file, then.
    return before ?? this.#read(text, part, text.length < file.length);
  }

  /** Each is given away once. */
  #takeAhead(text: string, part: Piece['part']): DecodedDocument | null {
    const found = part === 'document' ? this.#ahead.get(text) : undefined;
    if (found) this.#ahead.delete(text);
    return found ?? null;
  }

  #read(text: string, part: Piece['part'], isSlice = false): DecodedDocument {
    this.parsed++;
    const regular = this.readRegular?.(text, part) ?? null;
    if (regular !== null) {
      this.readFast++;
      return regular;
    }
    return decodeParsed(isSlice ? copyOf(text) : text, part, this.parse);
  }
}

function openFile(file: SourceFile, { split, decoded }: Omit<OpenFile, 'documents'>): OpenFile {
  const documents: OpenDocument[] = [];
  // Plain loops: this runs over every document of a file at every keystroke in it.
  for (let index = 0; index < decoded.length; index++) {
    const start = split.starts[index] ?? 0;
    const segment = decoded[index];
    const cut = split.segments[index];
    if (segment === undefined || cut === undefined) continue;
    if (segment.whole !== null) {
      documents.push({ file, start, end: start + cut.length, decoded: segment.whole });
      continue;
    }
    for (let at = 0; at < cut.pieces.length; at++) {
      const piece = cut.pieces[at];
      const one = segment.pieces[at];
      if (piece === undefined || one === undefined) continue;
      documents.push({ file, start: start + piece.start, end: start + piece.end, decoded: one });
    }
  }
  return { split, decoded, documents };
}

/** Gives away what neither the segments nor the pieces hold that stay. */
function spareBetween(
  { split, decoded }: OpenFile,
  { kept, rest }: Pick<SplitAgain, 'kept' | 'rest'>,
  { first, last }: UnchangedPieces,
  spare: SpareDocuments,
): void {
  for (let index = kept; index < decoded.length - rest; index++) {
    const start = split.starts[index] ?? 0;
    const pieces = split.segments[index]?.pieces ?? [];
    for (let at = first; at < pieces.length - last; at++) {
      const [piece, one] = [pieces[at], decoded[index]?.pieces[at]];
      if (piece && one) spare.add(split.text, start + piece.start, start + piece.end, piece.part, one);
    }
  }
}

/**
 * Whether an item of a list uses an anchor that may be in another one: only the list as a whole can be read then. An
 * item with an anchor or alias never was read fast, so there are few to look at.
 */
function isTangled(
  text: string,
  from: number,
  pieces: readonly Piece[],
  read: readonly DecodedDocument[],
): boolean {
  if (pieces.length < 2 || pieces[0]?.part !== 'item') return false;
  const lacksAnchor = read.some(({ diagnostics }) => diagnostics.some(({ code }) => code === 'yaml-alias'));
  return (
    lacksAnchor && pieces.some(({ start, end }) => /&[^\s,[\]{}]/.test(text.slice(from + start, from + end)))
  );
}
