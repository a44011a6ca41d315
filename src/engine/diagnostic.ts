import type { Place, Range } from './source';

/** error: the document was left out. warning: it was used, but probably does not mean what it says. info: worth knowing. */
export type Severity = 'error' | 'warning' | 'info';

/** Closed set: a code never changes its meaning. Tests assert codes, never wording. */
export type DiagnosticCode =
  | 'yaml-syntax' // the text is not YAML (or JSON)
  | 'yaml-alias' // an alias that points nowhere, or one that expands without bound
  | 'yaml-duplicate-key' // strict decoding rejects it
  | 'missing-separator' // the same of what another object begins with: it should be a document of its own
  | 'yaml-1.1-word' // yes/no/on/off/y/n, 010, 1_000: kubectl reads a boolean or another number
  | 'not-an-object' // the document is a scalar or a list
  | 'missing-kind' // apiVersion or kind is absent
  | 'wrong-api-version' // the kind does not exist under that apiVersion
  | 'wrong-type' // "expected string, got number": the server's decoder refuses it
  | 'unknown-field'
  | 'required'
  | 'invalid'
  | 'not-supported'
  | 'forbidden'
  | 'non-canonical-cidr' // accepted with a warning: host bits, leading zeros, IPv4-mapped
  | 'ignored-rules' // rules of a direction that policyTypes does not list
  | 'duplicate-object' // the later of two objects with one name replaces the earlier
  | 'no-namespaced-meaning' // metadata.namespace on a cluster-scoped kind
  | 'unsupported-policy'; // a policy kind this program does not evaluate

/** A problem in the text of one document; offsets count from the start of that document. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: Severity;
  /**
   * The API server's words where it has some (its validation, its decoders, its warnings), else those of the YAML
   * reader, both without the path: quoted, so they are English in every language, to be recognised and looked up. What
   * this program says itself, also a hint beside a quotation, is a message of the page (`t`).
   */
  readonly message: string;
  /** As the API server prints it: `spec.ingress[0].ports[1].port`; empty when the problem has no path. */
  readonly path: string;
  readonly range: Range;
  /** What was meant most likely, as it is to be written: the name of the field, the value in quotes. */
  readonly instead?: string | undefined;
}

/** The same problem in a file of the user's. `line` and `column` count from 1. */
export interface PlacedDiagnostic extends Omit<Diagnostic, 'range'> {
  readonly place: Place;
  readonly line: number;
  readonly column: number;
}

/** How every stage tells of a problem. */
export type Report = (diagnostic: Diagnostic) => void;
