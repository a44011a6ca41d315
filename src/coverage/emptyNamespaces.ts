import type { Answer } from '../engine';

/** A namespace with nothing in it that could send or receive. */
export interface EmptyNamespace {
  readonly name: string;
  /** False: only mentioned by other objects. */
  readonly declared: boolean;
  /** How many policies are in it all the same. */
  readonly policies: number;
}

/** Those that coverage cannot measure; nobody shall think they are not there. */
export function emptyNamespaces({
  topology: { namespaces },
  policies,
}: Pick<Answer, 'topology' | 'policies'>): readonly EmptyNamespace[] {
  return namespaces
    .filter(({ workloads }) => workloads === 0)
    .map(({ name, declared }) => ({
      name,
      declared,
      policies: policies.filter(({ namespace }) => namespace === name).length,
    }));
}
