import { parseRegular } from './parseRegular';
import { parseThoroughly, type Parse } from './parseThoroughly';

/** The fast reader first: what it is sure of is what the real parser would say. */
export const parseDocument: Parse = (text, report) => parseRegular(text) ?? parseThoroughly(text, report);
