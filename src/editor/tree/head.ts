/** What an object says about itself, as far as a list needs it. Empty strings stand for what it does not say. */
export interface Head {
  /** Names the object for as long as the file is open, whatever is edited. */
  readonly id: number;
  /** Empty when the document is not an object this can read. */
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  /** `app=web tier=db` */
  readonly labels: string;
}

/** A head before it has a number. */
export type HeadText = Omit<Head, 'id'>;

/** The head of a document that cannot be read. */
export const unreadable: HeadText = { kind: '', namespace: '', name: '', labels: '' };

/** Whether two heads say the same. */
export const sameHead = (a: HeadText, b: HeadText): boolean =>
  a.kind === b.kind && a.namespace === b.namespace && a.name === b.name && a.labels === b.labels;

/** An object found in the text, with its place. */
export interface Found {
  /** Where its document starts: at the marker line, or at the start of the text. */
  readonly piece: number;
  readonly start: number;
  readonly end: number;
  /** Line breaks before it in the text. */
  readonly line: number;
  readonly head: HeadText;
}
