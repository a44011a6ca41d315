import type { Severity } from '../diagnostic';
import type { EvaluatedText } from '../evaluate/evaluated';
import { refsOf } from '../explain/parts';
import { Lines } from '../lines';
import type { OpenDocument } from '../documents';
import type { FileId, Place, Range, SourceFile } from '../source';
import type { Check, Found } from './check';
import { CONCERNS, type Finding, type Findings } from './finding';

/** What a check found, with the check. */
export interface Hit {
  readonly check: Check;
  readonly found: Found;
}

/** How many findings are shown. */
const SHOWN = 500;

const gravity: readonly Severity[] = ['error', 'warning', 'info'];
const severityOf = ({ check, found }: Hit): Severity => found.severity ?? check.severity;

/** Puts what was found where it stands now. What is no longer in the texts is left out. */
export function placed(hits: readonly Hit[], state: EvaluatedText): Findings {
  const { texts } = state;
  const order = new Map<FileId, number>();
  for (const [file] of texts.files) if (file) order.set(file.file.id, order.size);
  const there = hits.flatMap((hit) => {
    const document = texts.find(hit.found.object);
    return document === null ? [] : [{ hit, document }];
  });
  there.sort((a, b) => {
    const [fileA, fileB] = [order.get(a.document.file.id) ?? 0, order.get(b.document.file.id) ?? 0];
    const startOf = (one: typeof a): number => one.document.start + one.hit.found.range.start;
    return fileA - fileB || startOf(a) - startOf(b);
  });

  const gravest = gravity.flatMap((severity) => there.filter(({ hit }) => severityOf(hit) === severity));
  const shown = new Set(gravest.slice(0, SHOWN));
  const refOf = refsOf(state);
  const lines = new Map<SourceFile, Lines>();
  const findings = there.flatMap((one): readonly Finding[] => {
    if (!shown.has(one)) return [];
    const { hit, document } = one;
    const { file } = document;
    let index = lines.get(file);
    if (!index) lines.set(file, (index = new Lines(file.text)));
    const { check, found } = hit;
    const place = placeIn(document, found.range);
    return [
      {
        code: check.code,
        severity: severityOf(hit),
        message: found.message,
        explanation: found.explanation,
        place,
        ...index.at(place.start),
        concerns: found.concerns.slice(0, CONCERNS).map(refOf),
        concerned: found.concerns.length,
        docs: check.docs,
        fixes: found.fixes.flatMap(({ title, edits, object, moves }) => {
          if (moves && isTaken(state, moves.to, moves.policy)) return [];
          const changed = object === undefined ? document : texts.find(object);
          if (changed === null) return [];
          const spliced = edits.map(({ range, text }) => ({ place: placeIn(changed, range), text }));
          return { title, edits: spliced };
        }),
        replaces: found.replaces ?? null,
      },
    ];
  });
  return { findings, total: there.length };
}

function isTaken({ book }: EvaluatedText, namespace: string, name: string): boolean {
  return [...(book.byNamespace.get(namespace) ?? []), ...book.rejected].some(
    (policy) => policy.namespace === namespace && policy.name === name,
  );
}

function placeIn({ file, start }: OpenDocument, range: Range): Place {
  return { file: file.id, start: start + range.start, end: start + range.end };
}
