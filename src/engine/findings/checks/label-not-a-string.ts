import { t } from '../../../language/t';
import type { Diagnostic } from '../../diagnostic';
import type { DecodedDocument } from '../../model/decodeParsed';
import { legacyKey } from '../../model/legacyYaml';
import type { MapEntry, ScalarTree } from '../../parse/tree';
import type { Range } from '../../source';
import type { DocumentCheck, DocumentFix, Found, Inquiry } from '../check';
import { fixOf, quoteScalar, renameKey } from '../edit';
import { pages } from '../lookup/pages';
import { entryAt, scalarAt } from '../lookup/spots';

/** A number, true or yes where a string has to be: labels most of all, their keys too. */
export const labelNotAString: DocumentCheck = {
  code: 'label-not-a-string',
  severity: 'error',
  docs: pages.labelSyntax,
  looksAt: 'document',
  find: (document, ask) => document.diagnostics.flatMap((diagnostic) => foundIn(document, diagnostic, ask)),
};

function foundIn(
  document: DecodedDocument,
  { code, range, path, instead }: Diagnostic,
  ask: Pick<Inquiry, 'sheet'>,
): readonly Found[] {
  if (instead === undefined || (code !== 'wrong-type' && code !== 'yaml-1.1-word')) return [];
  const isWrongType = code === 'wrong-type';
  const sheet = ask.sheet(document);
  if (!sheet) return [];
  const key = entryAt(sheet.root, range.start)?.entry;
  if (key) return [atKey(document, key, range, fixOf(t`Write ${instead}`, renameKey(sheet, key, instead)))];
  const scalar = scalarAt(sheet.root, range.start);
  if (!scalar) return [];
  const isLabel = /labels|selector|matchExpressions/i.test(path);
  return [
    {
      object: document,
      range,
      severity: isWrongType ? 'error' : 'warning',
      message: isWrongType ? wrongTypeSentence(scalar, isLabel) : legacyWordSentence(scalar, isLabel),
      explanation: isWrongType
        ? t`Without quotes YAML reads numbers, true and false as what they look like, and the API server takes nothing but strings here: it refuses the object. Quotes make it a string.`
        : t`Words such as yes, no, on and off, and numbers with a leading zero, mean something else to kubectl than to newer readers of YAML. Quotes make it a string to all of them.`,
      concerns: [],
      fixes: fixOf(t`Write ${instead}`, quoteScalar(sheet, scalar)),
      replaces: code,
    },
  ];
}

function atKey(document: DecodedDocument, key: MapEntry, range: Range, fixes: readonly DocumentFix[]): Found {
  const legacy = legacyKey(key) ?? '';
  return {
    object: document,
    range,
    severity: 'warning',
    message: t`kubectl reads the key ${key.key} as ${legacy}: the label gets that name.`,
    explanation: t`Words such as yes, no, on and off without quotes are booleans to kubectl, also as keys, and strings to newer readers of YAML. Quotes make it a string to all of them.`,
    concerns: [],
    fixes,
    replaces: 'yaml-1.1-word',
  };
}

function wrongTypeSentence({ source, value }: ScalarTree, isLabel: boolean): string {
  if (typeof value !== 'boolean') {
    return isLabel
      ? t`${source} is a number; the value of a label has to be a string.`
      : t`${source} is a number; this has to be a string.`;
  }
  return isLabel
    ? t`${source} is true or false; the value of a label has to be a string.`
    : t`${source} is true or false; this has to be a string.`;
}

function legacyWordSentence({ source }: ScalarTree, isLabel: boolean): string {
  return isLabel
    ? t`kubectl does not read ${source} as a string; the value of a label has to be one.`
    : t`kubectl does not read ${source} as a string; this has to be one.`;
}
