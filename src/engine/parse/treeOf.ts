import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Alias,
  type Node,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { t } from '../../language/t';
import type { DiagnosticCode, Report } from '../diagnostic';
import type { Range } from '../source';
import { duplicateKey } from './duplicateKey';
import { MAX_ALIASED_NODES } from './limits';
import type { ListTree, MapEntry, MapTree, ScalarTree, Tree } from './tree';

/**
 * Turns the yaml package's nodes into a Tree. What an alias stands for is shared, not copied; it gets the alias's
 * range, its inner nodes keep the range where they are written. null: something in it makes the document unusable.
 */
export function treeOf(root: Node, text: string, report: Report): Tree | null {
  const build: Build = { text, report, anchors: new Map(), steps: [], nodes: 0, aliased: 0, broken: false };
  const tree = convert(root, build);
  return build.broken ? null : tree;
}

interface Build {
  readonly text: string;
  readonly report: Report;
  /** What is still being built is null: an alias to it would contain itself. */
  readonly anchors: Map<string, { readonly tree: Tree; readonly size: number } | null>;
  /** Where what is being built stands. */
  readonly steps: (string | number)[];
  /** Nodes built so far, each alias counted with all it stands for. */
  nodes: number;
  aliased: number;
  broken: boolean;
}

function convert(node: unknown, build: Build): Tree {
  if (isAlias(node)) return resolve(node, build);
  const before = build.nodes++;
  if (!isScalar(node) && !isMap(node) && !isSeq(node)) return nothing(rangeOf(node, build));
  const { anchor } = node;
  if (anchor !== undefined) build.anchors.set(anchor, null);
  const tree = isMap(node) ? map(node, build) : isSeq(node) ? list(node, build) : scalar(node, build);
  if (anchor !== undefined) build.anchors.set(anchor, { tree, size: build.nodes - before });
  return tree;
}

function convertAt(step: string | number, node: unknown, build: Build): Tree {
  build.steps.push(step);
  const tree = convert(node, build);
  build.steps.pop();
  return tree;
}

function scalar(node: Scalar, build: Build): ScalarTree {
  const range = rangeOf(node, build);
  const source = build.text.slice(range.start, range.end);
  const { value } = node;
  const known =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null;
  return {
    kind: 'scalar',
    range,
    value: known ? value : source,
    source,
    plain: node.type === 'PLAIN' && node.tag === undefined,
  };
}

function list(node: YAMLSeq, build: Build): ListTree {
  const items = node.items.map((item, index) => convertAt(index, item, build));
  const { start, end } = rangeOf(node, build);
  // A block list's own range runs on to the next content, over blank lines and comments.
  const last = node.flow === true ? end : (items.at(-1)?.range.end ?? end);
  return { kind: 'list', range: { start, end: Math.max(start, last) }, items };
}

function map(node: YAMLMap, build: Build): MapTree {
  const entries = new Map<string, MapEntry>();
  const merged: MapTree[] = [];
  const { start, end } = rangeOf(node, build);
  let last = start;
  for (const pair of node.items) {
    const keyTree = convert(pair.key, build);
    const keyRange = keyTree.range;
    const step = keyTree.kind === 'scalar' ? String(keyTree.value) : '';
    const value = convertAt(step, pair.value, build);
    last = Math.max(last, keyRange.end, value.range.end);
    if (keyTree.kind !== 'scalar' || keyTree.value === null) {
      fail(build, 'yaml-syntax', t`a map key must be a string`, keyRange);
    } else if (keyTree.plain && keyTree.source === '<<') {
      merged.push(...mergedMaps(value, build));
    } else {
      if (entries.delete(step)) build.report(duplicateKey([...build.steps, step], keyRange));
      entries.set(step, { key: step, keyRange, value });
    }
  }
  // What is written in the map itself wins, then the map that is merged first.
  for (const entry of merged.flatMap((from) => from.entries)) {
    if (!entries.has(entry.key)) entries.set(entry.key, entry);
  }
  return {
    kind: 'map',
    range: { start, end: node.flow === true ? end : last },
    entries: [...entries.values()],
  };
}

function mergedMaps(value: Tree, build: Build): readonly MapTree[] {
  const sources = value.kind === 'list' ? value.items : [value];
  const maps = sources.filter((source) => source.kind === 'map');
  if (maps.length < sources.length) {
    fail(build, 'yaml-syntax', 'map merge requires map or sequence of maps as the value', value.range);
  }
  return maps;
}

function resolve(alias: Alias, build: Build): Tree {
  const range = rangeOf(alias, build);
  const target = build.anchors.get(alias.source);
  if (target === undefined) return refuse(build, `unknown anchor '${alias.source}' referenced`, range);
  if (target === null) return refuse(build, `anchor '${alias.source}' value contains itself`, range);
  build.nodes += target.size;
  build.aliased += target.size;
  if (build.aliased > MAX_ALIASED_NODES) return refuse(build, 'document contains excessive aliasing', range);
  return { ...target.tree, range };
}

function refuse(build: Build, message: string, range: Range): ScalarTree {
  fail(build, 'yaml-alias', message, range);
  return nothing(range);
}

/** Only the first is told: the ones after it often follow from it. */
function fail(build: Build, code: DiagnosticCode, message: string, range: Range): void {
  if (!build.broken) build.report({ code, severity: 'error', message, path: '', range });
  build.broken = true;
}

function nothing(range: Range): ScalarTree {
  return { kind: 'scalar', range, value: null, source: '', plain: true };
}

/** Without the line break that ends a block scalar. */
function rangeOf(node: unknown, build: Build): Range {
  const range = isAlias(node) || isScalar(node) || isMap(node) || isSeq(node) ? node.range : null;
  if (!range) return { start: 0, end: 0 };
  const [start] = range;
  let end = Math.min(range[1], build.text.length);
  while (end > start && (build.text[end - 1] === '\n' || build.text[end - 1] === '\r')) end--;
  return { start, end };
}
