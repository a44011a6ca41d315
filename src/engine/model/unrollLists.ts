import { t } from '../../language/t';
import { entryOf, type MapTree, type Tree } from '../parse/tree';
import type { Range } from '../source';
import { asList, asMap, fieldOf, type Field, type MapField } from './fields';
import type { Problems } from './problems';
import { refuseMisspeltFields } from './unknownFields';

/** An object found in a document: not a list of others. */
interface Found {
  readonly field: MapField;
  /** What a path of the document has before the path of the object: `items[0].`. */
  readonly prefix: string;
  readonly apiVersion: string | null;
  readonly kind: string | null;
}

/**
 * The objects of a document: `kind: List` and typed lists (`PodList`, whose items need not say what they are) are
 * taken apart, also inside each other. What is no object is reported and, as `refused`, told by its range.
 */
export function unrollLists(
  tree: Tree,
  problems: Problems,
): { readonly found: readonly Found[]; readonly refused: readonly Range[] } {
  const found: Found[] = [];
  const refused: Range[] = [];
  const visit = (field: Field, inherited: Pick<Found, 'apiVersion' | 'kind'>): void => {
    const map = field.tree.kind === 'map' ? asMap(field, problems) : null;
    if (map === null) {
      problems.error('not-an-object', field, t`expected an object with apiVersion and kind`);
      refused.push(field.tree.range);
      return;
    }
    const apiVersion = textAt(map, 'apiVersion') ?? inherited.apiVersion;
    const kind = textAt(map, 'kind') ?? inherited.kind;
    const items = kind?.endsWith('List') === true ? fieldOf(map, 'items') : null;
    if (kind !== 'List' && items?.tree.kind !== 'list') {
      const prefix = map.path === '' ? '' : `${map.path}.`;
      found.push({ field: { ...map, path: '', at: markOf(map.tree) }, prefix, apiVersion, kind });
      return;
    }
    const before = problems.count();
    refuseMisspeltFields(map, ['apiVersion', 'kind', 'metadata', 'items'], problems);
    if (problems.count() > before) refused.push(map.tree.range);
    const itemKind = kind === 'List' || kind === null ? null : kind.slice(0, -'List'.length);
    const forItems = { apiVersion: itemKind === null ? null : apiVersion, kind: itemKind };
    const list = items && asList(items, problems);
    if (items !== null && list === null) refused.push(items.tree.range);
    for (const item of list ?? []) visit(item, forItems);
  };
  visit({ tree, path: '', at: tree.range }, { apiVersion: null, kind: null });
  return { found, refused };
}

/** Empty, or something else than a string, is as good as not written. */
function textAt(map: MapField, key: string): string | null {
  const tree = fieldOf(map, key)?.tree;
  return tree?.kind === 'scalar' && typeof tree.value === 'string' && tree.value !== '' ? tree.value : null;
}

/** Where to mark what is missing in an object: its kind, or its first line. */
function markOf(tree: MapTree): Range {
  const kind = entryOf(tree, 'kind');
  return kind?.value.range ?? tree.entries[0]?.keyRange ?? tree.range;
}
