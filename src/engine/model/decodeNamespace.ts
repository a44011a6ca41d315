import { withNamespaceName } from './defaults';
import type { MapField } from './fields';
import { decodeMetadata, warnOfNamespace } from './metadata';
import type { NamespaceObject, RejectedNamespace } from './objects';
import type { Problems } from './problems';
import { checkDnsLabel } from './validateNames';

/** https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/namespace-v1/ */
export function decodeNamespace(object: MapField, problems: Problems): NamespaceObject {
  const metadata = decodeMetadata(object, problems, checkDnsLabel);
  warnOfNamespace(metadata, problems);
  const { name, nameRange, labels } = metadata;
  return {
    kind: 'Namespace',
    name,
    nameRange,
    range: object.tree.range,
    labels: withNamespaceName(labels, name),
  };
}

/** What stands in for a namespace that is refused; null: it is refused for its name, so nothing is called so. */
export function rejectedNamespace({
  name,
  nameRange,
  range,
}: Omit<RejectedNamespace, 'kind'>): RejectedNamespace | null {
  return checkDnsLabel(name).length === 0 ? { kind: 'RejectedNamespace', name, nameRange, range } : null;
}
