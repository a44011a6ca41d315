import type { Identity } from './clusterObject';

/** An object as plain values. */
export type Fields = Readonly<Record<string, unknown>>;

/** A map, and not a list. */
export const isMap = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A text that is not empty. */
export function textAt(value: Fields, key: string): string | null {
  const found = value[key];
  return typeof found === 'string' && found !== '' ? found : null;
}

/** What an object says it is. */
export function identityOf(value: Fields): Identity {
  const metadata = value['metadata'];
  const fields = isMap(metadata) ? metadata : {};
  return {
    apiVersion: textAt(value, 'apiVersion'),
    namespace: textAt(fields, 'namespace'),
    name: textAt(fields, 'name'),
  };
}
