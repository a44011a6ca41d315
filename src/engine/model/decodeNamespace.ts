import { withNamespaceName } from './defaults';
import type { MapField } from './fields';
import { decodeMetadata, warnOfNamespace } from './metadata';
import type { NamespaceObject } from './objects';
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
