import type { DiagnosticCode, Severity } from '../diagnostic';
import type { Unit } from '../evaluate/ends';
import type { Evaluated } from '../evaluate/evaluated';
import type { DecodedDocument } from '../model/decodeParsed';
import type { DecodedObject } from '../model/objects';
import type { NetworkPolicy } from '../model/policy';
import type { MapTree } from '../parse/tree';
import type { Range } from '../source';
import type { Edits, Sheet } from './edit/sheet';

/** Looks for one trap. Its file is called as its code; its row in the table of checks is the only other mention. */
export type Check = PolicyCheck | NamespaceCheck | DocumentCheck | WorkspaceCheck;

interface CheckBase {
  readonly code: string;
  readonly severity: Severity;
  readonly docs: string;
}

/** Depends on one policy and on who is in the cluster, on no other policy: remembered until one of these changes. */
export interface PolicyCheck extends CheckBase {
  readonly looksAt: 'policy';
  find(this: void, policy: NetworkPolicy, ask: Inquiry): readonly Found[];
}

/** Depends on all policies of one namespace and on the cluster. */
export interface NamespaceCheck extends CheckBase {
  readonly looksAt: 'namespace';
  find(this: void, namespace: string, policies: readonly NetworkPolicy[], ask: Inquiry): readonly Found[];
}

/** Depends on nothing but the text of one document that some diagnostic tells of. */
export interface DocumentCheck extends CheckBase {
  readonly looksAt: 'document';
  find(
    this: void,
    document: DecodedDocument,
    ask: Pick<Inquiry, 'source' | 'sheet' | 'tree'>,
  ): readonly Found[];
}

/** Depends on anything: run again after every edit. One that takes longer gives `null` every now and then, to pause. */
export interface WorkspaceCheck extends CheckBase {
  readonly looksAt: 'workspace';
  find(this: void, ask: Inquiry): Iterable<Found | null>;
}

/** What a check may ask. */
export interface Inquiry {
  readonly state: Evaluated;
  /** The text of the object's document from its beginning; ranges of the object are offsets into it. */
  source(this: void, of: DecodedObject | DecodedDocument): string;
  /** The object's tree in that text; null when it is not a mapping, or cannot be parsed. */
  tree(this: void, object: DecodedObject): MapTree | null;
  /** That text with the tree of the whole document, for edits; null when it cannot be parsed. */
  sheet(this: void, of: DecodedObject | DecodedDocument): Sheet | null;
}

/** What a check found; ranges count from the start of the document. */
export interface Found {
  readonly object: DecodedObject | DecodedDocument;
  readonly range: Range;
  readonly message: string;
  readonly explanation: string;
  readonly concerns: readonly Unit[];
  readonly fixes: readonly DocumentFix[];
  /** Where it is another than the check's. */
  readonly severity?: Severity;
  /** The diagnostic at the same place that says the same in the API server's words. */
  readonly replaces?: DiagnosticCode;
}

/** A fix within the document of one object. */
export interface DocumentFix {
  readonly title: string;
  readonly edits: Edits;
  /** Whose document it changes, when that is not the object it was found in. */
  readonly object?: DecodedObject;
  /** The namespace it moves a policy to. It is not offered where there is one of that name, which it would replace. */
  readonly moves?: { readonly policy: string; readonly to: string };
}
