import type { DecodedObject } from '../../model/objects';
import type { NetworkPolicy, PolicyType } from '../../model/policy';
import { entryOf, type ListTree, type MapTree, type Tree } from '../../parse/tree';
import type { DocumentFix, Inquiry } from '../check';
import { fixOf, type Edits, type Sheet } from '../edit';
import type { PlacedRule } from './rules';

/** A fix of an object's text, if there is a way to write it. */
export function fixIn(
  ask: Inquiry,
  object: DecodedObject,
  title: string,
  edit: (sheet: Sheet, tree: MapTree) => Edits | null,
): readonly DocumentFix[] {
  const sheet = ask.sheet(object);
  const tree = ask.tree(object);
  return (sheet && tree ? fixOf(title, edit(sheet, tree)) : []).map((fix) => ({ ...fix, object }));
}

/** A fix of a policy's rule. */
export function fixInRule(
  ask: Inquiry,
  policy: NetworkPolicy,
  { type, index }: PlacedRule,
  title: string,
  edit: (sheet: Sheet, rule: MapTree) => Edits | null,
): readonly DocumentFix[] {
  return fixIn(ask, policy, title, (sheet, tree) => {
    const rule = ruleIn(tree, type, index);
    return rule && edit(sheet, rule);
  });
}

/** The map that is the value of `key`. */
export function mapIn(tree: Tree | null | undefined, key: string): MapTree | null {
  const value = tree?.kind === 'map' ? entryOf(tree, key)?.value : undefined;
  return value?.kind === 'map' ? value : null;
}

/** The list that is the value of `key`. */
export function listIn(tree: Tree | null | undefined, key: string): ListTree | null {
  const value = tree?.kind === 'map' ? entryOf(tree, key)?.value : undefined;
  return value?.kind === 'list' ? value : null;
}

/** The item of a list, if it is a map. */
export function itemOf(list: ListTree | null, index: number): MapTree | null {
  const item = list?.items[index];
  return item?.kind === 'map' ? item : null;
}

/** Where a policy's rule is written. */
export function ruleIn(root: Tree | null, type: PolicyType, index: number): MapTree | null {
  return itemOf(listIn(mapIn(root, 'spec'), type === 'Ingress' ? 'ingress' : 'egress'), index);
}

/** The key under which a rule lists its peers. */
export function peersKey(type: PolicyType): 'from' | 'to' {
  return type === 'Ingress' ? 'from' : 'to';
}
