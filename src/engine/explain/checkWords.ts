import { NAMESPACE_NAME_LABEL } from '../model/cluster';
import type { Labels } from '../model/objects';
import type { LabelSelector, PolicyPort, Requirement } from '../model/policy';

/** All wording about why a peer or a port matches or does not: what was asked, and what the other end has. */
export const checkWords = {
  requirement: (
    field: 'namespaceSelector' | 'podSelector',
    asked: Requirement,
    who: string,
    labels: Labels,
  ): string =>
    asked.key === NAMESPACE_NAME_LABEL && field === 'namespaceSelector'
      ? `${field} ${requirementText(asked)}: its namespace is ${who}`
      : `${field} ${requirementText(asked)}: ${who} ${hasText(asked.key, labels)}`,
  everything: (field: 'namespaceSelector' | 'podSelector'): string =>
    field === 'podSelector' ? 'podSelector {}: every pod' : 'namespaceSelector {}: every namespace',
  ownNamespace: (own: string, who: string, namespace: string): string =>
    own === namespace
      ? `no namespaceSelector, so only pods of ${own}: ${who} is one`
      : `no namespaceSelector, so only pods of ${own}: ${who} is in ${namespace}`,
  notAPod: (who: string): string => `selectors match pods only: ${who} is outside the cluster`,
  onHost: (who: string): string => `selectors never match ${who}: it uses its node's network`,
  ciliumBlock: (who: string): string =>
    `Cilium matches neither pods nor nodes with an ipBlock, so not ${who} either`,
  inside: (who: string, address: string, cidr: string): string =>
    `ipBlock ${cidr}: ${addressed(who, address)} is in it`,
  outside: (who: string, address: string, cidr: string): string =>
    `ipBlock ${cidr}: ${addressed(who, address)} is not in it`,
  excepted: (who: string, address: string, cidr: string, hole: string): string =>
    `ipBlock ${cidr}: ${addressed(who, address)} is in its except ${hole}`,
  somewhere: (who: string, cidr: string): string =>
    `ipBlock ${cidr}: the address of ${who} is not known, it may be in it or not`,
  somewhereInside: (who: string, cidr: string): string =>
    `ipBlock ${cidr}: the address of ${who} is not known, but any it can have is in it`,
  somewhereOutside: (who: string, cidr: string): string =>
    `ipBlock ${cidr}: the address of ${who} is not known, but none it can have is in it`,
  /** What a port's name stands for at its destination. */
  namedPort: (who: string, { protocol, port }: PolicyPort, grants: string, declares: boolean): string => {
    if (!declares) return `names of ports mean nothing for ${who}: it declares none`;
    return grants === 'nothing'
      ? `${who} declares no ${protocol} port named ${String(port)}`
      : `${String(port)} is ${grants} of ${who}`;
  },
  /** Why a policy selects a pod of its namespace. */
  selects: ({ requirements }: LabelSelector, namespace: string): string =>
    requirements.length === 0
      ? `podSelector {}: every pod of ${namespace}`
      : `podSelector ${requirements.map((one) => requirementText(one)).join(', ')}`,
} as const;

function addressed(who: string, address: string): string {
  return who === address ? who : `${who} (${address})`;
}

/** "app=web, tier exists", "{}" */
export function selectorText({ requirements }: LabelSelector): string {
  return requirements.length === 0 ? '{}' : requirements.map((one) => requirementText(one)).join(', ');
}

/** "app=web", "app in (a, b)", "app exists" */
export function requirementText({ key, operator, values }: Requirement): string {
  switch (operator) {
    case 'In':
      return values.length === 1 ? `${key}=${values[0] ?? ''}` : `${key} in (${values.join(', ')})`;
    case 'NotIn':
      return values.length === 1 ? `${key}!=${values[0] ?? ''}` : `${key} not in (${values.join(', ')})`;
    case 'Exists':
      return `${key} exists`;
    case 'DoesNotExist':
      return `${key} does not exist`;
  }
}

/** "has team=pay", "has no label team" */
export function hasText(key: string, labels: Labels): string {
  const value = labels.get(key);
  return value === undefined ? `has no label ${key}` : `has ${key}=${value}`;
}

/** "TCP 8080", "TCP 8000–8080", "every UDP port", "TCP http" */
export function writtenPort({ protocol, port, endPort }: PolicyPort): string {
  if (port === null) return `every ${protocol} port`;
  const end = endPort === null || endPort === port ? '' : `–${String(endPort)}`;
  return `${protocol} ${String(port)}${end}`;
}
