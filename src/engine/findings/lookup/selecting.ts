import { NAMESPACE_NAME_LABEL } from '../../model/cluster';
import { bookkeepingLabels } from '../../model/controllerLabels';
import type { Labels } from '../../model/objects';
import type { Plain } from '../edit';

/** A peer that selects pods by these labels, as it is to be written in a policy of `own`. */
export function peerFor(namespace: string, labels: Labels, own: string): Plain {
  const podSelector = { matchLabels: Object.fromEntries(labels) };
  return namespace === own ? { podSelector } : { ...namespacePeer(namespace), podSelector };
}

/** A peer that selects every pod of a namespace. */
export function namespacePeer(namespace: string): Readonly<Record<string, Plain>> {
  return { namespaceSelector: { matchLabels: { [NAMESPACE_NAME_LABEL]: namespace } } };
}

/** Labels of a pod that its replicas share. */
export function lastingLabels(labels: Labels): Labels {
  return new Map([...labels].filter(([key]) => !bookkeepingLabels.includes(key)));
}
