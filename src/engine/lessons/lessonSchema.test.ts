import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { lessonLevels } from './lesson';
import { headKeys, readHead } from './readHead';

/** The part of JSON Schema that the schema is written in. */
interface Schema {
  readonly $ref?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly type?: 'string' | 'integer' | 'array' | 'object';
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly items?: Schema;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: false;
  readonly definitions?: Readonly<Record<string, Schema>>;
}

const schema = JSON.parse(
  readFileSync(new URL('../../../docs/lesson.schema.json', import.meta.url), 'utf8'),
) as Schema;

function fits(value: unknown, one: Schema): boolean {
  if (one.$ref !== undefined)
    return fits(value, schema.definitions?.[one.$ref.replace('#/definitions/', '')] ?? { enum: [] });
  if (one.anyOf) return one.anyOf.some((choice) => fits(value, choice));
  if (one.enum) return one.enum.includes(value);
  if ('const' in one) return value === one.const;
  switch (one.type) {
    case 'string':
      return (
        typeof value === 'string' &&
        new RegExp(one.pattern ?? '').test(value) &&
        value.length <= (one.maxLength ?? Infinity)
      );
    case 'integer':
      return (
        Number.isInteger(value) && Number(value) >= (one.minimum ?? 0) && Number(value) <= (one.maximum ?? 0)
      );
    case 'array': {
      const { items = {}, minItems = 0 } = one;
      return Array.isArray(value) && value.length >= minItems && value.every((item) => fits(item, items));
    }
    case 'object': {
      const { required = [], properties = {}, additionalProperties } = one;
      return (
        typeof value === 'object' &&
        value !== null &&
        required.every((key) => key in value) &&
        Object.entries(value).every(([key, part]) => {
          const own = properties[key];
          return own ? fits(part, own) : additionalProperties !== false;
        })
      );
    }
    case undefined:
      break;
  }
  throw new Error(`The test does not know ${JSON.stringify(one)}.`);
}

/** What the parser and the schema think of a head. */
function verdicts(head: string): { readonly parser: boolean; readonly schema: boolean } {
  let errors = 0;
  readHead(head, 0, (_code, _range, _message, severity = 'error') => {
    if (severity === 'error') errors++;
  });
  return { parser: errors === 0, schema: fits(parse(head), schema) };
}

const right = { parser: true, schema: true };
const wrong = { parser: false, schema: false };

const lines: readonly string[] = [
  'lesson: 1',
  'id: one-client',
  'title: One client',
  'summary: Closed for all but one.',
  'language: pt-BR',
  'level: exam',
  'minutes: 5',
  'concepts: [ingress]',
  'cni: { start: none, solution: spec }',
  'goals: [{ allow: { from: shop/web, to: shop/db, port: [80, UDP/53] }, name: In }]',
  'hints: [Look]',
  'tolerate: [{ allow: { from: any pod, to: shop/db, port: 80 } }]',
];
const keyOf = (line: string): string => line.split(':', 1)[0] ?? '';
const headWith = (line: string): string =>
  lines.map((one) => (keyOf(one) === keyOf(line) ? line : one)).join('\n');

describe('the schema of the head', () => {
  it('knows the keys and the levels there are', () => {
    expect(Object.keys(schema.properties ?? {}).sort()).toEqual([...headKeys].sort());
    expect(lines.map(keyOf).sort()).toEqual([...headKeys].sort());
    expect(schema.properties?.['level']?.enum).toEqual(lessonLevels);
  });

  it.each(headKeys)('requires %s if the parser does', (key) => {
    const isFree = schema.required?.includes(key) !== true;
    expect(verdicts(lines.filter((line) => keyOf(line) !== key).join('\n'))).toEqual(isFree ? right : wrong);
  });

  const folder = new URL('../../lessons/curriculum/', import.meta.url);
  it.each(readdirSync(folder).filter((name) => name.endsWith('.md')))('takes the head of %s', (name) => {
    const [, head = ''] = readFileSync(new URL(name, folder), 'utf8').split(/^---$/m);
    expect(verdicts(head)).toEqual(right);
  });

  it.each([
    ...['level: first steps', 'minutes: 240', 'language: de', 'concepts: []', 'cni: { start: cilium }'],
    ...['spec', 'cilium', 'none'].map((name) => `cni: ${name}`),
    'goals: [{ block: { from: outside, to: namespace shop } }]',
  ])('takes %s', (line) => {
    expect(verdicts(headWith(line))).toEqual(right);
  });

  it.each([
    ...['lesson: 2', 'id: One Client', `id: ${'a'.repeat(61)}`, 'title: ""', 'title: 5'],
    ...['language: German', 'language: de_AT', 'level: hard', 'cni: calico', 'cni: { end: spec }'],
    ...['minutes: 0', 'minutes: 241', 'minutes: five', 'minutes: 1.5', 'hints: Look', 'hints: [[Look]]'],
    ...['goals: []', 'goals: [{ allow: { from: shop/web } }]', 'goals: [{ name: In }]'],
    'goals: [{ allow: { from: shop/web, to: shop/db, ports: 80 } }]',
    'goals: [{ allow: { from: shop/web, to: shop/db, port: 70000 } }]',
    'goals: [{ allow: { from: a/b, to: a/c }, block: { from: a/b, to: a/c } }]',
    'tolerate: [{ block: { from: any pod, to: shop/db } }]',
    'lesson: 1\nlevle: exam',
  ])('refuses %s', (line) => {
    expect(verdicts(headWith(line))).toEqual(wrong);
  });
});
