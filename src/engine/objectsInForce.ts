import type { OpenDocument } from './documents';
import type { PlacedDiagnostic } from './diagnostic';
import { Lines } from './lines';
import type { DecodedDocument } from './model/decodeDocument';
import type { DecodedObject } from './model/objects';
import type { Range, SourceFile } from './source';

/** Applied in order, as kubectl would: an object replaces an earlier one of its kind, namespace and name. */
export interface InForce {
  readonly objects: readonly DecodedObject[];
  readonly diagnostics: readonly PlacedDiagnostic[];
}

/** Collects the objects of all documents; an edit costs what the changed documents hold, and one look at each other. */
export class ObjectsInForce {
  #documents: readonly DecodedDocument[] = [];
  readonly #holders = new Map<string, number>();
  /** How many names more than one object has. */
  #shared = 0;
  #diagnostics: readonly PlacedDiagnostic[] = [];

  update(documents: readonly OpenDocument[]): InForce {
    this.#count(documents);
    const place = placer();
    // Names that are given twice are rare, and then everything is looked at.
    const all = this.#shared > 0 ? withoutReplaced(documents, place) : allOf(documents, place);
    if (!sameDiagnostics(this.#diagnostics, all.diagnostics)) this.#diagnostics = all.diagnostics;
    return { objects: all.objects, diagnostics: this.#diagnostics };
  }

  /** Counts the names of what came and went between the first and the last document that is another. */
  #count(documents: readonly OpenDocument[]): void {
    const before = this.#documents;
    const now = documents.map(({ decoded }) => decoded);
    let start = 0;
    while (start < now.length && start < before.length && now[start] === before[start]) start++;
    let same = 0;
    const most = Math.min(now.length, before.length) - start;
    while (same < most && now[now.length - 1 - same] === before[before.length - 1 - same]) same++;
    for (const document of before.slice(start, before.length - same)) this.#hold(document, -1);
    for (const document of now.slice(start, now.length - same)) this.#hold(document, 1);
    this.#documents = now;
  }

  #hold(document: DecodedDocument, by: 1 | -1): void {
    for (const object of document.objects) {
      const name = identity(object);
      if (name === null) continue;
      const before = this.#holders.get(name) ?? 0;
      const now = before + by;
      if (now === 0) this.#holders.delete(name);
      else this.#holders.set(name, now);
      this.#shared += Number(now > 1) - Number(before > 1);
    }
  }
}

type ToPlace = Omit<PlacedDiagnostic, 'place' | 'line' | 'column'> & { readonly range: Range };
type Place = (document: OpenDocument, diagnostic: ToPlace) => PlacedDiagnostic;

function placer(): Place {
  const lines = new Map<SourceFile, Lines>();
  return ({ file, start }, { range, ...rest }) => {
    let index = lines.get(file);
    if (!index) lines.set(file, (index = new Lines(file.text)));
    const at = { file: file.id, start: start + range.start, end: start + range.end };
    return { ...rest, place: at, ...index.at(at.start) };
  };
}

function allOf(documents: readonly OpenDocument[], place: Place): InForce {
  const objects: DecodedObject[] = [];
  const diagnostics: PlacedDiagnostic[] = [];
  for (const document of documents) {
    for (const diagnostic of document.decoded.diagnostics) diagnostics.push(place(document, diagnostic));
    for (const object of document.decoded.objects) objects.push(object);
  }
  return { objects, diagnostics };
}

/** The same where objects replace others, and tells of them. */
function withoutReplaced(documents: readonly OpenDocument[], place: Place): InForce {
  const byName = new Map<string, DecodedObject>();
  const diagnostics: PlacedDiagnostic[] = [];
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

function sameDiagnostics(a: readonly PlacedDiagnostic[], b: readonly PlacedDiagnostic[]): boolean {
  return a.length === b.length && a.every((one, index) => sameDiagnostic(one, b[index]));
}

function sameDiagnostic(a: PlacedDiagnostic, b: PlacedDiagnostic | undefined): boolean {
  return (
    a.code === b?.code &&
    a.severity === b.severity &&
    a.message === b.message &&
    a.path === b.path &&
    a.line === b.line &&
    a.column === b.column &&
    a.place.file === b.place.file &&
    a.place.start === b.place.start &&
    a.place.end === b.place.end
  );
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
