import { fieldOf, asString, type Field, type MapField } from './fields';
import { DEFAULT_PROTOCOL } from './defaults';
import type { Protocol } from './objects';
import { invalid, notSupported, type Problems } from './problems';
import { checkPortName, checkPortNumber } from './validateNames';

const protocols: readonly Protocol[] = ['TCP', 'UDP', 'SCTP'];

/** The field `protocol`, the same wherever a port has one. */
export function decodeProtocol(port: MapField, problems: Problems): Protocol {
  const field = fieldOf(port, 'protocol');
  const word = field && asString(field, problems);
  if (field === null || word === null) return DEFAULT_PROTOCOL;
  const protocol = protocols.find((known) => known === word);
  if (protocol === undefined) notSupported(problems, field, word, protocols);
  return protocol ?? DEFAULT_PROTOCOL;
}

/** Checks a port given by number or by name. */
export function checkPort(field: Field, port: number | string, problems: Problems): void {
  invalid(problems, field, port, typeof port === 'number' ? checkPortNumber(port) : checkPortName(port));
}
