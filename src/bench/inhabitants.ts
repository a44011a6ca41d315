import { DocumentCache } from '../engine/documents';
import { parseThoroughly } from '../engine/parse/parseThoroughly';
import type { DecodedObject, NamespaceObject, PodObject } from '../engine/model/objects';
import type { NetworkPolicy } from '../engine/model/policy';
import type { Generated } from './generate';

/** The decoded objects of a workspace, for those who evaluate them in another way than a session does. */
export interface Inhabitants {
  readonly objects: readonly DecodedObject[];
  readonly namespaces: readonly NamespaceObject[];
  readonly pods: readonly PodObject[];
  readonly policies: readonly NetworkPolicy[];
}

export function inhabitantsOf({ policies, cluster }: Generated): Inhabitants {
  const cache = new DocumentCache();
  cache.parse = parseThoroughly;
  const documents = cache.open([policies, cluster]);
  const objects = documents.flatMap(({ decoded }): readonly DecodedObject[] => decoded.objects);
  return {
    objects,
    namespaces: objects.filter((object) => object.kind === 'Namespace'),
    pods: objects.filter((object) => object.kind === 'Pod'),
    policies: objects.filter((object) => object.kind === 'NetworkPolicy'),
  };
}
