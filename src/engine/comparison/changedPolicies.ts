import type { PolicyBook } from '../compile/policyBook';
import type { Evaluated } from '../evaluate/evaluated';
import type { ChangedPolicy } from './comparison';
import { contentOf, type AnyPolicy } from './policyContent';

/** The policies that say something else, and which object is which of them. */
export interface PolicyChanges {
  readonly policies: readonly ChangedPolicy[];
  /** Position in `policies` of a policy of either state. */
  readonly positions: ReadonlyMap<AnyPolicy, number>;
}

/** Policies only one of the states has, and those both have in other words; sorted by namespace and name. */
export function changedPolicies(before: Evaluated, after: Evaluated): PolicyChanges {
  if (before.book === after.book) return { policies: [], positions: new Map() };
  const old = byName(before.book);
  const now = byName(after.book);
  const policies: ChangedPolicy[] = [];
  const positions = new Map<AnyPolicy, number>();
  for (const name of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const was = old.get(name) ?? [];
    const is = now.get(name) ?? [];
    if (was.map(contentOf).join('\n') === is.map(contentOf).join('\n')) continue;
    const shown = is.at(-1);
    const one = shown ?? was[0];
    if (!one) continue;
    for (const policy of [...was, ...is]) positions.set(policy, policies.length);
    policies.push({
      change: was.length === 0 ? 'added' : shown ? 'edited' : 'removed',
      kind: one.kind === 'UnsupportedPolicy' ? one.policyKind : 'NetworkPolicy',
      namespace: one.namespace,
      name: one.name,
      place: shown ? after.locate(shown, shown.nameRange) : null,
    });
  }
  return { policies, positions };
}

/** A policy the API server would refuse goes by the name of the one it would be. */
function byName({ policies, rejected, unsupported }: PolicyBook): ReadonlyMap<string, readonly AnyPolicy[]> {
  const found = new Map<string, AnyPolicy[]>();
  for (const policy of [...policies, ...rejected, ...unsupported]) {
    const kind = policy.kind === 'UnsupportedPolicy' ? `${policy.apiVersion} ${policy.policyKind}` : '';
    const name = `${policy.namespace ?? ''}/${policy.name} ${kind}`;
    const same = found.get(name);
    if (same) same.push(policy);
    else found.set(name, [policy]);
  }
  return found;
}
