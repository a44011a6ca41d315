/** Texts of which what is no use here was taken out last. */
let stripped: readonly string[] = [];

/** Remembers texts that came in, in place of those before: projecting them would change nothing. */
export function rememberStripped(texts: readonly string[]): void {
  stripped = texts;
}

export const isStripped = (text: string): boolean => stripped.includes(text);
