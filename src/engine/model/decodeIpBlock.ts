import { asString, fieldOf, listAt, spotOf, type MapField } from './fields';
import type { IpBlockPeer } from './policy';
import { invalid, required, type Problems } from './problems';
import type { Range } from '../source';
import { refuseUnknownFields } from './unknownFields';
import { isStrictSubset, readCidr } from './validateCidr';

/** https://kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/ IPBlock; null: unusable. */
export function decodeIpBlock(block: MapField, range: Range, problems: Problems): IpBlockPeer | null {
  refuseUnknownFields(block, ['cidr', 'except'], problems);
  const field = fieldOf(block, 'cidr');
  const written = field === null ? '' : asString(field, problems);
  if (written === '') required(problems, spotOf(block, 'cidr'), '');
  const cidr = written ? readCidr(written, spotOf(block, 'cidr'), problems) : null;

  const excepts = listAt(block, 'except', problems).map((item) => ({ item, text: asString(item, problems) }));
  // The server does not look at `except` before there is a block to take something out of (ValidateIPBlock).
  if (cidr === null || !written) return null;
  const except = excepts.flatMap(({ item, text }) => {
    if (text === null || readCidr(text, item, problems) === null) return [];
    if (!isStrictSubset(text, written)) {
      invalid(problems, item, text, ['must be a strict subset of `cidr`']);
    }
    return [text];
  });
  return { kind: 'ipBlock', cidr: written, except, range };
}
