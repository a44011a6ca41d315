import { decodePeer } from './decodePeer';
import { decodePolicyPort } from './decodePolicyPort';
import { asMap, listAt, type Field, type MapField } from './fields';
import type { PolicyType, Rule } from './policy';
import type { Problems } from './problems';
import { refuseUnknownFields } from './unknownFields';

/** The rules of one direction; a null rule is `{}`, which lets everything through. */
export function decodeRules(spec: MapField, type: PolicyType, problems: Problems): readonly Rule[] {
  const [rules, peers] = type === 'Ingress' ? (['ingress', 'from'] as const) : (['egress', 'to'] as const);
  return listAt(spec, rules, problems).flatMap((item) => decodeRule(item, peers, problems) ?? []);
}

function decodeRule(item: Field, peers: 'from' | 'to', problems: Problems): Rule | null {
  const map = asMap(item, problems);
  if (map === null) return null;
  refuseUnknownFields(map, [peers, 'ports'], problems);
  return {
    peers: listAt(map, peers, problems).flatMap((peer) => decodePeer(peer, problems) ?? []),
    ports: listAt(map, 'ports', problems).flatMap((port) => decodePolicyPort(port, problems) ?? []),
    range: map.tree.range,
  };
}
