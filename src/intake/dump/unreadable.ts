import { isPolicyKind } from '../kindShapes';
import { mayDrop } from '../mayDrop';
import type { Collection } from './collection';

const kindKey = /(?:^[ \t-]*|[{,]\s*)["']?kind["']?[ \t]*:[ \t]*["']?([A-Za-z]*)/gm;
const policyWords =
  /NetworkPolic|podSelector|namespaceSelector|policyTypes|ipBlock|\b(?:in|e)gress["']?\s*:/i;
const objectKey = /(?:^|[\s{,"'])(?:apiVersion|kind|metadata|spec)["']?[ \t]*:/;
const policyKind = /polic|firewall/i;

/** The text is, or could have been meant as, a policy. */
export function mayBePolicy(text: string): boolean {
  const kinds = Array.from(text.matchAll(kindKey), (match) => match[1] ?? '');
  return kinds.length === 0 ? policyWords.test(text) : kinds.some((kind) => policyKind.test(kind));
}

/**
 * Something stands in for an object that cannot be read, so that it is seen as an error: never nothing, which could be
 * taken for "no policy". Its own lines stay only where nothing in them can be a secret: then they can be put right.
 */
export function keepUnreadable(text: string, into: Collection): void {
  into.unreadable++;
  if (!objectKey.test(text) && !mayBePolicy(text)) return;
  if (!mayBePolicy(text)) into.keepPolicyText(`${standIn}[\n`);
  else if (isOnlyPolicy(text)) into.keepPolicyText(text);
  else into.keepPolicyText(`${standIn}kind: NetworkPolicy\nspec: [\n`);
}

const standIn = '# Something in the imported text could not be read.\n';

function isOnlyPolicy(text: string): boolean {
  const kinds = Array.from(text.matchAll(kindKey), (match) => match[1] ?? '');
  return kinds.length > 0 && kinds.every(isPolicyKind) && !mayDrop(text);
}
