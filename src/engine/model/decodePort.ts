import { fieldOf, asString, type Field, type MapField } from './fields';
import { DEFAULT_PROTOCOL } from './defaults';
import type { Protocol } from './objects';
import { invalid, notSupported, type Problems } from './problems';
import { checkPortName, checkPortNumber } from './validateNames';

const protocols: readonly Protocol[] = ['TCP', 'UDP', 'SCTP'];

/** The field `protocol` of a container port or a Service port, where the empty string means the same as none. */
export function decodeProtocol(port: MapField, problems: Problems): Protocol {
  const field = fieldOf(port, 'protocol');
  const word = field && asString(field, problems);
  return field === null || word === '' ? DEFAULT_PROTOCOL : knownProtocol(field, word, problems);
}

/** The field `protocol` of a policy's port: a pointer to the server, so only one that is absent gets the default. */
export function decodePolicyProtocol(port: MapField, problems: Problems): Protocol {
  const field = fieldOf(port, 'protocol');
  return field === null ? DEFAULT_PROTOCOL : knownProtocol(field, asString(field, problems), problems);
}

function knownProtocol(field: Field, word: string | null, problems: Problems): Protocol {
  const protocol = protocols.find((known) => known === word);
  if (protocol === undefined && word !== null) notSupported(problems, field, word, protocols);
  return protocol ?? DEFAULT_PROTOCOL;
}

/** Checks a port given by number or by name. */
export function checkPort(field: Field, port: number | string, problems: Problems): void {
  invalid(problems, field, port, typeof port === 'number' ? checkPortNumber(port) : checkPortName(port));
}
