/** What a new line begins with: what the one before does, that and a step, or that and some more characters. */
interface EnterRule {
  /** The line before, up to the cursor. */
  readonly beforeText: RegExp;
  readonly isIndented: boolean;
  readonly appendText: string;
}

const KEY = /(?:"[^"]*"|'[^']*'|[^\s:#'"{[][^:#]*)/.source;
const COMMENT = /\s*(?:\s#.*)?$/.source;
/** A key that waits for its value, or for text over several lines. */
const WAITING = `${KEY}:(?: +[|>][+-]?)?${COMMENT}`;
const DASH = /^\s*- +/.source;

/** Monaco's own rules know nothing of dashes: what follows one belongs beside what stands behind it, or inside it. */
export const enterRules: readonly EnterRule[] = [
  { beforeText: new RegExp(`${DASH}${WAITING}`), isIndented: true, appendText: '  ' },
  // In brackets an item is mostly whole: the next one begins with a dash of its own.
  { beforeText: new RegExp(`${DASH}${KEY}:\\s+[^\\s#{[]`), isIndented: false, appendText: '  ' },
  { beforeText: new RegExp(`${DASH}(?!${KEY}:\\s)[^\\s#{[]`), isIndented: false, appendText: '- ' },
  { beforeText: new RegExp(`^\\s*${WAITING}`), isIndented: true, appendText: '' },
];
