import type { Range } from '../source';
import type { ExpectationsObject } from './objects';

/** What the apiVersion of this program's own documents begins with. */
export const expectationsGroup = 'netpol-playground/';

const HEAD = /(?:^[\uFEFF \t-]*|[{,]\s*)["']?apiVersion["']?[ \t]*:[ \t]*["']?netpol-playground\//m;

/** What stands in for expectations in a text that cannot be parsed; null: it holds none. */
export function brokenExpectations(text: string, name: string, range: Range): ExpectationsObject | null {
  if (!HEAD.test(text)) return null;
  return { kind: 'Expectations', name, nameRange: range, range, tree: null, doubts: [] };
}
