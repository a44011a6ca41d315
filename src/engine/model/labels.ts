import { t } from '../../language/t';
import { asString, markOf, pathOf, type MapField } from './fields';
import { legacyKey } from './legacyYaml';
import type { Labels } from './objects';
import { invalid, type Problems } from './problems';
import { checkLabelValue, checkQualifiedName } from './validateNames';
import type { Range } from '../source';

/** One `key: value` of a map of strings. */
interface StringEntry {
  readonly key: string;
  readonly keyRange: Range;
  readonly value: string;
  /** Where to mark what is wrong with the value. */
  readonly valueRange: Range;
  /** Of key and value. */
  readonly range: Range;
}

/** The entries of a map whose values must be strings; others are reported and left out, null is "". */
export function stringEntries(map: MapField, problems: Problems): readonly StringEntry[] {
  return map.tree.entries.flatMap(({ key, keyRange, value: tree }) => {
    const valueRange = markOf(tree, keyRange);
    const value = asString({ tree, path: map.path, at: valueRange }, problems, pathOf(map, key));
    const range = { start: keyRange.start, end: Math.max(keyRange.end, tree.range.end) };
    return value === null ? [] : [{ key, keyRange, value, range, valueRange }];
  });
}

/** A map of labels, whose keys and values follow the rules for labels. The server names the map, not the entry. */
export function labelEntries(map: MapField, problems: Problems): readonly StringEntry[] {
  const entries = stringEntries(map, problems);
  for (const entry of map.tree.entries) {
    const { key, keyRange } = entry;
    const legacy = legacyKey(entry);
    if (legacy !== null) {
      const spot = { path: pathOf(map, key), at: keyRange };
      const quoted = JSON.stringify(key);
      const message = t`kubectl reads the unquoted key ${key} as "${legacy}": write ${quoted}`;
      problems.warn('yaml-1.1-word', spot, message, quoted);
    }
    invalid(problems, { path: map.path, at: keyRange }, key, checkQualifiedName(key));
  }
  for (const { value, valueRange } of entries) {
    invalid(problems, { path: map.path, at: valueRange }, value, checkLabelValue(value));
  }
  return entries;
}

export function decodeLabels(map: MapField | null, problems: Problems): Labels {
  if (map === null) return new Map();
  return new Map(labelEntries(map, problems).map(({ key, value }) => [key, value]));
}
