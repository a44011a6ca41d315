import { checkPort, decodePolicyProtocol } from './decodePort';
import { asIntegerOrString, asInteger, asMap, fieldOf, type Field, type MapField } from './fields';
import type { PolicyPort } from './policy';
import { invalid, type Problems } from './problems';
import { refuseUnknownFields } from './unknownFields';
import { checkPortNumber } from './validateNames';

/** An entry of a rule's `ports`; null: unusable. */
export function decodePolicyPort(item: Field, problems: Problems): PolicyPort | null {
  const map = asMap(item, problems);
  if (map === null) return null;
  refuseUnknownFields(map, ['port', 'endPort', 'protocol'], problems);

  const protocol = decodePolicyProtocol(map, problems);
  const field = fieldOf(map, 'port');
  const port = field && asIntegerOrString(field, problems);
  if (field !== null && port !== null) checkPort(field, port, problems);
  return { protocol, port, endPort: decodeEndPort(map, port, problems), range: map.tree.range };
}

/** The inclusive end of a range. https://kubernetes.io/docs/concepts/services-networking/network-policies/#targeting-a-range-of-ports */
function decodeEndPort(map: MapField, port: number | string | null, problems: Problems): number | null {
  const field = fieldOf(map, 'endPort');
  const endPort = field && asInteger(field, problems);
  if (field === null || endPort === null) return null;
  if (port === null && fieldOf(map, 'port') !== null) return null; // the port is faulty itself
  invalid(problems, field, endPort, faultsOfEndPort(endPort, port));
  return endPort;
}

function faultsOfEndPort(endPort: number, port: number | string | null): readonly string[] {
  if (port === null) return ['may not be specified when `port` is not specified'];
  if (typeof port === 'string') return ['may not be specified when `port` is non-numeric'];
  return [
    ...(endPort < port ? ['must be greater than or equal to `port`'] : []),
    ...checkPortNumber(endPort),
  ];
}
