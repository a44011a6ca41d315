import { t } from '../../language/t';
import type { Head } from './head';
import { countWords, isClusterWide, sortOf, type Sort } from './kinds';

/** The objects of one kind in one namespace, by their places in the index. */
export interface KindGroup {
  readonly key: string;
  readonly kind: string;
  readonly positions: readonly number[];
}

/** A namespace, what is in no namespace, or what cannot be read. */
export interface NamespaceGroup {
  readonly key: string;
  readonly title: string;
  readonly size: number;
  /** `42 pods, 8 workloads`; empty where kinds say it better. */
  readonly counts: string;
  /** Empty when the objects stand directly below the namespace: nothing is known of them. */
  readonly kinds: readonly KindGroup[];
  readonly loose: readonly number[];
}

const CLUSTER_WIDE = 'c';
const UNREADABLE = 'u';

/** Where an object without a namespace is: the API server's own default. */
const DEFAULT_NAMESPACE = 'default';

const namespaceKey = (head: Head): string => {
  if (head.kind === '') return UNREADABLE;
  return isClusterWide(head.kind) ? CLUSTER_WIDE : `n:${head.namespace || DEFAULT_NAMESPACE}`;
};

/** The keys of the rows above an object, outermost first. */
export function ancestorKeys(head: Head): readonly string[] {
  const namespace = namespaceKey(head);
  return head.kind === '' ? [namespace] : [namespace, `${namespace}/${head.kind}`];
}

/** Compares as people sort: `web-2` before `web-10`. Numbers are padded, because a collator is far slower. */
const sortKey = (name: string): string => name.replace(/\d+/g, (digits) => digits.padStart(12, '0'));

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const sorted = new WeakMap<KindGroup, readonly number[]>();

/** The objects of a group by name. Done when somebody looks: most groups are closed. */
export function sortedPositions(group: KindGroup, heads: readonly Head[]): readonly number[] {
  const known = sorted.get(group);
  if (known) return known;
  const positions = group.positions
    .map((position) => ({ position, key: sortKey(heads[position]?.name ?? '') }))
    .sort((a, b) => byText(a.key, b.key) || a.position - b.position)
    .map(({ position }) => position);
  sorted.set(group, positions);
  return positions;
}

/** The objects of the index, or those that are asked for, by namespace and kind. */
export function groupObjects(
  heads: readonly Head[],
  positions: Iterable<number> = heads.keys(),
): readonly NamespaceGroup[] {
  const namespaces = new Map<string, Map<string, number[]>>();
  for (const position of positions) {
    const head = heads[position];
    if (!head) continue;
    const key = namespaceKey(head);
    let kinds = namespaces.get(key);
    if (!kinds) namespaces.set(key, (kinds = new Map<string, number[]>()));
    const group = kinds.get(head.kind);
    if (group) group.push(position);
    else kinds.set(head.kind, [position]);
  }
  return [...namespaces]
    .map(([key, kinds]) => namespaceGroup(key, kinds))
    .sort((a, b) => rank(a) - rank(b) || byText(sortKey(a.title), sortKey(b.title)));
}

const rank = ({ key }: NamespaceGroup): number => (key === UNREADABLE ? 0 : key === CLUSTER_WIDE ? 1 : 2);

function namespaceGroup(key: string, kinds: ReadonlyMap<string, readonly number[]>): NamespaceGroup {
  let size = 0;
  const counts: Partial<Record<Sort, number>> = {};
  for (const [kind, positions] of kinds) {
    size += positions.length;
    counts[sortOf(kind)] = (counts[sortOf(kind)] ?? 0) + positions.length;
  }
  if (key === UNREADABLE) {
    return { key, title: t`Not recognised`, size, counts: '', kinds: [], loose: kinds.get('') ?? [] };
  }
  const groups = [...kinds]
    .map(([kind, positions]) => ({ key: `${key}/${kind}`, kind, positions }))
    .sort((a, b) => byText(a.kind, b.kind));
  if (key === CLUSTER_WIDE)
    return { key, title: t`Cluster-wide`, size, counts: '', kinds: groups, loose: [] };
  return { key, title: key.slice(2), size, counts: countWords(counts), kinds: groups, loose: [] };
}
