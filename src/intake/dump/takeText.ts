import type { Tally } from '../droppedCounts';
import { parseYaml, projectTokens, projectValid, type ParsedYaml, type Projection } from '../project';
import { clusterObject } from './clusterObject';
import type { Collection } from './collection';
import { headOf, type Inherited } from './inherited';
import { identityOf, isMap, textAt, type Fields } from './objectFields';
import { relevanceOf } from './relevance';
import { keepUnreadable, mayBePolicy } from './unreadable';

/** The slow way, for every style there is. */
export function takeText(text: string, inherited: Inherited | null, into: Collection): void {
  const parsed = parsedOf(text);
  const value = parsed === null ? undefined : valueOf(parsed);
  if (value === undefined || (value !== null && !isMap(value))) {
    keepUnreadable(text, into);
    return;
  }
  if (value === null) return;
  const kind = textAt(value, 'kind') ?? inherited?.kind ?? '';
  const head =
    textAt(value, 'kind') === null && inherited
      ? headOf(inherited, textAt(value, 'apiVersion') !== null)
      : [];
  const whole = [...head, text].join('\n');
  const known = head.length === 0 && parsed !== null ? parsed : undefined;
  const relevance = kind === '' ? null : relevanceOf(textAt(value, 'apiVersion'), kind);
  if (kind === '' || kind.endsWith('List')) takeMixed(kind, whole, value, into);
  else if (relevance === 'none') into.leaveOut(kind);
  else if (relevance === 'policy') keepPolicy(kind, whole, into, known);
  else {
    const projected = projectValid(whole, known);
    if (projected === null) keepUnreadable(whole, into);
    else keepCluster(kind, value, projected, into);
  }
}

/**
 * The same for an object of the cluster of which the tally counts what is left out already, `pruned` holds the rest, and
 * `text` all. False when only the whole text tells what it means.
 */
export function takePruned(
  kind: string,
  pruned: string,
  tally: Tally,
  text: string,
  into: Collection,
): boolean {
  if (!keepsAnchors(pruned, text)) return false;
  const parsed = parsedOf(pruned);
  const value = parsed === null ? undefined : valueOf(parsed);
  if (parsed === null || !isMap(value) || textAt(value, 'kind') !== kind) return false;
  if (relevanceOf(textAt(value, 'apiVersion'), kind) !== 'cluster') return false;
  const projected = projectedOf(pruned, parsed, tally);
  if (projected !== null) keepCluster(kind, value, projected, into);
  return projected !== null;
}

function projectedOf(pruned: string, parsed: ParsedYaml, tally: Tally): Projection | null {
  try {
    return projectTokens(pruned, parsed, tally);
  } catch {
    return null;
  }
}

/** Whether each anchor that an alias names stands in what is left as often as in the whole. */
function keepsAnchors(pruned: string, text: string): boolean {
  const names = new Set(Array.from(pruned.matchAll(/\*([^\s,[\]{}]+)/g), ([, name]) => name ?? ''));
  const times = (written: string, name: string): number => written.split(`&${name}`).length;
  return Array.from(names).every((name) => times(pruned, name) === times(text, name));
}

function keepCluster(kind: string, value: Fields, { text, dropped }: Projection, into: Collection): void {
  into.drop(dropped);
  const ended = text.endsWith('\n') ? text : `${text}\n`;
  into.keepObject(clusterObject(kind, identityOf(value), ended));
}

/** Keeps a policy as it is written, without what could be a secret in it. */
export function keepPolicy(kind: string, text: string, into: Collection, parsed?: ParsedYaml): void {
  keepProjected(text, parsed, into, (projected) => {
    into.keepPolicy(kind, projected);
  });
}

function keepProjected(
  text: string,
  parsed: ParsedYaml | undefined,
  into: Collection,
  keep: (projected: string) => void,
): void {
  const projected = projectValid(text, parsed);
  if (projected === null) {
    keepUnreadable(text, into);
    return;
  }
  into.drop(projected.dropped);
  keep(projected.text);
}

/** A list that could not be cut stays in one piece, without secrets; an object without a kind stays an error. */
function takeMixed(kind: string, text: string, value: Fields, into: Collection): void {
  const isList = kind !== '';
  const items: unknown = value['items'];
  if (isList && (!Array.isArray(items) || items.length === 0)) return;
  if (isList) {
    keepPolicy(kind, text, into);
  } else if (mayBePolicy(text)) {
    keepProjected(text, undefined, into, (projected) => {
      into.keepPolicyText(projected);
    });
  } else {
    keepUnreadable(text, into);
  }
}

/** Null when the text cannot be an object, or cannot be parsed. */
function parsedOf(text: string): ParsedYaml | null {
  // Without this word it is no object, and not worth a slow look.
  if (!text.includes('kind') && !mayBePolicy(text)) return null;
  try {
    return parseYaml(text);
  } catch {
    return null;
  }
}

/** Undefined when it is not one valid document. */
function valueOf({ documents: [document, another] }: ParsedYaml): unknown {
  if (document === undefined || another !== undefined || document.errors.length > 0) return undefined;
  try {
    return document.toJS();
  } catch {
    return undefined;
  }
}
