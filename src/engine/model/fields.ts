import { t } from '../../language/t';
import { entryOf, type MapTree, type ScalarTree, type Tree } from '../parse/tree';
import type { Range } from '../source';
import { legacyReading } from './legacyYaml';
import type { Problems, Spot } from './problems';

/** A value of an object, where it stands, and where to mark what is wrong with it or missing in it. */
export interface Field extends Spot {
  readonly tree: Tree;
}

export interface MapField extends Field {
  readonly tree: MapTree;
}

/** The field `key` of a map; null when it is absent or written as null, which the server takes as not written. */
export function fieldOf(map: MapField, key: string): Field | null {
  const entry = entryOf(map.tree, key);
  if (!entry || (entry.value.kind === 'scalar' && entry.value.value === null)) return null;
  return { tree: entry.value, path: pathOf(map, key), at: markOf(entry.value, entry.keyRange) };
}

/** Where to mark that `key` is missing. */
export function spotOf(map: MapField, key: string): Spot {
  const entry = entryOf(map.tree, key);
  return { path: pathOf(map, key), at: entry ? markOf(entry.value, entry.keyRange) : map.at };
}

export function mapAt(map: MapField, key: string, problems: Problems): MapField | null {
  const field = fieldOf(map, key);
  return field && asMap(field, problems);
}

/** The items of a list; none when it is absent, null, or no list. */
export function listAt(map: MapField, key: string, problems: Problems): readonly Field[] {
  const field = fieldOf(map, key);
  return (field && asList(field, problems)) ?? [];
}

export function stringAt(map: MapField, key: string, problems: Problems): string | null {
  const field = fieldOf(map, key);
  return field && asString(field, problems);
}

/** A string that is not empty; null stands for both empty and absent, which mean the same where this is used. */
export function textAt(map: MapField, key: string, problems: Problems): string | null {
  const text = stringAt(map, key, problems);
  return text === '' ? null : text;
}

export function integerAt(map: MapField, key: string, problems: Problems): number | null {
  const field = fieldOf(map, key);
  return field && asInteger(field, problems);
}

/** false when it is absent, as for every boolean read here. */
export function booleanAt(map: MapField, key: string, problems: Problems): boolean {
  const field = fieldOf(map, key);
  return field !== null && asBoolean(field, problems);
}

/** A null item of a list is an empty object to the server's decoder. */
export function asMap(field: Field, problems: Problems): MapField | null {
  const { tree } = field;
  if (tree.kind === 'map') return { ...field, tree };
  if (isNull(tree)) return { ...field, tree: { kind: 'map', range: tree.range, entries: [] } };
  return wrongType(field, 'object', problems);
}

export function asList(field: Field, problems: Problems): readonly Field[] | null {
  const { tree, path } = field;
  if (tree.kind !== 'list') return wrongType(field, 'array', problems);
  return tree.items.map((item, index) => ({ tree: item, path: `${path}[${String(index)}]`, at: item.range }));
}

/**
 * null in the place of a string is the empty string to the server. `ownPath` is for values whose faults the server
 * tells by the path of what is around them.
 */
export function asString(field: Field, problems: Problems, ownPath = field.path): string | null {
  const { tree } = field;
  if (isNull(tree)) return '';
  const legacy = tree.kind === 'scalar' ? legacyReading(tree) : null;
  if (typeof legacy === 'string') return legacy;
  const isText = tree.kind === 'scalar' && typeof tree.value === 'string' && typeof legacy !== 'number';
  if (!isText) return wrongType(field, 'string', problems);
  if (legacy !== null) {
    const { source } = tree;
    problems.warn(
      'yaml-1.1-word',
      { path: ownPath, at: field.at },
      t`kubectl reads the unquoted ${source} as a boolean: write "${source}"`,
      JSON.stringify(source),
    );
  }
  return tree.value;
}

/** An int32 as the server's decoder takes it: `80.0` and `1e3` are no integers. */
export function asInteger(field: Field, problems: Problems): number | null {
  const { tree } = field;
  const value = tree.kind === 'scalar' ? integerOf(tree) : null;
  if (value === null || Math.abs(value) > 0x7fffffff) return wrongType(field, 'int32', problems);
  if (tree.kind === 'scalar' && legacyReading(tree) !== null) {
    problems.warn('yaml-1.1-word', field, t`kubectl reads ${tree.source} as ${value}`);
  }
  return value;
}

/** False also when it is no boolean: that was reported. */
function asBoolean(field: Field, problems: Problems): boolean {
  const { tree } = field;
  const value = tree.kind === 'scalar' ? (legacyReading(tree) ?? tree.value) : null;
  if (typeof value === 'boolean') return value;
  wrongType(field, 'bool', problems);
  return false;
}

/** A number or a name, as for ports; null when it is neither: that was reported. */
export function asIntegerOrString(field: Field, problems: Problems): number | string | null {
  const { tree } = field;
  if (tree.kind !== 'scalar') return asInteger(field, problems);
  const legacy = legacyReading(tree);
  const isText = typeof legacy === 'string' || (typeof tree.value === 'string' && typeof legacy !== 'number');
  return isText ? asString(field, problems) : asInteger(field, problems);
}

/** The API server's decoder refuses the value. */
function wrongType(field: Field, expected: string, problems: Problems): null {
  const { tree } = field;
  const quoted = expected === 'string' && tree.kind === 'scalar' ? JSON.stringify(tree.source) : undefined;
  const refused = `json: cannot unmarshal ${typeName(tree)} into Go value of type ${expected}`;
  const message = quoted === undefined ? refused : t`${refused} (write ${quoted})`;
  problems.error('wrong-type', field, message, quoted);
  return null;
}

function isNull(tree: Tree): tree is ScalarTree & { readonly value: null } {
  return tree.kind === 'scalar' && tree.value === null;
}

function integerOf(scalar: ScalarTree): number | null {
  const value = legacyReading(scalar) ?? scalar.value;
  const isFractional = /^[-+\d_.]*[.eE]/.test(scalar.source);
  return typeof value === 'number' && Number.isInteger(value) && !isFractional ? value : null;
}

function typeName(tree: Tree): string {
  switch (tree.kind) {
    case 'map':
      return 'object';
    case 'list':
      return 'array';
    case 'scalar':
      if (typeof (legacyReading(tree) ?? tree.value) === 'number') return `number ${tree.source}`;
      return typeof tree.value === 'boolean' ? 'bool' : tree.value === null ? 'null' : 'string';
  }
}

export function pathOf(map: MapField, key: string): string {
  return map.path === '' ? key : `${map.path}.${key}`;
}

/** A scalar is marked itself; of a collection, which may be long, the key is. */
export function markOf(value: Tree, keyRange: Range): Range {
  return value.kind === 'scalar' && value.range.end > value.range.start ? value.range : keyRange;
}
