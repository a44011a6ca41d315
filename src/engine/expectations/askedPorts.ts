import { PortSets, type PortSetId } from '../compile/portSet';
import type { Evaluated } from '../evaluate/evaluated';
import type { ExpectedPort, Want } from './expectation';
import type { Party } from './parties';

/** The ports an expectation asks of one destination; null: it has no port of a name that is asked. */
export type AskedPorts = PortSetId | null;

/** What ports mean at each destination: names are those of its own container ports. */
export function askedPorts(
  { sets, space }: Evaluated,
  ports: readonly ExpectedPort[],
  want: Want,
): (destination: Party) => AskedPorts {
  let numbered = ports.length === 0 ? PortSets.all : PortSets.none;
  const names: string[] = [];
  for (const port of ports) {
    if ('name' in port) names.push(port.name);
    else numbered = sets.union(numbered, sets.range(port.protocol, port.from, port.to));
  }
  if (names.length === 0) return () => numbered;
  return ({ unit }) => {
    const [first = -1] = unit.end.pods;
    const declared = space.cluster.pods[first]?.ports ?? [];
    let asked = numbered;
    for (const name of names) {
      const own = declared.filter((port) => port.name === name);
      // Where nothing has that name, there is nothing to block; but nothing that could be reached either.
      if (own.length === 0 && want === 'allow') return null;
      for (const { protocol, port } of own) asked = sets.union(asked, sets.range(protocol, port, port));
    }
    return asked;
  };
}

/** The asked names that no destination has a port of. */
export function strangeNames(
  { space }: Evaluated,
  ports: readonly ExpectedPort[],
  destinations: readonly Party[],
): readonly string[] {
  return ports.flatMap((port) => {
    if (!('name' in port)) return [];
    const isThere = destinations.some(({ unit }) =>
      unit.end.pods.some((pod) => space.cluster.pods[pod]?.ports.some(({ name }) => name === port.name)),
    );
    return isThere ? [] : [port.name];
  });
}
