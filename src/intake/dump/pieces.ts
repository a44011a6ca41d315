import type { LineTable } from '../lineTable';

/** One document, or one item of a list, as it comes out of a stream of text. */
export type Piece = YamlPiece | JsonPiece;

/** text[start, end), moved right by `column`; on its first line that may be a dash. */
export interface YamlPiece {
  readonly kind: 'yaml';
  /** Whole comment lines that stand above it. */
  readonly lead: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly column: number;
  /** Its lines, where they have been read already. Lent as well. */
  readonly lines: LineTable | null;
}

/** A text that is all of its piece. */
export const wholePiece = (text: string, lead = ''): YamlPiece => ({
  kind: 'yaml',
  lead,
  text,
  start: 0,
  end: text.length,
  column: 0,
  lines: null,
});

export interface JsonPiece {
  readonly kind: 'json';
  readonly text: string;
}

/** What is written around the items of a list. */
export interface Frame {
  readonly apiVersion: string | null;
  readonly kind: string | null;
  /** The text ends before the list does, or goes on with something that is not part of one. */
  readonly isBroken: boolean;
}

/** Takes what a stream is cut into, in the order of the text. The strings it is given are only lent. */
export interface PieceReceiver {
  document(piece: Piece): void;
  /** With what was written before the first item; the rest comes with `endList`. */
  beginList(frame: Frame): void;
  item(piece: Piece): void;
  endList(frame: Frame): void;
}
