import { t } from '../../../language/t';
import type { Diagnostic } from '../../diagnostic';
import type { DecodedDocument } from '../../model/decodeParsed';
import { entryOf } from '../../parse/tree';
import type { DocumentCheck, Found, Inquiry } from '../check';
import { fixOf, removeEntry, renameKey } from '../edit';
import { pages } from '../lookup/pages';
import { entryAt } from '../lookup/spots';

/** A field nobody knows: most likely a slip in one that exists. */
export const mistypedField: DocumentCheck = {
  code: 'mistyped-field',
  severity: 'error',
  docs: pages.fieldValidation,
  looksAt: 'document',
  find: (document, ask) =>
    document.diagnostics.flatMap((diagnostic) =>
      diagnostic.code === 'unknown-field' ? foundIn(document, diagnostic, ask) : [],
    ),
};

function foundIn(
  document: DecodedDocument,
  { range, path, instead: meant }: Diagnostic,
  ask: Pick<Inquiry, 'source' | 'sheet'>,
): readonly Found[] {
  const field = ask
    .source(document)
    .slice(range.start, range.end)
    .replace(/^["']|["']$/g, '');
  const sheet = ask.sheet(document);
  const spot = sheet && entryAt(sheet.root, range.start);
  const isFree = spot !== null && meant !== undefined && entryOf(spot.map, meant) === undefined;
  const isPeers = /^spec\.(?:in|e)gress\[\d+\]\./.test(path) && (meant === 'from' || meant === 'to');
  return [
    {
      object: document,
      range,
      message:
        meant === undefined
          ? t`There is no field "${field}" here.`
          : t`There is no field "${field}" here; "${meant}" may be meant.`,
      explanation: isPeers
        ? t`kubectl refuses the policy. A server that only warns drops the field, and what is left is a rule without "${meant}", which allows everyone.`
        : t`kubectl refuses an object with a field that does not exist. A server that only warns drops the field, and the object says less than is written.`,
      concerns: [],
      fixes: sheet && spot ? fixes(isFree ? meant : undefined) : [],
      replaces: 'unknown-field',
    },
  ];

  function fixes(name: string | undefined): Found['fixes'] {
    if (!sheet || !spot) return [];
    return name === undefined
      ? fixOf(t`Remove "${field}"`, removeEntry(sheet, spot.map, spot.entry))
      : fixOf(t`Write "${name}"`, renameKey(sheet, spot.entry, name));
  }
}
