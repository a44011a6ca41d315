import { parseThoroughly } from '../parse/parseThoroughly';
import { decodeParsed, type DecodedDocument } from './decodeParsed';
import { decodeRegular } from './decodeRegular';

/** What one document says, in the fastest way there is. */
export function decodeDocument(text: string): DecodedDocument {
  return decodeRegular(text, 'document') ?? decodeThoroughly(text, 'document');
}

/** The same by the real parsers. */
export const decodeThoroughly = (text: string, part: 'document' | 'item'): DecodedDocument =>
  decodeParsed(text, part, parseThoroughly);
