import type { Protocol } from '../../model/objects';
import type { PolicyPort } from '../../model/policy';

/** Whether a list of ports opens this number; names are not looked up. No list opens all. */
export function opensNumber(ports: readonly PolicyPort[], protocol: Protocol, number: number): boolean {
  return (
    ports.length === 0 ||
    ports.some(
      (one) =>
        one.protocol === protocol &&
        (one.port === null ||
          (typeof one.port === 'number' && one.port <= number && number <= (one.endPort ?? one.port))),
    )
  );
}
