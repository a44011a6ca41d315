import { expect, test } from 'vitest';
import type { Schema } from './build';
import { kinds } from './kinds';
import { manifestSchema } from './manifest';

const manifest = manifestSchema().definitions?.['manifest'] ?? {};
const list = { kind: 'List', apiVersion: 'v1' };

const asSchema = (schema: unknown): Schema => (typeof schema === 'object' && schema !== null ? schema : {});

/** Whether a document meets a condition of the kinds used here: required keys, and patterns of strings. */
function meets(document: Readonly<Record<string, string>>, condition: Schema): boolean {
  const required = condition.required ?? [];
  return (
    required.every((key) => key in document) &&
    Object.entries(condition.properties ?? {}).every(([key, schema]) => {
      const { pattern } = asSchema(schema);
      const value = document[key];
      return value === undefined || pattern === undefined || new RegExp(pattern).test(value);
    })
  );
}

/** The fields that the dispatch gives a document. */
function fieldsOf(document: Readonly<Record<string, string>>): Readonly<Record<string, Schema>> {
  const chosen = (manifest.allOf ?? []).map((branch) => {
    const { if: condition, then, else: otherwise } = asSchema(branch);
    return asSchema(meets(document, asSchema(condition)) ? then : otherwise);
  });
  return Object.assign({}, ...chosen.map(({ properties }) => properties ?? {})) as Record<string, Schema>;
}

/** Every schema inside, with where it stands. */
function walk(schema: Schema, at: string): readonly { readonly at: string; readonly schema: Schema }[] {
  const inside = Object.entries(schema.properties ?? {}).map(
    ([key, each]) => [`${at}.${key}`, each] as const,
  );
  const items = schema.items === undefined ? [] : [[`${at}[]`, schema.items] as const];
  return [{ at, schema }, ...[...inside, ...items].flatMap(([where, each]) => walk(asSchema(each), where))];
}

test.each([...kinds(), list])('$kind gets its own fields and its version', ({ kind, apiVersion }) => {
  const own = kinds().find((entry) => entry.kind === kind)?.fields ?? {};
  const fields = fieldsOf({ kind, apiVersion });
  expect(fields).toMatchObject(own);
  expect(Object.keys(fields)).toEqual(expect.arrayContaining(['apiVersion', 'metadata']));
  expect(fields['apiVersion']?.enum).toEqual([apiVersion]);
});

test('a document without an apiVersion goes by its kind', () => {
  expect(fieldsOf({ kind: 'Service' })).toEqual(fieldsOf({ kind: 'Service', apiVersion: 'v1' }));
});

test('a kind under another apiVersion gets no fields, only the right apiVersion', () => {
  expect(Object.keys(fieldsOf({ kind: 'Ingress', apiVersion: 'extensions/v1beta1' }))).toEqual([
    'apiVersion',
  ]);
  // The dot of a version is a dot.
  expect(Object.keys(fieldsOf({ kind: 'Ingress', apiVersion: 'networkingxk8s.io/v1' }))).toEqual([
    'apiVersion',
  ]);
});

test('a document without a kind is offered every version and every kind', () => {
  const versions = [...new Set(kinds().map(({ apiVersion }) => apiVersion))];
  expect(new Set(fieldsOf({})['apiVersion']?.enum)).toEqual(new Set(versions));
  expect(asSchema(manifest.properties?.['kind']).enum).toEqual([...kinds().map(({ kind }) => kind), 'List']);
});

test('no condition offers itself as a completion', () => {
  const conditions = (manifest.allOf ?? []).map((branch) => asSchema(asSchema(branch).if));
  const offered = conditions.flatMap(({ properties }) =>
    Object.values(properties ?? {}).filter((schema) => {
      const { const: constant, enum: words, doNotSuggest } = asSchema(schema);
      return constant !== undefined || words !== undefined || doNotSuggest !== true;
    }),
  );
  expect(offered).toEqual([]);
});

test.each(kinds())('every field of $kind says what it means', ({ kind, fields }) => {
  const silent = walk({ properties: { ...fields } }, kind)
    .slice(1)
    .filter(({ schema }) => (schema.markdownDescription ?? '') === '');
  expect(silent.map(({ at }) => at)).toEqual([]);
});

test('the fields of a network policy are all there', () => {
  const policy = kinds().find(({ kind }) => kind === 'NetworkPolicy');
  const known = walk(policy?.fields['spec'] ?? {}, 'spec').map(({ at }) => at);
  for (const field of [
    'spec.podSelector.matchLabels',
    'spec.podSelector.matchExpressions[].operator',
    'spec.policyTypes[]',
    'spec.ingress[].from[].namespaceSelector.matchExpressions[].values[]',
    'spec.ingress[].from[].ipBlock.except[]',
    'spec.ingress[].ports[].endPort',
    'spec.egress[].to[].podSelector.matchLabels',
    'spec.egress[].ports[].protocol',
  ]) {
    expect(known).toContain(field);
  }
});
