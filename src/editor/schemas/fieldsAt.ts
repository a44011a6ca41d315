import type { Fields, Schema } from './build';
import { kinds } from './kinds';

/** The fields that can be written below a path of keys in an object of this kind. */
export interface FieldsAt {
  readonly fields: Fields;
  /** True when they belong to entries of a list, each of which starts with a dash. */
  readonly inList: boolean;
}

const onlySchema = (schema: Schema['items']): Schema | undefined =>
  typeof schema === 'object' && !Array.isArray(schema) ? schema : undefined;

/** Null where the schema knows no fields: free labels, plain values, kinds without a schema. */
export function fieldsAt(objectKind: string, path: readonly string[]): FieldsAt | null {
  let at: Schema | undefined = {
    properties: { ...kinds().find(({ kind }) => kind === objectKind)?.fields },
  };
  let inList = false;
  for (const key of path) {
    const next: Schema | undefined = onlySchema(at.properties?.[key]);
    inList = next?.type === 'array';
    at = inList ? onlySchema(next?.items) : next;
    if (!at) return null;
  }
  const fields = Object.entries(at.properties ?? {}).flatMap(([name, schema]) =>
    typeof schema === 'object' ? [[name, schema] as const] : [],
  );
  return fields.length === 0 ? null : { fields: Object.fromEntries(fields), inList };
}
