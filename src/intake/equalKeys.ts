import { Document, isMap, Pair, type CST } from 'yaml';
import { isMapping, isSequence, keyOf } from './tokens';

type Path = readonly string[];

/** Where maps have a key twice: the path to it, or to the list it is somewhere in. */
export function equalKeysIn(token: CST.Token | null | undefined, path: Path = []): readonly Path[] {
  if (isSequence(token)) {
    const inItems = token.items.flatMap((item) => equalKeysIn(item.value));
    return inItems.length > 0 ? [path] : [];
  }
  if (!isMapping(token)) return [];
  const seen = new Set<string>();
  return token.items.flatMap((item) => {
    const key = keyOf(item);
    if (key === null || key === '<<') return equalKeysIn(item.value, path);
    const own = [...path, key];
    const isEqual = seen.has(key);
    seen.add(key);
    return [...(isEqual ? [own] : []), ...equalKeysIn(item.value, own)];
  });
}

/** The value as YAML in which those keys are there twice, the first time without a value: a mistake is still one. */
export function writeWithEqualKeys(value: unknown, paths: readonly Path[]): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  const once = new Map(paths.map((path) => [JSON.stringify(path), path]));
  for (const path of once.values()) {
    const key = path.at(-1);
    const map = document.getIn(path.slice(0, -1));
    if (key !== undefined && isMap(map) && map.has(key)) {
      map.items.unshift(new Pair(document.createNode(key), document.createNode(null)));
    }
  }
  return document.toString({ lineWidth: 0 });
}

/** The same of JSON that was read already: more keys are written than there are. */
export function hasEqualKeys(json: string, value: unknown): boolean {
  let written = 0;
  for (const [sign] of json.matchAll(/"[^"\\]*(?:\\.[^"\\]*)*"|:/gs)) if (sign === ':') written++;
  const open = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    const inside: readonly unknown[] = Object.values(next);
    if (!Array.isArray(next)) written -= inside.length;
    for (const child of inside) open.push(child);
  }
  return written > 0;
}
