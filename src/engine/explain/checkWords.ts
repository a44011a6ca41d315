import { t } from '../../language/t';
import { PortSets, type PortSetId } from '../compile/portSet';
import { NAMESPACE_NAME_LABEL } from '../model/cluster';
import type { Labels } from '../model/objects';
import type { LabelSelector, PolicyPort, Requirement } from '../model/policy';
import { everyPortOf, portText } from './portText';

/** All wording about why a peer or a port matches or does not: what was asked, and what the other end has. */
export const checkWords = {
  requirement: (
    field: 'namespaceSelector' | 'podSelector',
    asked: Requirement,
    who: string,
    labels: Labels,
  ): string => {
    const { key } = asked;
    const value = labels.get(key);
    const text = requirementText(asked);
    if (key === NAMESPACE_NAME_LABEL && field === 'namespaceSelector')
      return t`${field} ${text}: its namespace is ${who}`;
    return value === undefined
      ? t`${field} ${text}: ${who} has no label ${key}`
      : t`${field} ${text}: ${who} has ${key}=${value}`;
  },
  /** Of a namespace that is only mentioned. */
  undeclared: (asked: Requirement, namespace: string): string =>
    t`namespaceSelector ${requirementText(asked)}: no Namespace ${namespace} is given, so here it has no label ${asked.key}`,
  /** Of a label of which nobody knows whether the namespace has it. */
  unknownLabel: (asked: Requirement, namespace: string, isPossible: boolean): string => {
    const text = requirementText(asked);
    return isPossible
      ? t`namespaceSelector ${text}: the API server would refuse ${namespace} as it is declared, so whether it has such a label is not known`
      : t`namespaceSelector ${text}: no label ${asked.key} can be all that is asked of it`;
  },
  /** Of a label that a controller writes. */
  unknownValue: (asked: Requirement, who: string, isPossible: boolean): string => {
    const text = requirementText(asked);
    return isPossible
      ? t`podSelector ${text}: the controller of ${who} writes ${asked.key}, with a value that is not known`
      : t`podSelector ${text}: no label ${asked.key} can be all that is asked of it`;
  },
  everything: (field: 'namespaceSelector' | 'podSelector'): string =>
    field === 'podSelector' ? t`podSelector {}: every pod` : t`namespaceSelector {}: every namespace`,
  ownNamespace: (own: string, who: string, namespace: string): string =>
    own === namespace
      ? t`no namespaceSelector, so only pods of ${own}: ${who} is one`
      : t`no namespaceSelector, so only pods of ${own}: ${who} is in ${namespace}`,
  notAPod: (who: string): string => t`selectors match pods only: ${who} is outside the cluster`,
  onHost: (who: string): string => t`selectors never match ${who}: it uses its node's network`,
  ciliumBlock: (who: string): string =>
    t`Cilium matches neither pods nor nodes with an ipBlock, so not ${who} either`,
  inside: (who: string, address: string, cidr: string): string =>
    t`ipBlock ${cidr}: ${addressed(who, address)} is in it`,
  outside: (who: string, address: string, cidr: string): string =>
    t`ipBlock ${cidr}: ${addressed(who, address)} is not in it`,
  excepted: (who: string, address: string, cidr: string, hole: string): string =>
    t`ipBlock ${cidr}: ${addressed(who, address)} is in its except ${hole}`,
  somewhere: (who: string, cidr: string): string =>
    t`ipBlock ${cidr}: the address of ${who} is not known, it may be in it or not`,
  somewhereInside: (who: string, cidr: string): string =>
    t`ipBlock ${cidr}: the address of ${who} is not known, but any it can have is in it`,
  somewhereOutside: (who: string, cidr: string): string =>
    t`ipBlock ${cidr}: the address of ${who} is not known, but none it can have is in it`,
  /** What a port's name stands for at its destination. */
  namedPort: (
    who: string,
    { protocol, port }: PolicyPort,
    sets: PortSets,
    grants: PortSetId,
    declares: boolean,
  ): string => {
    if (!declares) return t`names of ports mean nothing for ${who}: it declares none`;
    return grants === PortSets.none
      ? t`${who} declares no ${protocol} port named ${String(port)}`
      : t`${String(port)} is ${portText(sets, grants)} of ${who}`;
  },
  /** Why a policy selects a pod of its namespace. */
  selects: (selector: LabelSelector, namespace: string): string =>
    selector.requirements.length === 0
      ? t`podSelector {}: every pod of ${namespace}`
      : `podSelector ${selectorText(selector)}`,
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
      return values.length === 1 ? `${key}=${values[0] ?? ''}` : t`${key} in (${values.join(', ')})`;
    case 'NotIn':
      return values.length === 1 ? `${key}!=${values[0] ?? ''}` : t`${key} not in (${values.join(', ')})`;
    case 'Exists':
      return t`${key} exists`;
    case 'DoesNotExist':
      return t`${key} does not exist`;
  }
}

/** "TCP 8080", "TCP 8000–8080", "every UDP port", "TCP http" */
export function writtenPort({ protocol, port, endPort }: PolicyPort): string {
  if (port === null) return everyPortOf(protocol);
  const end = endPort === null || endPort === port ? '' : `–${String(endPort)}`;
  return `${protocol} ${String(port)}${end}`;
}
