/** As far as it is needed; the engine is compiled without the types of any platform, and all of them have it. */
declare const TextEncoder: new () => {
  encodeInto(source: string, target: Uint8Array): { readonly written: number };
};

const encoder = new TextEncoder();
let buffer = new Uint8Array(1 << 16);

const LINE_BREAK = 10;
const NOT_ASCII = 128;

/**
 * The characters of a text as numbers, one for each, with a line break behind them when there is none; every character
 * outside ASCII is 128. Reading them takes half the time of `charCodeAt`. They are overwritten by the next call.
 */
export function codesOf(text: string): { readonly codes: Uint8Array; readonly length: number } {
  buffer = codesInto(buffer, text);
  const codes = buffer;
  let { length } = text;
  if (length === 0 || codes[length - 1] !== LINE_BREAK) codes[length++] = LINE_BREAK;
  codes[length] = 0;
  return { codes, length };
}

/** The same characters at the start of the buffer, or of a larger one when they and two more do not fit. */
export function codesInto(buffer: Uint8Array<ArrayBuffer>, text: string): Uint8Array<ArrayBuffer> {
  // The encoder stops at a character that no longer fits, so three bytes more than there are characters will do.
  const codes = buffer.length < text.length + 4 ? new Uint8Array(text.length * 2 + 4) : buffer;
  const { written } = encoder.encodeInto(text, codes);
  if (written !== text.length) {
    for (let at = 0; at < text.length; at++) codes[at] = Math.min(text.charCodeAt(at), NOT_ASCII);
  }
  return codes;
}
