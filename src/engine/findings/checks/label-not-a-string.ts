import { t } from '../../../language/t';
import type { Diagnostic } from '../../diagnostic';
import type { DecodedDocument } from '../../model/decodeDocument';
import type { ScalarTree } from '../../parse/tree';
import type { DocumentCheck, Found, Inquiry } from '../check';
import { fixOf, quoteScalar } from '../edit';
import { pages } from '../lookup/pages';
import { scalarAt } from '../lookup/spots';

/** A number, true or yes where a string has to be: labels most of all. */
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
  const scalar = sheet && scalarAt(sheet.root, range.start);
  if (!sheet || !scalar) return [];
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

function wrongTypeSentence({ source, value }: ScalarTree, isLabel: boolean): string {
  if (typeof value === 'number') {
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
