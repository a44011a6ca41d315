import { t } from '../../../language/t';
import type { DocumentCheck } from '../check';
import { fixOf } from '../edit';
import { pages } from '../lookup/pages';

/** Two objects in one document: of each key the reader of YAML takes the last, or refuses both. */
export const missingSeparator: DocumentCheck = {
  code: 'missing-separator',
  severity: 'error',
  docs: pages.objectsInFile,
  looksAt: 'document',
  find: (document, ask) => {
    const joined = document.diagnostics.filter(({ code }) => code === 'missing-separator');
    const line = ask.source(document).includes('\r\n') ? '---\r\n' : '---\n';
    const edits = joined.map(({ range: { start } }) => ({ range: { start, end: start }, text: line }));
    return joined.map(({ range }) => ({
      object: document,
      range,
      message: t`Another object begins here, and no "---" stands above it.`,
      explanation: t`Without "---" between them two objects are one to a reader of YAML, with keys that are there twice. Such a file is refused, or the later object takes the place of the one before it, of which nothing is left. None of them is used here.`,
      concerns: [],
      fixes: fixOf(t`Put "---" between the objects`, edits),
      replaces: 'missing-separator',
    }));
  },
};
