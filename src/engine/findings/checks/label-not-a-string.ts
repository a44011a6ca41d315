import type { Diagnostic } from '../../diagnostic';
import type { DecodedDocument } from '../../model/decodeDocument';
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
  { code, range, path, message: told }: Diagnostic,
  ask: Pick<Inquiry, 'sheet'>,
): readonly Found[] {
  const isWrongType = code === 'wrong-type' && told.includes('of type string');
  const isLegacyWord = code === 'yaml-1.1-word' && told.includes('unquoted');
  if (!isWrongType && !isLegacyWord) return [];
  const sheet = ask.sheet(document);
  const scalar = sheet && scalarAt(sheet.root, range.start);
  if (!sheet || !scalar) return [];
  const isLabel = /labels|selector|matchExpressions/i.test(path);
  const what = typeof scalar.value === 'number' ? 'a number' : 'true or false';
  return [
    {
      object: document,
      range,
      severity: isWrongType ? 'error' : 'warning',
      message: isWrongType
        ? `${scalar.source} is ${what}; ${isLabel ? 'the value of a label' : 'this'} has to be a string.`
        : `kubectl does not read ${scalar.source} as a string; ${isLabel ? 'the value of a label' : 'this'} has to be one.`,
      explanation: isWrongType
        ? 'Without quotes YAML reads numbers, true and false as what they look like, and the API server takes nothing but strings here: it refuses the object. Quotes make it a string.'
        : 'Words such as yes, no, on and off, and numbers with a leading zero, mean something else to kubectl than to newer readers of YAML. Quotes make it a string to all of them.',
      concerns: [],
      fixes: fixOf(`Write "${scalar.source}"`, quoteScalar(sheet, scalar)),
      replaces: code,
    },
  ];
}
