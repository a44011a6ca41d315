import type { Range } from '../source';
import type { RejectedPolicy } from './objects';
import { contentStart } from '../parse/contentStart';
import { policyTypes } from './decodePolicySpec';
import { checkDnsLabel } from './validateNames';

const POLICY_WORDS =
  /NetworkPolicy|podSelector|namespaceSelector|policyTypes|ipBlock|\b(?:in|e)gress\s*["']?:/;

/** What can be said of a text that cannot be parsed. */
interface BrokenDocument {
  readonly kind: string;
  readonly name: string;
  readonly range: Range;
  /** Present when the text holds, or may hold, a policy. */
  readonly policy: RejectedPolicy | null;
}

/**
 * Reads lines where there is no tree to use: a half-typed policy must not look as if there were none. Without any kind
 * a text may be a policy if it has words of one, unless it `isParsed`: then it just is no object.
 */
export function readBrokenDocument(text: string, isParsed: boolean): BrokenDocument {
  const start = contentStart(text);
  const range = { start, end: Math.max(start, text.trimEnd().length) };
  const kindField = /(?:^[ \t-]*|[{,]\s*)["']?kind["']?[ \t]*:[ \t]*["']?([A-Za-z]+)/gm;
  const kinds = [...text.matchAll(kindField)].map((match) => match[1] ?? '');
  const mayBePolicy =
    kinds.length === 0
      ? !isParsed && POLICY_WORDS.test(text)
      : kinds.some((kind) => kind.includes('NetworkPolicy'));

  const metadata = kinds.length === 1 ? readMetadata(text) : new Map<string, string>();
  const name = metadata.get('name') ?? '';
  const namespace = metadata.get('namespace');
  const policy: RejectedPolicy = {
    kind: 'RejectedPolicy',
    name,
    namespace: namespace !== undefined && checkDnsLabel(namespace).length === 0 ? namespace : null,
    podSelector: null,
    policyTypes,
    nameRange: range,
    range,
  };
  return { kind: kinds[0] ?? 'document', name, range, policy: mayBePolicy ? policy : null };
}

/** Name and namespace of the only object, as far as they can be told without a tree. */
function readMetadata(text: string): ReadonlyMap<string, string> {
  const flow = [...text.matchAll(/^metadata:[ \t]*\{([^}\n]*)/gm)];
  const body = flow.length === 1 ? flow[0]?.[1] : undefined;
  if (body === undefined) return metadataLines(text);
  const fields = [...body.matchAll(/(?:^|,)\s*(name|namespace):\s*["']?([\w.-]+)/g)];
  return new Map(fields.map(([, key = '', value = '']) => [key, value]));
}

/** The fields of the one block `metadata:` at the start of a line, as far as each is written once, on one line. */
function metadataLines(text: string): ReadonlyMap<string, string> {
  const blocks = [...text.matchAll(/^metadata:[ \t]*\r?\n((?:[ \t]+.*(?:\r?\n|$)|\r?\n)*)/gm)];
  const body = blocks.length === 1 ? (blocks[0]?.[1] ?? '') : '';
  const indent = /^[ \t]+/.exec(body)?.[0] ?? '';
  const fields = new Map<string, string>();
  const repeated = new Set<string>();
  for (const line of body.split('\n')) {
    const match = /^([ \t]+)(\w+):[ \t]+["']?([\w.-]+)["']?[ \t]*(?:#.*)?\r?$/.exec(line);
    const [, depth, key, value] = match ?? [];
    if (depth !== indent || key === undefined || value === undefined) continue;
    if (fields.has(key)) repeated.add(key);
    fields.set(key, value);
  }
  for (const key of repeated) fields.delete(key);
  return fields;
}
