import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { fieldsAt } from './schemas/fieldsAt';
import { kinds } from './schemas/kinds';
import { documentTemplates } from './templates';

const written = (body: string): unknown => parse(body.replaceAll(/\$\{\d+:([^}]*)\}/g, '$1'));

/** Every key that is written, with the keys above it; lists do not count as a level. */
function paths(value: unknown, above: readonly string[] = []): readonly (readonly string[])[] {
  if (Array.isArray(value)) return value.flatMap((item) => paths(item, above));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => [[...above, key], ...paths(below, [...above, key])]);
}

test.each(documentTemplates())('$label is a manifest of a known kind', ({ body }) => {
  const manifest = written(body);
  expect(kinds()).toContainEqual(
    expect.objectContaining({
      kind: (manifest as { kind: unknown }).kind,
      apiVersion: (manifest as { apiVersion: unknown }).apiVersion,
    }),
  );
});

test.each(documentTemplates())('$label has only fields the schema knows', ({ body }) => {
  const manifest = written(body);
  const kind = String((manifest as { kind: unknown }).kind);
  const free = ['matchLabels', 'labels', 'selector'];
  const unknown = paths(manifest)
    .filter((path) => !['apiVersion', 'kind'].includes(path[0] ?? ''))
    .filter((path) => !free.includes(path.at(-2) ?? '') || path.at(-1) === 'matchLabels')
    .filter((path) => !((path.at(-1) ?? '') in (fieldsAt(kind, path.slice(0, -1))?.fields ?? {})));
  expect(unknown).toEqual([]);
});

test.each(documentTemplates())('$label can be told from the others', ({ label }) => {
  expect(documentTemplates().filter((template) => template.label === label)).toHaveLength(1);
});
