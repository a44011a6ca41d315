import { PortSets, protocols, type PortSetId } from '../compile/portSet';
import type { ContainerPort, Protocol } from '../model/objects';
import type { AskedPorts } from './expression';

/** Names of ports everybody knows, for destinations that declare none of that name. */
export const knownPorts: Readonly<Record<string, number>> = {
  dns: 53,
  domain: 53,
  ftp: 21,
  http: 80,
  https: 443,
  ldap: 389,
  mongodb: 27017,
  mysql: 3306,
  postgres: 5432,
  postgresql: 5432,
  redis: 6379,
  smtp: 25,
  ssh: 22,
};

/** The ports somebody asks for, towards a destination with these container ports. */
export function askedAt(
  sets: PortSets,
  asked: readonly AskedPorts[],
  declared: readonly ContainerPort[],
): PortSetId {
  let sum = PortSets.none;
  for (const one of asked) sum = sets.union(sum, oneAt(sets, one, declared));
  return sum;
}

function oneAt(sets: PortSets, asked: AskedPorts, declared: readonly ContainerPort[]): PortSetId {
  if ('from' in asked) return rangeOf(sets, asked.protocol, asked.from, asked.to);
  let sum = PortSets.none;
  for (const { name, protocol, port } of declared) {
    const isAsked = name?.toLowerCase() === asked.name && (asked.protocol ?? protocol) === protocol;
    if (isAsked) sum = sets.union(sum, sets.range(protocol, port, port));
  }
  const known = Object.hasOwn(knownPorts, asked.name) ? knownPorts[asked.name] : undefined;
  return sum === PortSets.none && known !== undefined ? rangeOf(sets, asked.protocol, known, known) : sum;
}

function rangeOf(sets: PortSets, protocol: Protocol | null, from: number, to: number): PortSetId {
  let sum = PortSets.none;
  for (const one of protocol === null ? protocols : [protocol]) {
    sum = sets.union(sum, sets.range(one, from, to));
  }
  return sum;
}
