import { t } from '../../language/t';
import type { Evaluated } from '../evaluate/evaluated';

/** Something a person may mean with what they began to type. */
export interface Suggestion {
  /** What an Attempt takes. */
  readonly value: string;
  /** `Deployment in shop` */
  readonly label: string;
}

/** Workloads, Services and pods whose name and namespace have all the words in them; the best known kinds first. */
export function suggest({ space: { cluster } }: Evaluated, text: string, most = 30): readonly Suggestion[] {
  const words = text
    .toLowerCase()
    .split(/[\s/:]+/)
    .filter((word) => word !== '' && word !== 'service');
  const found: Suggestion[] = [];
  const offer = (value: string, kind: string, namespace: string): void => {
    if (found.length < most && words.every((word) => value.toLowerCase().includes(word))) {
      found.push({ value, label: t`${kind} in ${namespace}` });
    }
  };
  for (const { kind, namespace, name, partOf } of cluster.workloads) {
    if (partOf !== null) offer(`${namespace}/${partOf.name}`, partOf.kind, namespace);
    offer(`${namespace}/${name}`, kind, namespace);
  }
  for (const { namespace, name } of cluster.services)
    offer(`service:${namespace}/${name}`, 'Service', namespace);
  // Pods only when asked for: there are many of them.
  for (const { namespace, name, object } of words.length === 0 ? [] : cluster.pods) {
    if (object.kind === 'Pod') offer(`${namespace}/${name}`, 'Pod', namespace);
  }
  return [...new Map(found.map((one) => [one.value, one])).values()];
}
