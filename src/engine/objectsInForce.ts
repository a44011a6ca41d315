import type { OpenDocument } from './documents';
import type { PlacedDiagnostic } from './diagnostic';
import { Lines } from './lines';
import type { DecodedObject } from './model/objects';
import type { Range, SourceFile } from './source';

/** Applied in order, as kubectl would: an object replaces an earlier one of its kind, namespace and name. */
export interface InForce {
  readonly objects: readonly DecodedObject[];
  readonly diagnostics: readonly PlacedDiagnostic[];
}

/** Collects the objects of all documents and places their diagnostics; tells of objects that replace others. */
export function objectsInForce(documents: readonly OpenDocument[]): InForce {
  const byName = new Map<string, DecodedObject>();
  const diagnostics: PlacedDiagnostic[] = [];
  const lines = new Map<SourceFile, Lines>();
  const place = (
    { file, start }: OpenDocument,
    { range, ...rest }: Omit<PlacedDiagnostic, 'place' | 'line' | 'column'> & { readonly range: Range },
  ): PlacedDiagnostic => {
    let index = lines.get(file);
    if (!index) lines.set(file, (index = new Lines(file.text)));
    const at = { file: file.id, start: start + range.start, end: start + range.end };
    return { ...rest, place: at, ...index.at(at.start) };
  };
  let unnamed = 0;
  for (const document of documents) {
    for (const diagnostic of document.decoded.diagnostics) diagnostics.push(place(document, diagnostic));
    for (const object of document.decoded.objects) {
      const name = identity(object) ?? `unnamed ${String(unnamed++)}`;
      if (byName.has(name)) {
        byName.delete(name); // so that the replacement also takes the later place in the order
        diagnostics.push(
          place(document, {
            code: 'duplicate-object',
            severity: 'warning',
            message: `${name} is given twice; this one replaces the earlier`,
            path: 'metadata.name',
            range: 'nameRange' in object ? object.nameRange : object.range,
          }),
        );
      }
      byName.set(name, object);
    }
  }
  return { objects: [...byName.values()], diagnostics };
}

/** Null for what has no name of its own yet (generateName), or is not in the cluster. */
function identity(object: DecodedObject): string | null {
  switch (object.kind) {
    case 'RejectedPolicy':
      return null;
    case 'UnsupportedPolicy':
      return `${object.apiVersion} ${object.policyKind} ${object.namespace ?? ''}/${object.name}`;
    case 'Ignored':
      return null;
    case 'Namespace':
    case 'Node':
      return `${object.kind} ${object.name}`;
    case 'NetworkPolicy':
    case 'Pod':
    case 'Service':
    case 'Ingress':
    case 'Deployment':
    case 'StatefulSet':
    case 'DaemonSet':
    case 'ReplicaSet':
    case 'ReplicationController':
    case 'Job':
    case 'CronJob':
      return object.name.endsWith('*') ? null : `${object.kind} ${object.namespace}/${object.name}`;
  }
}
