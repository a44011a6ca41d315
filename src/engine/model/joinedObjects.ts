import { t } from '../../language/t';
import type { Diagnostic } from '../diagnostic';

/**
 * Where in a document another object begins although no `---` stands above it: at a key that says what an object is and
 * is there already. Only where both say so twice: one of them may be a slip. In order.
 */
export function joinedObjects(text: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const isAtMargin = ({ range }: Diagnostic): boolean => range.start === 0 || text[range.start - 1] === '\n';
  const heads = diagnostics.filter((one) => isHead(one, '') && isAtMargin(one));
  if (new Set(heads.map(({ path }) => path)).size < 2) return [];
  let seen: readonly string[] = [];
  return heads.flatMap((head) => {
    const begins = seen.length === 0 || seen.includes(head.path);
    seen = begins ? [head.path] : [...seen, head.path];
    const message = t`${head.message} (another object begins here: "---" is missing above it)`;
    return begins ? [{ ...head, code: 'missing-separator', message }] : [];
  });
}

/** The key that is there twice says what an object is, whose path begins like this. */
export const isHead = ({ code, path }: Diagnostic, prefix: string): boolean =>
  code === 'yaml-duplicate-key' && (path === `${prefix}apiVersion` || path === `${prefix}kind`);
