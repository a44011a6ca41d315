import { t } from '../../language/t';
import { choice, list, object, text, type Schema } from './build';
import { kinds, type Kind } from './kinds';

const listKind = (): Kind => ({
  kind: 'List',
  apiVersion: 'v1',
  about: t`Several objects in one document.`,
  fields: {
    metadata: object(t`A list has no name.`, { resourceVersion: text(t`Version of the list.`) }),
    items: list(t`The objects, each with its own \`apiVersion\` and \`kind\`.`, {
      $ref: '#/definitions/manifest',
    }),
  },
});

/** The groups and versions of some kinds, each with the kinds it has. */
const apiVersionOf = (entries: readonly Kind[]): Schema =>
  choice(
    t`The group and version of the API the kind belongs to.`,
    Object.fromEntries(
      entries.map(({ apiVersion }) => [
        apiVersion,
        entries
          .filter((entry) => entry.apiVersion === apiVersion)
          .map(({ kind }) => kind)
          .join(', '),
      ]),
    ),
  );

/** For conditions. Written as a pattern, because the YAML worker would offer a `const` as a completion. */
const exactly = (word: string): Schema => ({
  pattern: `^${word.replaceAll('.', '\\.')}$`,
  doNotSuggest: true,
});

/** A document that says its kind is offered the one version that goes with it. */
const apiVersionByKind = (dispatched: readonly Kind[]): readonly Schema[] => [
  { if: { required: ['kind'] }, else: { properties: { apiVersion: apiVersionOf(dispatched) } } },
  ...dispatched.map((entry) => ({
    if: { properties: { kind: exactly(entry.kind) }, required: ['kind'] },
    then: { properties: { apiVersion: apiVersionOf([entry]) } },
  })),
];

/** Applies to documents of this kind; a document that has no apiVersion yet counts by its kind alone. */
const whenKind = ({ kind, apiVersion, fields }: Kind): Schema => ({
  if: {
    properties: { kind: exactly(kind), apiVersion: exactly(apiVersion) },
    required: ['kind'],
  },
  then: { properties: { ...fields } },
});

/** Any object: which kind it is decides what else it may have. If/then, because oneOf would mix up the kinds. */
function manifest(): Schema {
  const dispatched = [...kinds(), listKind()];
  return {
    type: 'object',
    properties: {
      apiVersion: text(t`The group and version of the API the kind belongs to.`),
      kind: choice(
        t`What the object is.`,
        Object.fromEntries(dispatched.map(({ kind, about }) => [kind, about])),
      ),
    },
    allOf: [...apiVersionByKind(dispatched), ...dispatched.map(whenKind)],
  };
}

/** The one schema for every document of every file. */
export const manifestSchema = (): Schema => ({
  definitions: { manifest: manifest() },
  $ref: '#/definitions/manifest',
});
