import type { Texts } from '../locate';
import type { DecodedDocument } from '../model/decodeParsed';
import type { DecodedObject } from '../model/objects';
import { parseDocument } from '../parse/parseDocument';
import type { MapTree, Tree } from '../parse/tree';
import { Sheet } from './edit/sheet';

/** Trees are large and quickly made again: those of the last few documents are kept. */
const KEPT = 8;

/** Parses documents again for checks that look at the text. */
export class Reader {
  readonly #texts: Texts;
  readonly #sheets = new Map<DecodedDocument, Sheet | null>();

  constructor(texts: Texts) {
    this.#texts = texts;
  }

  readonly source = (of: DecodedObject | DecodedDocument): string => {
    const document = this.#texts.find(of);
    return document === null ? '' : document.file.text.slice(document.start, document.end);
  };

  readonly sheet = (of: DecodedObject | DecodedDocument): Sheet | null => {
    const document = this.#texts.find(of);
    if (document === null) return null;
    const { decoded } = document;
    const known = this.#sheets.get(decoded);
    if (known !== undefined) return known;
    const source = this.source(of);
    const tree = parseDocument(source, () => undefined);
    const sheet = tree && new Sheet(source, tree);
    const [oldest] = this.#sheets.keys();
    if (oldest !== undefined && this.#sheets.size >= KEPT) this.#sheets.delete(oldest);
    this.#sheets.set(decoded, sheet);
    return sheet;
  };

  readonly tree = (object: DecodedObject): MapTree | null => {
    const sheet = this.sheet(object);
    return sheet && mapAt(sheet.root, object.range.start, object.range.end);
  };
}

/** The mapping of this range: of a list's objects, the one that is meant. */
function mapAt(tree: Tree, start: number, end: number): MapTree | null {
  if (tree.range.start > start || tree.range.end < end) return null;
  if (tree.kind === 'map' && tree.range.start === start && tree.range.end === end) return tree;
  const inner = tree.kind === 'list' ? tree.items : tree.kind === 'map' ? tree.entries.map(valueOf) : [];
  for (const one of inner) {
    const found = mapAt(one, start, end);
    if (found) return found;
  }
  return null;
}

const valueOf = ({ value }: MapTree['entries'][number]): Tree => value;
