import type { Range } from '../source';
import type { RejectedNamespace, RejectedPolicy } from './objects';
import { contentStart } from '../parse/contentStart';
import { readBrokenMetadata } from './brokenMetadata';
import { rejectedNamespace } from './decodeNamespace';
import { policyTypes } from './decodePolicySpec';
import { nearest } from './unknownFields';
import { checkDnsLabel } from './validateNames';

/** What hardly anything but a policy has. */
const POLICY_WORDS =
  /NetworkPolicy|podSelector|namespaceSelector|policyTypes|ipBlock|\b(?:in|e)gress["']?\s*:/;

/** What can be said of a text that cannot be parsed. */
interface BrokenDocument {
  readonly kind: string;
  readonly name: string;
  /** null: it says none, or none that there can be. */
  readonly namespace: string | null;
  readonly range: Range;
  /** What it holds, or may hold, of which it matters that it is not known. */
  readonly standIn: RejectedPolicy | RejectedNamespace | null;
}

/**
 * Reads lines where there is no tree to use: a half-typed policy must not look as if there were none. Without any kind
 * a text may be a policy if it has words of one, unless it `isParsed`: then it just is no object.
 */
export function readBrokenDocument(text: string, isParsed: boolean): BrokenDocument {
  const start = contentStart(text);
  const range = { start, end: Math.max(start, text.trimEnd().length) };
  const kindField = /(?:^[\uFEFF \t-]*|[{,]\s*)["']?kind["']?[ \t]*:[ \t]*["']?([A-Za-z]+)/gm;
  const kinds = [...text.matchAll(kindField)].map((match) => match[1] ?? '');
  const mayBePolicy =
    kinds.length === 0
      ? !isParsed && POLICY_WORDS.test(text)
      : kinds.some((kind) => /networkpolic/i.test(kind) || nearest(kind, ['NetworkPolicy']) !== null);

  const isOne = kinds.length === 1 && kinds[0]?.endsWith('List') === false;
  const metadata = isOne ? readBrokenMetadata(text) : new Map<string, string>();
  const name = metadata.get('name') ?? '';
  const written = metadata.get('namespace');
  const namespace = written !== undefined && checkDnsLabel(written).length === 0 ? written : null;
  const policy: RejectedPolicy = {
    kind: 'RejectedPolicy',
    name,
    namespace,
    podSelector: null,
    policyTypes,
    nameRange: range,
    range,
  };
  const kind = kinds[0] ?? 'document';
  const isNamespace = isOne && nearest(kind, ['Namespace']) !== null;
  const namespaceObject = isNamespace ? rejectedNamespace({ name, nameRange: range, range }) : null;
  return { kind, name, namespace, range, standIn: mayBePolicy ? policy : namespaceObject };
}
