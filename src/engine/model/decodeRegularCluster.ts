import { inDoubt, type Cursor } from '../parse/regular/cursor';
import { passValue } from '../parse/regular/pass';
import { shape } from '../parse/regular/shape';
import { readItems, readMap, readMapHere, readString } from '../parse/regular/values';
import { formatAddress, parseAddress } from './address';
import type { RegularKind } from './decodeRegularKind';
import { texts } from './decodeRegularStrings';
import { withNamespaceName } from './defaults';

/** https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/namespace-v1/ */
export const regularNamespace: RegularKind = () => ({
  readSpec: passValue,
  readStatus: passValue,
  finish: ({ name, nameRange, namespace, labels }, range) => {
    if (namespace !== null) throw inDoubt;
    return { kind: 'Namespace', name, nameRange, range, labels: withNamespaceName(labels, name) };
  },
});

const addressShape = shape<string[]>(['address', 'type'], () => true, {
  address: (cursor, list) => void list.push(readString(cursor, texts)),
});

const statusNames = [
  'addresses',
  'allocatable',
  'capacity',
  'conditions',
  'daemonEndpoints',
  'images',
  'nodeInfo',
];

const statusShape = shape<string[]>(statusNames, () => true, {
  addresses: (cursor, list) => readItems(cursor, () => readMapHere(cursor, addressShape, list)),
});

/** https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/node-v1/ */
export const regularNode: RegularKind = () => {
  const written: string[] = [];
  return {
    readSpec: passValue,
    readStatus: (cursor: Cursor) => readMap(cursor, statusShape, written),
    finish: ({ name, nameRange, namespace, labels }, range) => {
      if (namespace !== null) throw inDoubt;
      const found = written.flatMap((text) => {
        const address = parseAddress(text); // the list holds host names too
        return address ? formatAddress(address) : [];
      });
      return { kind: 'Node', name, nameRange, range, labels, addresses: [...new Set(found)] };
    },
  };
};
