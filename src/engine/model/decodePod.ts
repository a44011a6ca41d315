import { t } from '../../language/t';
import { formatAddress, parseAddress } from './address';
import { asMap, asString, fieldOf, listAt, mapAt, stringAt, type Field, type MapField } from './fields';
import { decodeMetadata, namespaceOf } from './metadata';
import type { PodObject } from './objects';
import { decodePodShape } from './podShape';
import type { Problems } from './problems';

/** https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/ */
export function decodePod(object: MapField, problems: Problems): PodObject {
  const metadata = decodeMetadata(object, problems);
  const { name, nameRange, labels, owner, terminating } = metadata;
  const status = mapAt(object, 'status', problems);
  const phase = status && stringAt(status, 'phase', problems);
  return {
    kind: 'Pod',
    name,
    nameRange,
    namespace: namespaceOf(metadata),
    range: object.tree.range,
    ...decodePodShape(labels, mapAt(object, 'spec', problems), problems),
    owner,
    completed: phase === 'Succeeded' || phase === 'Failed',
    pending: phase === 'Pending',
    unready: status !== null && isUnready(status, problems),
    terminating,
    addresses: status ? addressesAt(status, 'podIPs', 'podIP', problems) : [],
    hostAddresses: status ? addressesAt(status, 'hostIPs', 'hostIP', problems) : [],
  };
}

/** https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-conditions */
function isUnready(status: MapField, problems: Problems): boolean {
  return listAt(status, 'conditions', problems).some((item) => {
    const condition = asMap(item, problems);
    if (condition === null || stringAt(condition, 'type', problems) !== 'Ready') return false;
    return stringAt(condition, 'status', problems) !== 'True';
  });
}

/** The first address of each family in the list `many` of `{ip}`, or else in the field `one`. */
function addressesAt(status: MapField, many: string, one: string, problems: Problems): readonly string[] {
  const listed = listAt(status, many, problems).flatMap((item) => {
    const map = asMap(item, problems);
    return (map && fieldOf(map, 'ip')) ?? [];
  });
  const single = fieldOf(status, one);
  const fields = listed.length > 0 || single === null ? listed : [single];
  const families = new Map<4 | 6, string>();
  for (const field of fields) {
    const address = readAddress(field, problems);
    if (address && !families.has(address.family)) families.set(address.family, formatAddress(address));
  }
  return [...families.values()];
}

/** A status is written by the cluster, not by people: what is wrong in it does not make the pod unusable. */
function readAddress(field: Field, problems: Problems): ReturnType<typeof parseAddress> {
  const text = asString(field, problems);
  const address = text ? parseAddress(text) : null;
  if (text && address === null)
    problems.warn('invalid', field, t`not an IP address: ${JSON.stringify(text)}`);
  return address;
}
