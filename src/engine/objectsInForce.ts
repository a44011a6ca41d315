import { t } from '../language/t';
import type { OpenDocument } from './documents';
import type { Diagnostic, PlacedDiagnostic } from './diagnostic';
import { Lines } from './lines';
import type { DecodedDocument } from './model/decodeParsed';
import type { DecodedObject, ExpectationsObject, RejectedPolicy, UnsupportedPolicy } from './model/objects';
import type { NetworkPolicy } from './model/policy';
import type { FileId, Range, SourceFile } from './source';

/** Applied in order, as kubectl would: an object replaces an earlier one of its kind, namespace and name. */
export interface InForce {
  readonly policies: readonly NetworkPolicy[];
  /** Those in whose place nobody knows what the cluster has. */
  readonly rejected: readonly RejectedPolicy[];
  readonly unsupported: readonly UnsupportedPolicy[];
  /** What the user says must hold. */
  readonly expectations: readonly ExpectationsObject[];
  /** Everything but policies and expectations; the same list as long as it holds the same. */
  readonly others: readonly DecodedObject[];
  /** The same list as long as it says the same. */
  readonly diagnostics: readonly PlacedDiagnostic[];
  /** Documents of which something is left out because of an error. */
  readonly broken: readonly DecodedDocument[];
}

/** Tells what is wrong with expectations. */
export type Proofread = (object: ExpectationsObject) => readonly Diagnostic[];

/** What one file holds. */
type Holding = Omit<InForce, 'diagnostics'> & { readonly told: readonly OpenDocument[] };

/** Collects the objects of all files; an edit costs one look at the documents of the file it is in. */
export class ObjectsInForce {
  #files = new Map<FileId, readonly OpenDocument[]>();
  readonly #holders = new Map<string, number>();
  /** How many names more than one object has. */
  #shared = 0;
  readonly #holdings = new WeakMap<readonly OpenDocument[], Holding>();
  #others: readonly DecodedObject[] = [];
  #diagnostics: readonly PlacedDiagnostic[] = [];
  /** What is wrong with expectations. Null: who can tell is not loaded yet. */
  proofread: Proofread | null = null;

