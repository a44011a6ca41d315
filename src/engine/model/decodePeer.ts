import { decodeIpBlock } from './decodeIpBlock';
import { asMap, fieldOf, mapAt, type Field } from './fields';
import type { Peer } from './policy';
import { forbidden, required, type Problems } from './problems';
import { decodeSelector } from './selector';
import { refuseUnknownFields } from './unknownFields';

/**
 * An entry of `from` or `to`. A selector written as null is not written: beside a podSelector that means the policy's
 * own namespace, alone it is no peer. null: unusable.
 */
export function decodePeer(item: Field, problems: Problems): Peer | null {
  const map = asMap(item, problems);
  if (map === null) return null;
  refuseUnknownFields(map, ['podSelector', 'namespaceSelector', 'ipBlock'], problems);

  const isWritten = (key: string): boolean => fieldOf(map, key) !== null;
  const bySelector = isWritten('podSelector') || isWritten('namespaceSelector');
  const pods = mapAt(map, 'podSelector', problems);
  const namespaces = mapAt(map, 'namespaceSelector', problems);
  const podSelector = pods && decodeSelector(pods, problems);
  const namespaceSelector = namespaces && decodeSelector(namespaces, problems);

  if (isWritten('ipBlock')) {
    if (bySelector) forbidden(problems, item, 'may not specify both ipBlock and another peer');
    const block = mapAt(map, 'ipBlock', problems);
    return block && decodeIpBlock(block, map.tree.range, problems);
  }
  if (!bySelector) required(problems, item, 'must specify a peer');
  if (podSelector === null && namespaceSelector === null) return null;
  return { kind: 'pods', namespaceSelector, podSelector, range: map.tree.range };
}
