import { CST } from 'yaml';
import { kindUnder } from './kindShapes';

/** Entries of a map or list as the parser hands them out, with the blanks and comments before them. */
export type Items = Collection['items'];
export type Item = Items[number];
export type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;

/** The kind by which the object is shaped; null when it has none, or several that contradict each other. */
export function kindOf(token: CST.Token | null | undefined): string | null {
  if (!isMapping(token)) return null;
  const kinds = textsOf(token, 'kind');
  const [kind] = kinds;
  if (kinds.size !== 1 || kind === undefined || kind === '') return null;
  const [apiVersion = null] = textsOf(token, 'apiVersion');
  return kindUnder(apiVersion, kind);
}

/** What a key says, each time that it is there. */
function textsOf(map: CST.BlockMap | CST.FlowCollection, key: string): ReadonlySet<string> {
  const texts = new Set<string>();
  for (const item of map.items) {
    if (keyOf(item) === key && item.value && CST.isScalar(item.value)) texts.add(scalarText(item.value));
  }
  return texts;
}

/** The text of an entry's key; null for what is not an entry. */
export function keyOf(item: Item): string | null {
  const { key } = item;
  return key && CST.isScalar(key) ? scalarText(key) : null;
}

/** False for what stands after the last entry: comments, a comma. */
export const isEntry = (item: Item): boolean =>
  Boolean(item.key ?? item.value) || item.start.some((token) => token.type === 'seq-item-ind');

/** The scalar's text without its quotes. */
export function scalarText(token: CST.FlowScalar | CST.BlockScalar): string {
  return token.type === 'scalar' ? token.source : CST.resolveAsScalar(token).value;
}

/** Written as null, or not written at all. */
export function isNull(token: CST.Token | null | undefined): boolean {
  return !token || (token.type === 'scalar' && /^(?:~|null|Null|NULL)?$/.test(token.source));
}

/** A map in block or flow style. */
export function isMapping(token: CST.Token | null | undefined): token is CST.BlockMap | CST.FlowCollection {
  return token?.type === 'block-map' || (token?.type === 'flow-collection' && token.start.source === '{');
}

/** A list in block or flow style. */
export function isSequence(
  token: CST.Token | null | undefined,
): token is CST.BlockSequence | CST.FlowCollection {
  return token?.type === 'block-seq' || (token?.type === 'flow-collection' && token.start.source === '[');
}
