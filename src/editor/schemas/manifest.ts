import { choice, list, object, text, type Schema } from './build';
import { kinds, type Kind } from './kinds';

const LIST = { kind: 'List', apiVersion: 'v1', about: 'Several objects in one document.' };
const dispatched = [...kinds, LIST];

/** The groups and versions of some kinds, each with the kinds it has. */
const apiVersionOf = (entries: readonly Omit<Kind, 'fields'>[]): Schema =>
  choice(
    'The group and version of the API the kind belongs to.',
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
const apiVersionByKind: readonly Schema[] = [
  { if: { required: ['kind'] }, else: { properties: { apiVersion: apiVersionOf(dispatched) } } },
  ...dispatched.map((entry) => ({
    if: { properties: { kind: exactly(entry.kind) }, required: ['kind'] },
    then: { properties: { apiVersion: apiVersionOf([entry]) } },
  })),
];

/** Applies to documents of this kind; a document that has no apiVersion yet counts by its kind alone. */
const whenKind = ({ kind, apiVersion, fields }: Pick<Kind, 'kind' | 'apiVersion' | 'fields'>): Schema => ({
  if: {
    properties: { kind: exactly(kind), apiVersion: exactly(apiVersion) },
    required: ['kind'],
  },
  then: { properties: { ...fields } },
});

/** Any object: which kind it is decides what else it may have. If/then, because oneOf would mix up the kinds. */
const manifest: Schema = {
  type: 'object',
  properties: {
    apiVersion: text('The group and version of the API the kind belongs to.'),
    kind: choice(
      'What the object is.',
      Object.fromEntries(dispatched.map(({ kind, about }) => [kind, about])),
    ),
  },
  allOf: [
    ...apiVersionByKind,
    ...kinds.map(whenKind),
    whenKind({
      ...LIST,
      fields: {
        metadata: object('A list has no name.', { resourceVersion: text('Version of the list.') }),
        items: list('The objects, each with its own `apiVersion` and `kind`.', {
          $ref: '#/definitions/manifest',
        }),
      },
    }),
  ],
};

/** The one schema for every document of every file. */
export const manifestSchema: Schema = {
  definitions: { manifest },
  $ref: '#/definitions/manifest',
};
