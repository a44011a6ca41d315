import { formatAddress, parseAddress } from './address';
import { asMap, listAt, mapAt, stringAt, type MapField } from './fields';
import { decodeMetadata, warnOfNamespace } from './metadata';
import type { NodeObject } from './objects';
import type { Problems } from './problems';

/** https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/node-v1/ */
export function decodeNode(object: MapField, problems: Problems): NodeObject {
  const metadata = decodeMetadata(object, problems);
  warnOfNamespace(metadata, problems);
  const { name, nameRange, labels } = metadata;
  const status = mapAt(object, 'status', problems);
  const addresses = (status ? listAt(status, 'addresses', problems) : []).flatMap((item) => {
    const map = asMap(item, problems);
    const text = map && stringAt(map, 'address', problems);
    const address = text ? parseAddress(text) : null; // the list holds host names too
    return address ? formatAddress(address) : [];
  });
  return {
    kind: 'Node',
    name,
    nameRange,
    range: object.tree.range,
    labels,
    addresses: [...new Set(addresses)],
  };
}