  /** The documents of each file; the same list for a file as long as its text is the same. */
  update(files: readonly (readonly OpenDocument[])[]): InForce {
    this.#countNames(files);
    const place = placer();
    // Names that are given twice are rare, and then everything is looked at.
    const all = this.#shared > 0 ? this.#withoutReplaced(files.flat(), place) : this.#allOf(files, place);
    if (!sameList(this.#others, all.others)) this.#others = all.others;
    if (!sameDiagnostics(this.#diagnostics, all.diagnostics)) this.#diagnostics = all.diagnostics;
    const rejected = withoutAccepted(all.rejected, all.policies);
    return { ...all, rejected, others: this.#others, diagnostics: this.#diagnostics };
  }

  #allOf(files: readonly (readonly OpenDocument[])[], place: Place): InForce {
    const holdings = files.map((documents) => this.#holdingOf(documents));
    return {
      policies: joined(holdings.map(({ policies }) => policies)),
      rejected: joined(holdings.map(({ rejected }) => rejected)),
      unsupported: joined(holdings.map(({ unsupported }) => unsupported)),
      expectations: joined(holdings.map(({ expectations }) => expectations)),
      others: joined(holdings.map(({ others }) => others)),
      broken: joined(holdings.map(({ broken }) => broken)),
      diagnostics: holdings.flatMap(({ told }) =>
        told.flatMap((document) =>
          this.#problemsOf(document).map((diagnostic) => place(document, diagnostic)),
        ),
      ),
    };
  }

  /** Where objects replace others; tells of them. */
  #withoutReplaced(documents: readonly OpenDocument[], place: Place): InForce {
    const byName = new Map<string, DecodedObject>();
    const diagnostics: PlacedDiagnostic[] = [];
    let unnamed = 0;
    for (const document of documents) {
      for (const diagnostic of this.#problemsOf(document)) diagnostics.push(place(document, diagnostic));
      for (const object of document.decoded.objects) {
        const name = identity(object) ?? `unnamed ${String(unnamed++)}`;
        if (byName.has(name)) {
          byName.delete(name); // so that the replacement also takes the later place in the order
          diagnostics.push(
            place(document, {
              code: 'duplicate-object',
              severity: 'warning',
              message: t`${name} is given twice; this one replaces the earlier`,
              path: 'metadata.name',
              range: 'nameRange' in object ? object.nameRange : object.range,
            }),
          );
        }
        byName.set(name, object);
      }
    }
    const broken = documents.flatMap(({ decoded }) => (decoded.rejected.length > 0 ? [decoded] : []));
    return { ...sorted([...byName.values()]), diagnostics, broken };
  }

  #holdingOf(documents: readonly OpenDocument[]): Holding {
    let holding = this.#holdings.get(documents);
    if (!holding) {
      const objects: DecodedObject[] = [];
      const broken: DecodedDocument[] = [];
      const told: OpenDocument[] = [];
      // A plain loop: this runs over every document of a file at every keystroke in it.
      for (const document of documents) {
        const { decoded } = document;
        for (const object of decoded.objects) objects.push(object);
        if (decoded.rejected.length > 0) broken.push(decoded);
        if (decoded.diagnostics.length > 0 || decoded.objects.some(isExpectations)) told.push(document);
      }
      holding = { ...sorted(objects), broken, told };
      this.#holdings.set(documents, holding);
    }
    return holding;
  }

  #problemsOf({ decoded: { diagnostics, objects } }: OpenDocument): readonly Diagnostic[] {
    const { proofread } = this;
    if (proofread === null) return diagnostics;
    return diagnostics.concat(objects.filter(isExpectations).flatMap(proofread));
  }

  /** Counts the names of what came and went, file by file. */
  #countNames(files: readonly (readonly OpenDocument[])[]): void {
    const before = this.#files;
    this.#files = new Map(
      files.flatMap((documents) => (documents[0] ? [[documents[0].file.id, documents]] : [])),
    );
    for (const [id, documents] of this.#files) this.#countChanges(before.get(id) ?? [], documents);
    for (const [id, documents] of before) if (!this.#files.has(id)) this.#countChanges(documents, []);
  }

  /** Between the first and the last document that is another. */
  #countChanges(before: readonly OpenDocument[], now: readonly OpenDocument[]): void {
    if (before === now) return;
    let start = 0;
    while (start < now.length && now[start]?.decoded === before[start]?.decoded) start++;
    let same = 0;
    const most = Math.min(now.length, before.length) - start;
    while (same < most && now.at(-1 - same)?.decoded === before.at(-1 - same)?.decoded) same++;
    for (const { decoded } of before.slice(start, before.length - same)) this.#hold(decoded, -1);
    for (const { decoded } of now.slice(start, now.length - same)) this.#hold(decoded, 1);
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

const isExpectations = (object: DecodedObject): object is ExpectationsObject =>
  object.kind === 'Expectations';

/** Where the API server accepts a policy of the same name, that one is what the cluster has. */
function withoutAccepted(
  rejected: readonly RejectedPolicy[],
  policies: readonly NetworkPolicy[],
): readonly RejectedPolicy[] {
  if (rejected.length === 0) return rejected;
  const asked = new Set(rejected.map(({ name }) => name));
  const accepted = new Set(
    policies.filter(({ name }) => asked.has(name)).flatMap((one) => identity(one) ?? []),
  );
  if (accepted.size === 0) return rejected;
  return rejected.filter(
    ({ name, namespace }) => namespace === null || !accepted.has(`NetworkPolicy ${namespace}/${name}`),
  );
}

/** By what they are to the engine. */
function sorted(objects: readonly DecodedObject[]): Omit<InForce, 'diagnostics' | 'broken'> {
  const policies: NetworkPolicy[] = [];
  const rejected: RejectedPolicy[] = [];
  const unsupported: UnsupportedPolicy[] = [];
  const expectations: ExpectationsObject[] = [];
  const others: DecodedObject[] = [];
  for (const object of objects) {
    if (object.kind === 'NetworkPolicy') policies.push(object);
    else if (object.kind === 'RejectedPolicy') rejected.push(object);
    else if (object.kind === 'UnsupportedPolicy') unsupported.push(object);
    else if (object.kind === 'Expectations') expectations.push(object);
    else others.push(object);
  }
  return { policies, rejected, unsupported, expectations, others };
}

/** The lists one behind the other; of several without anything but one, that one itself. */
function joined<T>(lists: readonly (readonly T[])[]): readonly T[] {
  const [only = [], another] = lists.filter(({ length }) => length > 0);
  return another ? lists.flat() : only;
}

function sameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a === b || (a.length === b.length && a.every((one, index) => one === b[index]));
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
    case 'RejectedNamespace':
      return null;
    case 'UnsupportedPolicy':
      return `${object.apiVersion} ${object.policyKind} ${object.namespace ?? ''}/${object.name}`;
    case 'Ignored':
    case 'Expectations':
      return null;
    case 'Namespace':
    case 'Node':
      return `${object.kind} ${object.name}`;
    case 'NetworkPolicy':
    case 'Pod':
    case 'Service':
    case 'Ingress':
    case 'Gateway':
    case 'HTTPRoute':
    case 'GRPCRoute':
    case 'TLSRoute':
    case 'TCPRoute':
    case 'UDPRoute':
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
