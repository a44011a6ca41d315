import { CST } from 'yaml';

const unusual: ReadonlySet<string> = new Set([
  'anchor',
  'tag',
  'explicit-key-ind',
  'error',
  'flow-error-end',
]);

/** True when each value stands where it is used: no aliases, tags, merge keys, or keys that are not one word. */
export function isPlain(token: CST.Token | null | undefined): boolean {
  if (!token) return true;
  if (token.type === 'document') return arePlain(token.start) && isPlain(token.value);
  if (token.type === 'block-map') return token.items.every((item) => isPlainPair(item, true));
  if (token.type === 'block-seq')
    return token.items.every((item) => arePlain(item.start) && isPlain(item.value));
  if (token.type === 'flow-collection') {
    return token.items.every((item) => isPlainPair(item, token.start.source === '{'));
  }
  if (token.type === 'block-scalar') return token.props.every((prop) => !unusual.has(prop.type));
  return token.type !== 'alias' && !unusual.has(token.type);
}

function isPlainPair(item: CST.CollectionItem, inMap: boolean): boolean {
  const { key, sep, value } = item;
  if (!arePlain(item.start) || !arePlain(sep ?? [])) return false;
  if (!inMap) return !key && !sep && isPlain(value);
  if (!key) return !sep && !value;
  return key.type !== 'alias' && CST.isScalar(key) && key.source !== '<<' && isPlain(value);
}

const arePlain = (tokens: readonly CST.SourceToken[]): boolean =>
  tokens.every((token) => !unusual.has(token.type));
