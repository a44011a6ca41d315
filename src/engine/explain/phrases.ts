import { t } from '../../language/t';
import { NAMESPACE_NAME_LABEL } from '../model/cluster';
import type { LabelSelector, NetworkPolicy, Peer } from '../model/policy';
import { selectorPhrase } from './sentences';

/** Whom a peer and a policy mean, as noun phrases: in a sentence, and at its beginning. */

/** "every pod of shop", "pods with app=web in shop" */
export function subjectPhrase({ podSelector, namespace }: NetworkPolicy): string {
  const labels = selectorPhrase(podSelector);
  return labels === '' ? t`every pod of ${namespace}` : t`pods with ${labels} in ${namespace}`;
}

export function subjectAtStart({ podSelector, namespace }: NetworkPolicy): string {
  const labels = selectorPhrase(podSelector);
  return labels === '' ? t`Every pod of ${namespace}` : t`Pods with ${labels} in ${namespace}`;
}

/** "pods with app=web in namespaces with team=shop"; `own`: the namespace of the policy, null: it is not named. */
export function peerPhrase(peer: Peer, own: string | null): string {
  if (peer.kind === 'ipBlock') return blockPhrase(peer);
  const labels = labelsOf(peer.podSelector);
  const scope = scopeOf(peer.namespaceSelector);
  switch (scope.kind) {
    case 'one': {
      const name = scope.name ?? own;
      if (name !== null) return labels === '' ? t`every pod of ${name}` : t`pods with ${labels} of ${name}`;
      return labels === ''
        ? t`every pod of the same namespace`
        : t`pods with ${labels} of the same namespace`;
    }
    case 'any':
      return labels === '' ? t`every pod of any namespace` : t`pods with ${labels} of any namespace`;
    case 'labelled':
      return labels === ''
        ? t`every pod in namespaces with ${scope.labels}`
        : t`pods with ${labels} in namespaces with ${scope.labels}`;
  }
}

export function peerAtStart(peer: Peer, own: string): string {
  if (peer.kind === 'ipBlock') return blockPhrase(peer);
  const labels = labelsOf(peer.podSelector);
  const scope = scopeOf(peer.namespaceSelector);
  switch (scope.kind) {
    case 'one': {
      const name = scope.name ?? own;
      return labels === '' ? t`Every pod of ${name}` : t`Pods with ${labels} of ${name}`;
    }
    case 'any':
      return labels === '' ? t`Every pod of any namespace` : t`Pods with ${labels} of any namespace`;
    case 'labelled':
      return labels === ''
        ? t`Every pod in namespaces with ${scope.labels}`
        : t`Pods with ${labels} in namespaces with ${scope.labels}`;
  }
}

function blockPhrase({ cidr, except }: Extract<Peer, { kind: 'ipBlock' }>): string {
  return except.length === 0 ? cidr : t`${cidr} except ${except.join(', ')}`;
}

const labelsOf = (selector: LabelSelector | null): string =>
  selector === null ? '' : selectorPhrase(selector);

/** `name` null: the namespace of the policy. */
type Scope =
  | { readonly kind: 'one'; readonly name: string | null }
  | { readonly kind: 'labelled'; readonly labels: string }
  | { readonly kind: 'any' };

function scopeOf(selector: LabelSelector | null): Scope {
  if (selector === null) return { kind: 'one', name: null };
  const name = namespaceNamed(selector);
  if (name !== null) return { kind: 'one', name };
  const labels = selectorPhrase(selector);
  return labels === '' ? { kind: 'any' } : { kind: 'labelled', labels };
}

/** The one namespace a selector asks for by its name; null: it asks for something else. */
function namespaceNamed({ requirements: [first, another] }: LabelSelector): string | null {
  if (first?.key !== NAMESPACE_NAME_LABEL || first.operator !== 'In' || another !== undefined) return null;
  const [name, other] = first.values;
  return other === undefined ? (name ?? null) : null;
}
