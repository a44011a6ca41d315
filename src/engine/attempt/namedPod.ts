import type { Evaluated } from '../evaluate/evaluated';
import { partyNamed } from '../expectations/parties';

/**
 * What a query calls the one pod or workload that somebody's words mean, or why they mean none. Of three words the one
 * that begins with a capital is the kind, wherever it stands.
 */
export function namedPod(
  state: Evaluated,
  text: string,
): { readonly pod: string } | { readonly problem: string } {
  const parts = text.split('/');
  const name = parts.pop() ?? '';
  const kind = parts.length > 1 ? (parts.find((part) => /^[A-Z]/.test(part)) ?? null) : null;
  const namespace = parts.filter((part) => part !== kind).join('/') || null;
  const found = partyNamed(state, { kind: 'name', text, workloadKind: kind, namespace, name });
  if (found.kind !== 'found') return { problem: found.problem };
  const own = found.parties[0]?.ref.namespace ?? '';
  return { pod: kind === null || kind === 'Pod' ? `${own}/${name}` : `${own}/${kind}/${name}` };
}
