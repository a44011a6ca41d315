/** Text as a text area holds it: it knows one kind of line break only. */
export const forArea = (text: string): string => text.replaceAll('\r\n', '\n');

/** What came out of the text area, with the line breaks the text had before. */
export const fromArea = (value: string, before: string): string =>
  before.includes('\r\n') ? value.replaceAll('\n', '\r\n') : value;

/** Where a place in the text is in the text area. */
export const placeInArea = (text: string, offset: number): number => forArea(text.slice(0, offset)).length;
