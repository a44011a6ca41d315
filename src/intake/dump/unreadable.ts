import { readBrokenDocument, splitDocuments } from '../../engine';
import { isClusterKind, isPolicyKind } from '../kindShapes';
import { mayDrop } from '../mayDrop';
import { asError, projectText } from '../project';
import type { Collection } from './collection';

const kindKey = /(?:^[ \t-]*|[{,]\s*)["']?kind["']?[ \t]*:[ \t]*["']?([A-Za-z]*)/gm;
const policyWords =
  /NetworkPolic|podSelector|namespaceSelector|policyTypes|ipBlock|\b(?:in|e)gress["']?\s*:/i;
const objectKey = /(?:^|[\s{,"'])(?:apiVersion|kind|metadata|spec)["']?[ \t]*:/;
const policyKind = /polic|firewall/i;

/** Characters of a policy that are still cleaned line by line: people write less. */
const MOST_CLEANED = 200_000;

/** The text is, or could have been meant as, a policy. */
export function mayBePolicy(text: string): boolean {
  const kinds = kindsIn(text);
  return kinds.length === 0 ? policyWords.test(text) : kinds.some((kind) => policyKind.test(kind));
}

/**
 * Of an object that cannot be read something stays, so that it is seen as an error: never nothing, which could be taken
 * for "no policy". It says of which kind it is and what it is called, as far as that is clear; a policy keeps its spec
 * as it is written, so that it can be put right.
 */
export function keepUnreadable(text: string, into: Collection): void {
  keep(text, into, true);
}

/** The same where nothing of the text may be used, because of what is around it. */
export function keepUnusable(text: string, into: Collection): void {
  keep(text, into, false);
}

/** What has nothing in it that could be left out stays as it is. */
function keep(text: string, into: Collection, withSpec: boolean): void {
  into.unreadable++;
  if (!objectKey.test(text) && !mayBePolicy(text)) return;
  const kinds = kindsIn(text);
  const isWhole = withSpec && kinds.length > 0 && kinds.every(isPolicyKind) && !mayDrop(text);
  into.keepPolicyText(isWhole ? text : standIn + standInFor(text, withSpec));
}

const standIn = '# Something in the imported text could not be read.\n';

function standInFor(text: string, withSpec: boolean): string {
  const isShort = text.length <= MOST_CLEANED && splitDocuments(text).length === 1;
  // In annotations stands once more what it is.
  const cleaned = isShort ? projectText(text).text : text;
  const kinds = kindsIn(cleaned);
  const [kind = ''] = kinds;
  const mayBeOne = mayBePolicy(text);
  const isOne = kinds.length === 1 && isPolicyKind(kind) && !kind.endsWith('List');
  const isNamed = isOne || (kinds.length === 1 && isClusterKind(kind) && !mayBeOne);
  if (!isNamed) return mayBeOne ? 'kind: NetworkPolicy\nspec: [\n' : '[\n';
  const { name, namespace } = readBrokenDocument(cleaned, false);
  const head = [
    /^apiVersion: *[\w./-]+/m.exec(cleaned)?.[0] ?? [],
    `kind: ${kind}`,
    name === '' && namespace === null ? [] : 'metadata:',
    name === '' ? [] : `  name: ${name}`,
    namespace === null ? [] : `  namespace: ${namespace}`,
  ].flat();
  const spec = isOne && isShort && withSpec ? specOf(cleaned) : null;
  return spec === null ? [...head, 'spec: [', ''].join('\n') : asError([...head, spec].join('\n'));
}

/** The lines of a policy's spec. What the metadata holds is not guessed at. */
function specOf(cleaned: string): string | null {
  const [spec] = /^spec:[^]*?(?=^(?:apiVersion|kind|metadata|status)\b|$(?![^]))/m.exec(cleaned) ?? [];
  return spec === undefined || notOfSpec.test(spec) ? null : spec;
}

/** Something slipped into it from an annotation. */
const notOfSpec = /[:-][ \t]+[|>][-+\d]*[ \t]*\r?$|annotations|managedFields|last-applied/m;

const kindsIn = (text: string): readonly string[] =>
  Array.from(text.matchAll(kindKey), (match) => match[1] ?? '');
