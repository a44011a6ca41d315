import type { JSONSchema } from 'monaco-yaml';
import { t } from '../../language/t';

/** A JSON schema as the YAML language worker reads it. Descriptions are Markdown and appear on hover. */
export type Schema = JSONSchema;
/** The fields of one object. */
export type Fields = Readonly<Record<string, Schema>>;

/** A string. */
export const text = (about: string): Schema => ({ type: 'string', markdownDescription: about });

/** True or false. */
export const flag = (about: string): Schema => ({ type: 'boolean', markdownDescription: about });

/** A whole number. */
export const count = (about: string): Schema => ({ type: 'integer', markdownDescription: about });

/** A port number. */
export const portNumber = (about: string): Schema => ({ ...count(about), minimum: 1, maximum: 65_535 });

/** A port number, or the name a container gives its port. */
export const portOrName = (about: string): Schema => ({
  type: ['integer', 'string'],
  markdownDescription: about,
});

/** One of a few words, each with what it means. */
export const choice = (about: string, words: Readonly<Record<string, string>>): Schema => ({
  type: 'string',
  enum: Object.keys(words),
  markdownEnumDescriptions: Object.values(words),
  markdownDescription: about,
});

/** A list whose entries all look alike. */
export const list = (about: string, items: Schema): Schema => ({
  type: 'array',
  items,
  markdownDescription: about,
});

/** An object with known fields and no others. */
export const object = (about: string, fields: Fields): Schema => ({
  type: 'object',
  properties: { ...fields },
  additionalProperties: false,
  markdownDescription: about,
});

/** Free keys, each with a string: labels, annotations. */
export const stringMap = (about: string): Schema => ({
  type: 'object',
  additionalProperties: { type: 'string' },
  markdownDescription: about,
});

export const protocol = (): Schema =>
  choice(t`The protocol. \`TCP\` when absent, never "any".`, {
    TCP: t`Used when the field is absent.`,
    UDP: t`DNS needs it on port 53.`,
    SCTP: t`Only where the network plugin supports it.`,
  });
