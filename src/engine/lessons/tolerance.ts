import type { EntityId } from '../answer';
import { PortSets, type PortSetId } from '../compile/portSet';
import type { Evaluated } from '../evaluate/evaluated';
import { askedPorts } from '../expectations/askedPorts';
import type { Expectation, ExpectedEnd } from '../expectations/expectation';
import { partiesOf } from '../expectations/parties';

/** The ports that may be open between two ends although the solution does not open them. */
export type Tolerance = (source: EntityId, destination: EntityId) => PortSetId;

/** Finds out whom the tolerated connections mean. */
export function toleranceOf(state: Evaluated, tolerated: readonly Expectation[]): Tolerance {
  const entries = tolerated.map(({ from, to, ports }) => ({
    sources: idsOf(state, from),
    destinations: idsOf(state, to),
    ports: askedPorts(state, ports, 'block'),
  }));
  return (source, destination) => {
    let sum = PortSets.none;
    for (const { sources, destinations, ports } of entries) {
      const party = destinations.get(destination);
      if (party && sources.has(source)) sum = state.sets.union(sum, ports(party) ?? PortSets.none);
    }
    return sum;
  };
}

function idsOf(state: Evaluated, end: ExpectedEnd) {
  const found = partiesOf(state, end);
  const parties = found.kind === 'found' ? found.parties.filter(({ mayBe }) => !mayBe) : [];
  return new Map(parties.map((party) => [party.unit.id, party]));
}
