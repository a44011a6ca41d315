import { parseDocument } from 'yaml';
import { projectValid } from '../project';
import { clusterObject } from './clusterObject';
import type { Collection } from './collection';
import { headOf, type Inherited } from './inherited';
import { identityOf, isMap, textAt, type Fields } from './objectFields';
import { relevanceOf } from './relevance';
import { keepUnreadable, mayBePolicy } from './unreadable';

/** The slow way, for every style there is. */
export function takeText(text: string, inherited: Inherited | null, into: Collection): void {
  const value = valueOf(text);
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
  const relevance = kind === '' ? null : relevanceOf(textAt(value, 'apiVersion'), kind);
  if (kind === '' || kind.endsWith('List')) takeMixed(kind, whole, value, into);
  else if (relevance === 'none') into.leaveOut(kind);
  else if (relevance === 'policy') keepPolicy(kind, whole, into);
  else {
    keepProjected(whole, into, (projected) => {
      const ended = projected.endsWith('\n') ? projected : `${projected}\n`;
      into.keepObject(clusterObject(kind, identityOf(value), ended));
    });
  }
}

/** Keeps a policy as it is written, without what could be a secret in it. */
export function keepPolicy(kind: string, text: string, into: Collection): void {
  keepProjected(text, into, (projected) => {
    into.keepPolicy(kind, projected);
  });
}

function keepProjected(text: string, into: Collection, keep: (projected: string) => void): void {
  const projected = projectValid(text);
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
    keepProjected(text, into, (projected) => {
      into.keepPolicyText(projected);
    });
  } else {
    keepUnreadable(text, into);
  }
}

/** Undefined when the text is not one valid document. */
function valueOf(text: string): unknown {
  // Without this word it is no object, and not worth a slow look.
  if (!text.includes('kind') && !mayBePolicy(text)) return undefined;
  try {
    const document = parseDocument(text, { merge: true, uniqueKeys: false, logLevel: 'silent' });
    return document.errors.length > 0 ? undefined : document.toJS();
  } catch {
    return undefined;
  }
}
