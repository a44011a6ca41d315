import { any, truth } from '../../oracle/truth';
import { mistake, rulesOf } from '../mistake';
import type { Mistake } from '../mistake';

/** Misreadings of ports. */
export const portMistakes: readonly Mistake[] = [
  mistake('N1', 'a number must be declared by a container', (base) => ({
    portEntry: (attempt, entry) =>
      base.portEntry(attempt, entry) &&
      attempt.destination.pod?.ports.some(({ port }) => port === attempt.port) === true,
  })),
  mistake('N2', 'a name is the number the first pod gives it', (base) => ({
    portEntry: (attempt, entry) => {
      if (typeof entry.port !== 'string') return base.portEntry(attempt, entry);
      const first = attempt.cluster.pods
        .flatMap(({ ports }) => ports)
        .find(({ name }) => name === entry.port);
      return first?.port === attempt.port && entry.protocol === attempt.protocol;
    },
  })),
  mistake('N3', 'a name the pod does not have means every port', (base) => ({
    portEntry: (attempt, entry) =>
      base.portEntry(attempt, entry) ||
      (typeof entry.port === 'string' &&
        attempt.destination.pod?.ports.every(({ name }) => name !== entry.port) === true),
  })),
  mistake('N4', 'the first container that uses a name has it', (base) => ({
    portEntry: (attempt, entry) => {
      if (typeof entry.port !== 'string') return base.portEntry(attempt, entry);
      return attempt.destination.pod?.ports.find(({ name }) => name === entry.port)?.port === attempt.port;
    },
  })),
  mistake('N5', 'endPort is ignored', (base) => ({
    portEntry: (attempt, entry) => base.portEntry(attempt, { ...entry, endPort: null }),
  })),
  mistake('N5', 'the end of a range is not in it', (base) => ({
    portEntry: (attempt, entry) => base.portEntry(attempt, entry) && attempt.port !== entry.endPort,
  })),
  mistake('N6', 'the protocol is ignored', (base) => ({
    portEntry: (attempt, entry) => base.portEntry({ ...attempt, protocol: entry.protocol }, entry),
  })),
  mistake('N7', 'only the first container has ports', (base) => ({
    portEntry: (attempt, entry) =>
      base.portEntry(attempt, entry) &&
      (typeof entry.port !== 'string' || attempt.destination.pod?.ports[0]?.name === entry.port),
  })),
  mistake('N8', 'a policy isolates only the protocols it lists', (base) => ({
    side: (attempt, type) => {
      const listed = attempt.cluster.policies
        .flatMap((policy) => rulesOf(policy, type))
        .flatMap((rule) => rule.ports);
      return any([
        base.side(attempt, type),
        truth(listed.every(({ protocol }) => protocol !== attempt.protocol)),
      ]);
    },
  })),
];
